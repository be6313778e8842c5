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
