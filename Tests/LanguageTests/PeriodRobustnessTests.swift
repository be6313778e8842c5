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

    @Test func anyWordsInAnyOrder() {
        let words = PeriodSupport.grammar.trie.words.sorted()
        let numbers = [
            "0", "1", "2", "4", "13", "22", "23", "31", "99", "2022", "2023", "2.5", "999999999999999",
            "9999",
        ]
        var steps = Steps(state: 22)
        for _ in 0..<4_000 {
            let length = Int.random(in: 1...7, using: &steps)
            let phrase = (0..<length).map { _ in
                (Bool.random(using: &steps) ? words : numbers).randomElement(using: &steps) ?? ""
            }.joined(separator: " ")
            let today = Day(number: Int.random(in: 0...30_000, using: &steps))
            for held in [[], PeriodSupport.months] {
                guard let period = PeriodSupport.reader.read(phrase, today: today, held: held) else {
                    continue
                }
                #expect(period.start <= period.end, "\(phrase)")
                #expect((1400...2700).contains(period.start.year), "\(phrase)")
                #expect(period.isOpen || (1400...2700).contains(period.end.year), "\(phrase)")
            }
        }
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
}
