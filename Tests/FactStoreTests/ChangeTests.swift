import Facts
import Testing

@testable import FactStore

@Suite struct ChangeTests {
    private static let made = """
        formal-action-rate,domestic-abuse,2022/23 Q3,9.9
        formal-action-rate,drug-offences,2022/23 Q3,73.7
        formal-action-rate,public-order,2022/23 Q3,0.0
        formal-action-rate,public-order,2022/23 Q4,5.0
        formal-action-rate,domestic-abuse,2022/23 Q4,0.0
        reported-crime,,2022/23 Q3,2750
        """

    private func find(
        _ series: [Series], _ periods: [Period], _ kind: ChangeKind = .both, adding lines: String = made
    ) throws -> Finding {
        try Fixture.store(adding: lines).find(
            FigureQuestion(series: series, periods: periods, quantity: .change(kind)))
    }

    /// The page's percentages, beside what the page's own rounded figures give.
    @Test(arguments: [
        (rates[0], "-13.73", "-13.73", "-1.4"), (rates[1], "-22.58", "-22.58", "-21.5"),
        (rates[2], "-30.69", "-30.70", "-12.8"), (rates[3], "-19.09", "-19.10", "-3.8"),
        (reported, "12.94", "12.94", "315"),
    ]) func publishedPercentagesAreQuoted(
        series: Series, published: String, computed: String, difference: String
    ) throws {
        let cell = try #require(try find([series], [q1, q2]).cells.first)
        let change = try #require(cell.change)
        #expect(cell.value == n(published))
        #expect(cell.unit == .percent)
        #expect(cell.kind == .published)
        #expect(cell.period == q2)
        #expect(change.percent == n(published))
        #expect(change.isPublished)
        #expect(change.computedPercent == n(computed))
        #expect(change.difference == n(difference))
        #expect(change.from == q1 && change.to == q2)
        #expect(cell.observations.map(\.period) == [q1, q2])
    }

    @Test func theOtherWayRoundIsComputed() throws {
        let cell = try #require(try find([reported], [q2, q1]).cells.first)
        #expect(cell.value == n("-11.46"))
        #expect(cell.kind == .computed)
        #expect(cell.change?.isPublished == false)
        #expect(cell.change?.computedPercent == nil)
        #expect(cell.period == q1)
    }

    @Test(arguments: [
        (rates[0], "12.5", Direction.rose), (rates[1], "0", .unchanged), (rates[2], "-100", .fell),
        (reported, "0.04", .rose),
    ]) func newQuarters(series: Series, percent: String, direction: Direction) throws {
        let cell = try #require(try find([series], [q2, q3]).cells.first)
        #expect(cell.value == n(percent))
        #expect(cell.kind == .computed)
        #expect(cell.change?.direction == direction)
    }

    @Test func fromNoughtThereIsNoPercentage() throws {
        let cell = try #require(try find([rates[2]], [q3, q4]).cells.first)
        #expect(cell.change?.percent == nil)
        #expect(cell.change?.direction == .rose)
        #expect(cell.value == 5)
        #expect(cell.unit == .points)
        let still = try #require(try find([rates[2]], [q3, q3]).cells.first)
        #expect(still.change?.percent == nil)
        #expect(still.change?.direction == .unchanged)
    }

    @Test func fromBelowNoughtThereIsNoPercentage() throws {
        let store = try Fixture.store(adding: "reported-crime,,2022/23 Q3,4\nreported-crime,,2022/23 Q4,2")
        try Fixture.writePastChecks(
            "UPDATE observation SET value = -4 WHERE measure = 'reported-crime' AND first_day = '2022-10-01'",
            in: store)
        let question = FigureQuestion(series: [reported], periods: [q3, q4], quantity: .change(.relative))
        let cell = try #require(try store.find(question).cells.first)
        #expect(cell.change?.percent == nil)
        #expect(cell.value == 6)
        #expect(cell.unit == .incidents)
    }

    @Test func pointsAndAmountsAreDifferences() throws {
        let points = try #require(try find([rates[2]], [q1, q2], .points).cells.first)
        #expect(points.value == n("-12.8"))
        #expect(points.unit == .points)
        #expect(points.kind == .computed)
        let amount = try #require(try find([reported], [q1, q2], .amount).cells.first)
        #expect(amount.value == 315)
        #expect(amount.unit == .incidents)
    }

    @Test func aMissingEndIsSaid() throws {
        let finding = try find([rates[3], rates[0]], [q2, q3])
        #expect(finding.cells.map(\.series) == [rates[0]])
        #expect(finding.missing == [Finding.Missing(series: rates[3], period: q3, held: [q1, q2])])
    }

    @Test func halvesAreComparedBySums() throws {
        let lines = "reported-crime,,2022/23 Q3,2800\nreported-crime,,2022/23 Q4,2383"
        let halves = [Period.months(6, from: 4, year: 2022), .months(6, from: 10, year: 2022)]
        let cell = try #require(try find([reported], halves, adding: lines).cells.first)
        #expect(cell.value == 0)
        #expect(cell.change?.before == 5183)
        #expect(cell.observations.count == 4)
    }

    @Test func aChangeIsBetweenTwoPeriods() throws {
        #expect(try find([reported], [q1]).cells == [])
        #expect(try find([reported], []).cells == [])
    }
}
