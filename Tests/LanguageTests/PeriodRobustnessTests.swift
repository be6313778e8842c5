import Facts
import Testing

@testable import Language

/// Nothing that somebody can type stops the reader, and nothing it reads is an absurd stretch of time.
@Suite struct PeriodRobustnessTests {
    /// The same numbers on every run.
    private struct Steps: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let numbers = [
        "0", "1", "2", "4", "13", "22", "23", "31", "99", "2022", "2023", "2.5", "01.07", "999999999999999",
        "9999",
    ]

    private static let rules = (try? GrammarSource(files: PeriodSupport.ownFiles()))?.rules ?? []

    /// A phrase that the grammar's own lines can build of a part, with any numbers in it.
    private func phrase(_ part: String, depth: Int, using steps: inout Steps) -> String {
        if part == "number" || depth == 0 { return Self.numbers.randomElement(using: &steps) ?? "" }
        let sequences = Self.rules.filter { $0.part == part }.flatMap(\.sequences)
        let symbols = sequences.randomElement(using: &steps)?.symbols ?? []
        return symbols.map { symbol in
            switch symbol {
            case .word(let word): word
            case .part(let inner): phrase(inner, depth: depth - 1, using: &steps)
            }
        }.joined(separator: " ")
    }

    @Test func whateverTheGrammarCanBuild() {
        var steps = Steps(state: 22)
        var read = 0
        for _ in 0..<6_000 {
            let phrase = phrase("period", depth: 8, using: &steps)
            let today = Day(number: Int.random(in: 7_000...25_000, using: &steps))
            for held in [[], PeriodSupport.months] {
                guard let period = PeriodSupport.reader.read(phrase, today: today, held: held) else {
                    continue
                }
                read += 1
                #expect(period.start <= period.end, "'\(phrase)'")
                #expect((1500...2600).contains(period.start.year), "'\(phrase)'")
                #expect(period.isOpen || (1500...2600).contains(period.end.year), "'\(phrase)'")
                guard (1901...2099).contains(period.start.year), period.isOpen || period.end.year < 2099
                else { continue }
                let back = PeriodSupport.reader.read(period.label, today: today, held: held)
                #expect(back == period, "'\(phrase)' is \(period.label)")
            }
        }
        #expect(read > 2_000)
    }

    @Test func wordsThatRepeat() {
        let phrases = [
            String(repeating: "the quarter before ", count: 60) + "Q1 2022/23",
            String(repeating: "all of ", count: 60) + "2022/23",
            String(repeating: "first month of ", count: 60) + "2022/23",
            String(repeating: "Q1 ", count: 200),
        ]
        let today = PeriodSupport.day("2022-11-15")
        #expect(PeriodSupport.reader.read(phrases[0], today: today)?.label == "Q1 2007/08")
        #expect(PeriodSupport.reader.read(phrases[1], today: today)?.label == "2022/23")
        #expect(PeriodSupport.reader.read(phrases[2], today: today)?.label == "April 2022")
        #expect(PeriodSupport.reader.read(phrases[3], today: today) == nil)
    }

    @Test(arguments: [
        "9999 months ago", "500 quarters ago", "last 9999 quarters", "next 500 months",
        "999999999999999 weeks ago",
        "9999 months to March 2023", "the first 9999 months of 2022/23", "the 9999th month of 2022/23",
    ])
    func numbersBeyondReason(phrase: String) {
        #expect(PeriodSupport.reader.read(phrase, today: PeriodSupport.day("2022-11-15")) == nil)
    }
}
