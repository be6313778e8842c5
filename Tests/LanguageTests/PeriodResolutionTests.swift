import Facts
import Testing

@testable import Language

/// What phrases mean beside what is held and what was talked about.
@Suite struct PeriodResolutionTests {
    private func resolution(
        _ held: [Period], reference: Period? = nil, today: String = "2026-02-10", adds: Bool = true
    )
        -> PeriodResolution
    {
        PeriodResolution(today: PeriodSupport.day(today), held: held, reference: reference, isAdditive: adds)
    }

    private func label(_ text: String, _ resolution: PeriodResolution) -> String? {
        PeriodSupport.phrase(text).flatMap { resolution.period($0) }?.label
    }

    private let quarters = PeriodSupport.quarters
    private let months = PeriodSupport.months

    // MARK: - Without a year

    @Test func bareQuarterIsTheLatestHeld() throws {
        let phrase = try #require(PeriodSupport.phrase("Q2"))
        let q2 = Period.quarter(2, financialYear: 2022)
        #expect(resolution(quarters).resolve(phrase)?.supposition == .latestHeld(q2))
        #expect(resolution(quarters).period(phrase) == q2)
    }

    @Test func sayingTheYearLeavesNothingToAssume() throws {
        let phrase = try #require(PeriodSupport.phrase("Q2 2022/23"))
        #expect(resolution(quarters).resolve(phrase) == .init(periods: [quarters[1]], supposition: nil))
    }

    @Test func monthsThatAddUpAreTheirQuarter() {
        // January to March 2025 is Q4 2024/25; Q4 2025/26 has not ended.
        let q4 = PeriodSupport.phrase("Q4").flatMap { resolution(months).resolve($0) }
        #expect(q4?.supposition == .latestHeld(.quarter(4, financialYear: 2024)))
        #expect(label("Q3", resolution(months)) == "Q3 2025/26")
        #expect(label("H1", resolution(months)) == "H1 2025/26")
        #expect(label("July to September", resolution(months)) == "Q2 2025/26")
    }

    @Test func ratesDoNotAddUp() throws {
        let rates = resolution(months, adds: false)
        let phrase = try #require(PeriodSupport.phrase("Q3"))
        // None is held, but the months held reach over it.
        let q3 = Period.quarter(3, financialYear: 2025)
        #expect(rates.resolve(phrase)?.supposition == .latestBegun(q3))
        #expect(!rates.isHeld(q3))
        #expect(rates.isHeld(months[3]))
    }

    @Test func notHeldIsWhatTheHeldPeriodsReachOver() throws {
        let phrase = try #require(PeriodSupport.phrase("July"))
        #expect(resolution(quarters).resolve(phrase)?.supposition == .latestBegun(.month(7, year: 2022)))
        #expect(label("Q3", resolution(quarters)) == "Q3 2025/26")
    }

    @Test func aGapIsNotHeld() {
        let withGap = resolution(months.filter { $0 != months[7] })
        #expect(!withGap.isHeld(.quarter(2, financialYear: 2025)))
        #expect(withGap.isHeld(.quarter(1, financialYear: 2025)))
        #expect(!withGap.isHeld(.calendarYear(2025)))
        #expect(resolution(months).isHeld(.calendarYear(2025)))
    }

    @Test func ofSeveralYearsTheLatest() {
        let years = quarters + [.quarter(1, financialYear: 2023), .quarter(3, financialYear: 2021)]
        #expect(label("Q1", resolution(years)) == "Q1 2023/24")
        #expect(label("Q2", resolution(years)) == "Q2 2022/23")
        #expect(label("Q3", resolution(years)) == "Q3 2021/22")
    }

    // MARK: - The period talked about

    @Test func aFollowUpStaysInTheYear() throws {
        let held = (0..<24).map { Period.months(1, from: 1 + $0, year: 2024) }
        let after = resolution(held, reference: .quarter(1, financialYear: 2024))
        let phrase = try #require(PeriodSupport.phrase("Q2"))
        #expect(after.resolve(phrase)?.supposition == .sameYear(.quarter(2, financialYear: 2024)))
        #expect(
            label("August", resolution(held, reference: .quarter(2, financialYear: 2024))) == "August 2024")
        #expect(label("November", resolution(held, reference: .month(12, year: 2024))) == "November 2024")
        #expect(label("March", resolution(held, reference: .calendarYear(2024))) == "March 2024")
    }

    @Test func aPeriodThatTheMeasureLacksIsNoReference() {
        // After a question on December 2025's burglaries, "drug offences Q2" is of 2022/23.
        #expect(label("Q2", resolution(quarters, reference: .month(12, year: 2025))) == "Q2 2022/23")
    }

    @Test func overTheYearsEndTheHeldOneIsMeant() throws {
        let phrase = try #require(PeriodSupport.phrase("January"))
        let after = resolution(months, reference: .month(12, year: 2025))
        #expect(after.resolve(phrase)?.supposition == .onlyHeld(.month(1, year: 2025)))
        #expect(after.readings(phrase) == [.month(1, year: 2025), .month(1, year: 2026)])
    }

    @Test func besideThePeriodTalkedAbout() {
        let after = resolution(quarters, reference: quarters[1])
        #expect(label("previous quarter", after) == "Q1 2022/23")
        #expect(label("prev qtr", after) == "Q1 2022/23")
        #expect(label("quarter before that", after) == "Q1 2022/23")
        #expect(label("next quarter", resolution(quarters, reference: quarters[0])) == "Q2 2022/23")
        #expect(label("same period", after) == "Q2 2022/23")
        #expect(label("same quarter last year", after) == "Q2 2021/22")
        #expect(label("same qtr yr b4", after) == "Q2 2021/22")
        #expect(label("same period a year earlier", after) == "Q2 2021/22")
        #expect(label("two years ago", after) == "Q2 2020/21")
        // "Last quarter" is counted from today all the same.
        #expect(label("last quarter", after) == "Q3 2025/26")
    }

    @Test func anotherSizeIsNotBesideIt() {
        let after = resolution(quarters, reference: quarters[1])
        #expect(label("previous month", after) == nil)
        #expect(label("month before that", after) == nil)
        #expect(label("same month last year", after) == nil)
    }

    @Test func withoutReferenceThePreviousIsTodays() {
        #expect(label("previous quarter", resolution(quarters)) == "Q3 2025/26")
        #expect(label("quarter before that", resolution(quarters)) == nil)
        #expect(label("a year ago", resolution(quarters)) == nil)
    }

    // MARK: - What is held

    @Test func latestAndEarliest() {
        #expect(label("latest quarter", resolution(quarters)) == "Q2 2022/23")
        #expect(label("most recent quarter", resolution(months)) == "Q3 2025/26")
        #expect(label("most recent month", resolution(months)) == "December 2025")
        #expect(label("first quarter held", resolution(quarters)) == "Q1 2022/23")
        #expect(label("most recent period", resolution(quarters)) == "Q2 2022/23")
        #expect(label("earliest period", resolution(months)) == "January 2025")
        #expect(label("latest month", resolution(quarters)) == nil)
    }

    @Test func severalAtOnce() throws {
        func labels(_ text: String, _ resolution: PeriodResolution) throws -> [String] {
            resolution.periods(try #require(PeriodSupport.phrase(text))).map(\.label)
        }
        for text in [
            "both quarters", "both of the quarters", "each quarter", "every quarter", "quarter by quarter",
            "the two quarters",
        ] {
            #expect(try labels(text, resolution(quarters)) == ["Q1 2022/23", "Q2 2022/23"], "\(text)")
        }
        #expect(try labels("both quarters", resolution(months)) == [])
        #expect(try labels("each quarter", resolution(months)).count == 4)
        #expect(
            try labels("every month of Q2 2025/26", resolution(months)) == [
                "July 2025", "August 2025", "September 2025",
            ])
        #expect(
            try labels("quarter by quarter from January to December 2025", resolution(months)).last
                == "Q3 2025/26")
        #expect(
            try labels("two most recent months", resolution(months)) == ["November 2025", "December 2025"])
        #expect(try labels("each month", resolution(quarters)) == [])
        #expect(resolution(quarters).periods(.held) == quarters)
        #expect(resolution(quarters).period(.held) == nil)
    }

    // MARK: - What may be two

    @Test func aSingleYearOfAQuarterStaysOpen() throws {
        let phrase = try #require(PeriodSupport.phrase("Q2 2025"))
        #expect(resolution(months).resolve(phrase) == nil)
        #expect(resolution(months).readings(phrase).map(\.label) == ["Q2 2025/26", "Q1 2025/26"])
        // Only one of the two is held, and that settles nothing: nobody says "Q4 2025" to mean whichever is held.
        #expect(label("Q4 2025", resolution(months)) == nil)
        // Neither is held: then the answer can say so.
        #expect(label("Q2 2019", resolution(months)) == "Q2 2019/20")
    }

    @Test func whatIsHeldSettlesLastYear() throws {
        let phrase = try #require(PeriodSupport.phrase("last year"))
        #expect(resolution(months).resolve(phrase)?.supposition == .onlyHeld(.calendarYear(2025)))
        #expect(resolution([]).resolve(phrase) == nil)
        let both = months + (4...12).map { Period.month($0, year: 2024) }
        #expect(resolution(both).resolve(phrase) == nil)
        #expect(resolution(quarters).period(phrase)?.label == "calendar year 2025")
        #expect(label("Nov 25", resolution(months)) == "November 2025")
        #expect(label("on Nov 25", resolution(months)) == "25 November 2025")
    }

    // MARK: - Lists

    private func list(_ texts: String..., held: [Period], reference: Period? = nil) -> [String]? {
        resolution(held, reference: reference).resolve(texts.compactMap { PeriodSupport.phrase($0) })?
            .flatMap(\.periods).map(\.label)
    }

    @Test func oneYearServesBoth() {
        #expect(list("Q2", "Q3 2025/26", held: months) == ["Q2 2025/26", "Q3 2025/26"])
        #expect(list("Q3", "Q2 2025/26", held: months) == ["Q3 2025/26", "Q2 2025/26"])
        #expect(list("Q1", "Q2 2021/22", held: quarters) == ["Q1 2021/22", "Q2 2021/22"])
        #expect(list("November", "December 2025", held: months) == ["November 2025", "December 2025"])
        #expect(list("Q1 2022/23", "Q2", held: quarters) == ["Q1 2022/23", "Q2 2022/23"])
    }

    @Test func overTheEndOfTheYear() {
        // Only Q4 2024/25 is held, and it is the one before Q1 2025/26.
        #expect(list("Q4", "Q1 2025/26", held: months) == ["Q4 2024/25", "Q1 2025/26"])
        let more = months + (1...3).map { Period.month($0, year: 2026) }
        #expect(list("Q4", "Q1 2025/26", held: more) == nil)
    }

    @Test func withoutAnyYearTheyAreOfOne() {
        #expect(list("Q1", "Q2", held: quarters) == ["Q1 2022/23", "Q2 2022/23"])
        #expect(list("Q4", "Q1", held: months) == ["Q4 2024/25", "Q1 2025/26"])
        // The latest Q4 held is of 2024/25 and the latest Q3 of 2025/26: nobody meant these two.
        #expect(list("Q4", "Q3", held: months) == nil)
        #expect(list("November", "December", held: months) == ["November 2025", "December 2025"])
        #expect(list("December", "June", held: months) == ["December 2025", "June 2025"])
        #expect(list("January", "December", held: months) == ["January 2025", "December 2025"])
        #expect(list("December", "January", held: months) == nil)
    }

    @Test func oneIsCountedFromTheOther() {
        #expect(list("Q2 2022/23", "same quarter last year", held: quarters) == ["Q2 2022/23", "Q2 2021/22"])
        #expect(list("Q2", "previous quarter", held: quarters) == ["Q2 2022/23", "Q1 2022/23"])
        #expect(
            list("previous quarter", "Q2 2022/23", held: quarters, reference: quarters[0]) == [
                "Q1 2022/23", "Q2 2022/23",
            ])
        #expect(list("Q2 2022/23", held: quarters) == ["Q2 2022/23"])
        #expect(list("Q2 2022", "Q1 2022/23", held: quarters) == nil)
    }
}
