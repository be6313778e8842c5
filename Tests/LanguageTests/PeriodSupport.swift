import Facts
import Foundation
import Notation

@testable import Language

/// What the period tests share: the checkout's own period words, in a grammar that has nothing else.
enum PeriodSupport {
    static let reader = PeriodReader(grammar: grammar)

    /// As `askcsp period` has it: the same phrases among all the words of the whole grammar.
    static let wholeReader = PeriodReader(grammar: compiled { try files(under: "Grammar") })

    static let grammar = compiled(ownFiles)

    static func ownFiles() throws -> [TextFile] {
        try files(under: "Grammar/words").filter {
            ["periods.txt", "numbers.txt"].contains(URL(filePath: $0.path).lastPathComponent)
        }
            + [rest]
    }

    private static func compiled(_ files: () throws -> [TextFile]) -> Grammar {
        do {
            let nothing = Catalogue(items: [], acronyms: [], passages: [], sources: [], held: [:])
            return Grammar(try CompiledGrammar(files: try files()), catalogue: nothing)
        } catch {
            fatalError("\(error)")
        }
    }

    private static func files(under folder: String) throws -> [TextFile] {
        let paths = FileManager.default.enumerator(
            at: checkout.appending(path: folder).resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        return try (paths?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "txt" }
            .map { TextFile(path: $0.path(), text: try String(contentsOf: $0, encoding: .utf8)) }
            .sorted { $0.path < $1.path }
    }

    private static let rest = TextFile(
        path: "test.txt",
        text: """
            place here
                name: Here
                home: yes
            words filler
                words: the a an rather quite only about this that
            """)

    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A phrase of a corpus, the day it is read on, and the days it means: `2022-07-01/2022-09-30`, or `-` for none.
    struct Case: Sendable {
        let phrase: String
        let today: Day
        let interval: String
        let line: Int
    }

    static func corpus(_ name: String) throws -> [Case] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Periods/\(name)")
        let text = try String(contentsOf: path, encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 3, !line.hasPrefix("#"), let today = Day(fields[1]) else { return nil }
            return Case(phrase: fields[0], today: today, interval: fields[2], line: index + 1)
        }
    }

    static func interval(_ period: Period?) -> String {
        guard let period else { return "-" }
        return "\(period.start)/\(period.isOpen ? ".." : "\(period.end)")"
    }

    /// The phrases that a whole text reads to as a period.
    static func phrases(_ text: String) -> Set<PeriodPhrase> {
        let tokens = Tokenizer.tokens(of: text)
        let chart = Chart(tokens, lexicon: grammar.lexicon)
        return Set(
            chart.edges(at: 0).filter { $0.part == WellKnownText.period.rawValue && $0.end == tokens.count }
                .compactMap(
                    \.value.periodValue))
    }

    /// The one phrase that a text reads to.
    static func phrase(_ text: String) -> PeriodPhrase? {
        let found = phrases(text)
        return found.count == 1 ? found.first : nil
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    /// What the strategy holds: Q1 and Q2 2022/23.
    static let quarters = [Period.quarter(1, financialYear: 2022), .quarter(2, financialYear: 2022)]
    /// What the open data holds: each month of 2025.
    static let months = (1...12).map { Period.month($0, year: 2025) }
}
