import Facts
import Testing

@testable import FactStore

@Suite struct LevelTests {
    private func find(
        _ series: [Series], _ periods: [Period], _ quantity: Quantity = .level, adding lines: String = ""
    ) throws -> Finding {
        try Fixture.store(adding: lines).find(
            FigureQuestion(series: series, periods: periods, quantity: quantity))
    }

    @Test func figuresComeInTheQuestionsOrder() throws {
        let finding = try find([rates[2], rates[0]], [q2, q1])
        #expect(finding.cells.map(\.value) == ["28.9", "41.7", "8.8", "10.2"].map(n))
        #expect(finding.cells.map(\.period) == [q2, q1, q2, q1])
        #expect(finding.cells.allSatisfy { $0.kind == .published && $0.unit == .percent && $0.change == nil })
        #expect(finding.results == [])
        #expect(finding.verdict == nil)
        #expect(finding.missing == [])
    }

    @Test func aFigureRestsOnItsObservation() throws {
        let cell = try #require(try find([rates[1]], [q2]).cells.first)
        #expect(cell.observations.map(\.value) == [n("73.7")])
        #expect(cell.observations.map(\.note) == ["possessions"])
        #expect(cell.observations.map(\.source) == ["csp-strategy"])
    }

    @Test func countsAreAddedOverPeriods() throws {
        let half = Period.months(6, from: 4, year: 2022)
        let cell = try #require(try find([reported], [half]).cells.first)
        #expect(cell.value == 5183)
        #expect(cell.kind == .computed)
        #expect(cell.period == half)
        #expect(cell.observations.map(\.value) == [2434, 2749])
    }

    @Test func ratesAreNotAddedOverPeriods() throws {
        let finding = try find([rates[0]], [.months(6, from: 4, year: 2022)])
        #expect(finding.cells == [])
        #expect(finding.missing.map(\.held) == [[q1, q2]])
    }

    @Test func aPeriodThatIsHeldIsNotAddedUp() throws {
        let half = "reported-crime,,2022-04-01/2022-09-30,5200"
        let cell = try #require(
            try find([reported], [.months(6, from: 4, year: 2022)], adding: half).cells.first)
        #expect(cell.value == 5200)
        #expect(cell.kind == .published)
    }

    @Test(arguments: [
        Period.month(7, year: 2022), .financialYear(2022), q3, .months(9, from: 4, year: 2022),
        .calendarYear(2022), .since(Day(firstOf: 8, year: 2022)),
    ]) func whatIsNotHeldIsMissing(period: Period) throws {
        let finding = try find([reported], [period])
        #expect(finding.cells == [])
        #expect(finding.missing == [Finding.Missing(series: reported, period: period, held: [q1, q2])])
    }

    @Test func sinceIsUpToTheLastHeld() throws {
        let since = Period.since(Day(firstOf: 4, year: 2022))
        let cell = try #require(
            try find([reported], [since], adding: "reported-crime,,2022/23 Q3,2800").cells.first)
        #expect(cell.value == 7983)
        #expect(cell.period == .months(9, from: 4, year: 2022))
        let gap = try find([reported], [since], adding: "reported-crime,,2022/23 Q4,2800")
        #expect(gap.cells == [])
        #expect(gap.missing.map(\.held) == [[q1, q2, q4]])
    }

    @Test func aRateSinceItsLastPeriodIsThatPeriods() throws {
        let since = Period.since(q2.start)
        let cell = try #require(try find([rates[0]], [since]).cells.first)
        #expect(cell.value == n("8.8"))
        #expect(cell.kind == .published)
        #expect(try find([rates[0]], [.since(q1.start)]).cells == [])
    }

    @Test func complements() throws {
        let cell = try #require(try find([rates[0]], [q2], .complement).cells.first)
        #expect(cell.value == n("91.2"))
        #expect(cell.kind == .computed)
        #expect(cell.unit == .percent)
        #expect(try find([reported], [q2], .complement).cells == [])
    }

    @Test func strangersAreMissing() throws {
        let burglary = Series(measure: "reported-crime", crimeType: "burglary", area: Fixture.area)
        let unknown = Series(measure: "happiness", crimeType: nil, area: "mars")
        let finding = try find([burglary, unknown], [q1])
        #expect(finding.cells == [])
        #expect(finding.missing.map(\.series) == [burglary, unknown])
        #expect(finding.missing.map(\.held) == [[], []])
    }
}
