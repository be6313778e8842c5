import Facts
import Testing

@testable import Language

/// Every phrase of the two corpora. A wrong reading is worse than none, so none is let through.
@Suite struct PeriodCorpusTests {
    private func outcomes(_ name: String, _ reader: PeriodReader = PeriodSupport.reader) throws -> (
        right: Int, declined: [String], wrong: [String], all: Int
    ) {
        let cases = try PeriodSupport.corpus(name)
        var right = 0
        var declined: [String] = []
        var wrong: [String] = []
        for example in cases {
            let found = PeriodSupport.interval(
                reader.read(example.phrase, today: example.today))
            let report =
                "\(name):\(example.line): '\(example.phrase)' on \(example.today) is \(example.interval), not \(found)"
            if found == example.interval {
                right += 1
            } else if found == "-" {
                declined.append(report)
            } else {
                wrong.append(report)
            }
        }
        return (right, declined, wrong, cases.count)
    }

    /// Public test suites; they disagree with one another on "last sept", so not all of them can be right.
    @Test func publicSuites() throws {
        let outcome = try outcomes("cases.tsv")
        #expect(outcome.all == 227)
        #expect(outcome.wrong == [])
        #expect(outcome.right >= 222, "declined: \(outcome.declined)")
    }

    /// A council's own phrases, and those that must not be read.
    @Test func councilPhrases() throws {
        let outcome = try outcomes("council.tsv")
        #expect(outcome.all >= 150)
        #expect(outcome.wrong == [])
        #expect(outcome.declined == [])
    }

    /// The words of the other files change nothing about a period.
    @Test(arguments: ["cases.tsv", "council.tsv"]) func inTheWholeGrammar(name: String) throws {
        let alone = try outcomes(name)
        let whole = try outcomes(name, PeriodSupport.wholeReader)
        #expect(whole.wrong == [])
        #expect(whole.declined == alone.declined)
    }
}
