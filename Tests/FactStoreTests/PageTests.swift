import Facts
import Foundation
import Testing

@testable import FactStore

/// Data/ against the page it is taken from.
@Suite struct PageTests {
    let page = Fixture.corpus("strategy-page.txt")
    let data: DataFiles

    init() throws { data = try DataFiles(Fixture.data, codelists: Fixture.codelists) }

    @Test func everyTextIsThePagesOwn() {
        #expect(!page.isEmpty)
        for text in data.items.map(\.text) + data.passages.flatMap({ $0.text.components(separatedBy: "\n") })
        {
            #expect(page.contains(text))
        }
        for acronym in data.acronyms {
            #expect(page.contains("\(acronym.expansion) (\(acronym.letters))"))
        }
    }

    /// Headings, the sentences with figures, and nothing else of the page are not among the texts.
    @Test func everyLineIsHeld() {
        let texts = data.passages.map(\.text) + data.items.map(\.text)
        let rest = page.components(separatedBy: "\n").map {
            $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0
        }
        .filter { line in !line.isEmpty && line != "-" && !texts.contains { $0.contains(line) } }
        #expect(
            rest.filter { !$0.contains("%") }
                == ["Current CSP Strategy", "Our Vision", "The Partnership", "Performance", "Latest updates"])
        #expect(rest.filter { $0.contains("%") }.count == 5)
    }

    @Test func everyFigureIsHeld() throws {
        let held = data.observations.map(\.value) + data.changes.map(\.percent.magnitude)
        let printed = page.components(separatedBy: "\n").filter { $0.contains("%") || $0.contains("£") }
            .joined(separator: " ").matches(of: /(?:£[\d,]+|\d+\.\d+%|\b\d{4}\b(?= incidents))/)
            .map { n($0.output.filter { $0.isNumber || $0 == "." }) }
        #expect(printed.count == 17)
        for figure in printed { #expect(held.contains(figure)) }
        #expect(Set(held) == Set(printed))
    }

    @Test func listsAreWholeAndInOrder() {
        let lists = Dictionary(grouping: data.items, by: \.list)
        #expect(lists.mapValues(\.count) == ["partners": 6, "specific-projects": 2, "shared-projects": 13])
        for items in lists.values { #expect(items.map(\.number) == Array(1...items.count)) }
        for item in data.items {
            #expect(!item.about.isEmpty)
            #expect(item.about == item.about.map { $0.lowercased() })
            #expect(Set(item.about).count == item.about.count)
        }
    }

    @Test func noPhraseAsksForTwoPassages() {
        let phrases = data.passages.flatMap { Set($0.about + [$0.name.lowercased()]) }
        #expect(Dictionary(grouping: phrases, by: \.self).filter { $1.count > 1 }.keys.sorted() == [])
    }
}
