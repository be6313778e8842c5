import Foundation
import Testing

@testable import Language

/// The tables of Grammar/README.md say what the program takes, all of it and nothing else.
struct GrammarGuideTests {
    @Test func theTableOfWordsHasEveryKind() {
        let kinds = Self.table(under: "Words").flatMap { Self.code(in: $0[0]) }
        #expect(kinds.count == Set(kinds).count)
        #expect(Set(kinds) == Set(WordKind.listed.map(\.name)))
    }

    @Test func theTableOfSlotsHasEverySlotAndWhatItTakes() {
        var slots: [String] = []
        for row in Self.table(under: "Slots") {
            let named = Self.code(in: row[0])
            slots += named
            let known = named.compactMap { Slot(name: $0) }
            #expect(Set(Self.code(in: row[1])) == Set(known.flatMap(\.vocabulary.words)), "\(named)")
            let isList = row[2].contains("yes")
            #expect(known.allSatisfy { $0.isList == isList }, "\(named)")
        }
        #expect(slots.count == Set(slots).count)
        #expect(Set(slots) == Set(Slot.allCases.map(\.name)))
    }

    @Test func theTableOfConstructionsHasEveryOne() {
        let built = Self.table(under: "What `=>` can build").flatMap { row in
            Self.code(in: row[0]).map { String($0.prefix { $0 != "(" }) }
        }
        #expect(Set(built) == Set(Construction.allCases.map(\.rawValue)))
    }

    /// The cells of the rows of the first table under a heading.
    private static func table(under heading: String) -> [[String]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Grammar/README.md")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let section = lines.drop { $0 != "## \(heading)" }.dropFirst().prefix { !$0.hasPrefix("## ") }
        let rows = section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
        return rows.map { row in
            row.replacing("\\|", with: "\u{0}").split(separator: "|").map {
                String($0).replacing("\u{0}", with: "|")
            }
        }
    }

    /// What stands between back quotes.
    private static func code(in cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
