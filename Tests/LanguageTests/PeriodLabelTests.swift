import Facts
import Testing

@testable import Language

/// A period's label, asked back, means the same period: on any day, whatever is held.
@Suite struct PeriodLabelTests {
    private static let days = ["1999-12-31", "2022-11-15", "2026-02-10"].map(PeriodSupport.day)

    private func expectReadBack(_ period: Period) {
        for today in Self.days {
            let found = PeriodSupport.reader.read(period.label, today: today)
            #expect(found == period, "'\(period.label)' on \(today)")
        }
        let phrases = PeriodSupport.phrases(period.label)
        let resolution = PeriodResolution(
            today: Self.days[1], held: PeriodSupport.quarters, reference: .quarter(4, financialYear: 2021))
        #expect(
            Set(phrases.compactMap { resolution.period($0) }) == [period],
            "'\(period.label)' with periods held")
    }

    @Test func unitsOfTheCalendar() {
        for grain in Grain.allCases where grain != .week {
            for year in [1901, 1987, 1999, 2001, 2009, 2010, 2011, 2022, 2025, 2026, 2099] {
                for month in 1...12 {
                    guard let day = Day(year: year, month: month, day: 12) else { continue }
                    let unit = grain.unit(of: day)
                    expectReadBack(unit)
                }
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 18, 24, 36])
    func wholeMonths(count: Int) {
        for month in 1...12 { expectReadBack(.months(count, from: month, year: 2021)) }
    }

    @Test func daysAndOpenEnds() throws {
        let starts = ["2022-07-01", "2022-02-28", "2024-02-29", "2022-12-31", "2009-10-11"].map(
            PeriodSupport.day)
        for start in starts {
            expectReadBack(.since(start))
            for length in [0, 1, 6, 27, 30, 35, 89, 365, 400] {
                expectReadBack(try #require(Period(from: start, to: start.adding(length))))
            }
        }
        #expect(Period.since(starts[0]).label == "since 1 July 2022")
    }
}
