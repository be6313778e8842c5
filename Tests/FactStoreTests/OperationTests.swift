import Facts
import Testing

@testable import FactStore

@Suite struct OperationTests {
    /// Each result as text: value, unit, formula.
    private func results(
        _ operation: Facts.Operation, _ series: [Series], _ periods: [Period], _ quantity: Quantity = .level,
        moving direction: Direction? = nil, adding lines: String = ""
    ) throws -> [String] {
        let question = FigureQuestion(
            series: series, periods: periods, quantity: quantity, operation: operation,
            claim: direction.map { Claim(condition: Condition(direction: $0)) })
        return try Fixture.store(adding: lines).find(question).results.map {
            "\($0.value.text(decimals: $0.decimals)) \($0.unit.rawValue) = \($0.formula)"
        }
    }

    /// The crime types or periods that results chose, in order.
    private func chosen(
        _ operation: Facts.Operation, _ series: [Series] = rates, _ periods: [Period],
        _ quantity: Quantity = .level,
        moving direction: Direction? = nil, adding lines: String = ""
    ) throws -> [String] {
        let question = FigureQuestion(
            series: series, periods: periods, quantity: quantity, operation: operation,
            claim: direction.map { Claim(condition: Condition(direction: $0)) })
        let finding = try Fixture.store(adding: lines).find(question)
        return finding.results.map { result in
            let cell = finding.cells[result.cells[0]]
            return "\(cell.series.crimeType ?? cell.series.measure) \(cell.period.shortLabel)"
        }
    }

    @Test func sums() throws {
        #expect(try results(.sum, [reported], [q1, q2]) == ["5183 incidents = 2434 + 2749"])
        #expect(try results(.sum, rates, [q1]) == [])
        #expect(try results(.sum, [reported], [q1, q3]) == [])
        #expect(
            try results(.sum, [whole("funding-total"), whole("funding-specific")], [.financialYear(2021)])
                == [])
    }

    @Test func nothingIsCountedTwice() throws {
        let lines = "reported-crime,,2022-05,800"
        #expect(try results(.sum, [reported], [q1, .month(5, year: 2022)], adding: lines) == [])
        #expect(try results(.sum, [reported], [q1, q1]) == [])
        #expect(try results(.share, [reported], [.month(5, year: 2022), q1], adding: lines) == [])
    }

    @Test func means() throws {
        #expect(try results(.mean, [reported], [q1, q2]) == ["2591.5 incidents = (2434 + 2749) / 2"])
        #expect(try results(.mean, rates, [q1]) == ["41.75 percent = (10.2 + 95.2 + 41.7 + 19.9) / 4"])
        #expect(try results(.mean, [reported, rates[0]], [q1]) == [])
        #expect(try results(.mean, [reported], [q1, q3]) == [])
    }

    @Test func differences() throws {
        #expect(
            try results(.difference, [rates[1], rates[2]], [q1, q2]) == [
                "53.5 percentage points = 95.2 - 41.7", "44.8 percentage points = 73.7 - 28.9",
            ])
        #expect(try results(.difference, [reported], [q2, q1]) == ["315 incidents = 2749 - 2434"])
        #expect(try results(.difference, [reported], [q1, q2]) == ["315 incidents = 2749 - 2434"])
        #expect(
            try results(
                .difference, [whole("funding-total"), whole("funding-specific")], [.financialYear(2021)])
                == ["1147073 pounds = 1171373 - 24300"])
        #expect(
            try results(.difference, [rates[1], rates[2]], [q1, q2], .change(.relative))
                == ["8.11 percentage points = -22.58 - (-30.69)"])
        #expect(try results(.difference, [reported, rates[0]], [q1]) == [])
        #expect(try results(.difference, rates, [q1]) == [])
        #expect(try results(.difference, [rates[1], rates[2]], [q2, q3]).count == 1)
    }

    @Test func ratios() throws {
        #expect(
            try results(.ratio, [rates[1], rates[0]], [q1, q2])
                == ["9.33 times = 95.2 / 10.2", "8.38 times = 73.7 / 8.8"])
        #expect(try results(.ratio, [reported], [q2, q1]) == ["1.13 times = 2749 / 2434"])
        #expect(
            try results(
                .ratio, [rates[0], rates[1]], [q3],
                adding:
                    "formal-action-rate,domestic-abuse,2022/23 Q3,1\nformal-action-rate,drug-offences,2022/23 Q3,0"
            ) == [])
    }

    @Test func shares() throws {
        #expect(try results(.share, [reported], [q2, q1]) == ["53.04 percent = 2749 / (2749 + 2434) * 100"])
        #expect(try results(.share, [reported], [q1, q2]) == ["46.96 percent = 2434 / (2434 + 2749) * 100"])
        #expect(try results(.share, rates, [q1]) == [])
        #expect(
            try results(.partOf, [whole("funding-specific"), whole("funding-total")], [.financialYear(2021)])
                == ["2.07 percent = 24300 / 1171373 * 100"])
    }

    @Test func averagesOverTime() throws {
        #expect(
            try results(.per(.day), [reported], [q1, q2]) == [
                "26.75 incidents = 2434 / 91", "29.88 incidents = 2749 / 92",
            ])
        #expect(try results(.per(.week), [reported], [q2]) == ["209.16 incidents = 2749 / (92 / 7)"])
        #expect(try results(.per(.month), [reported], [q1]) == ["811.33 incidents = 2434 / 3"])
        #expect(
            try results(.per(.month), [reported], [.months(6, from: 4, year: 2022)]) == [
                "863.83 incidents = 5183 / 6"
            ])
        #expect(
            try results(.per(.quarter), [reported], [.months(6, from: 4, year: 2022)])
                == ["2591.5 incidents = 5183 / 2"])
        #expect(try results(.per(.day), rates, [q1]) == [])
        #expect(
            try results(
                .per(.month), [reported], [Period.quarter(3, financialYear: 2022)],
                adding: "reported-crime,,2022-10-02/2022-12-31,5")
                == [])
    }

    @Test func ranges() throws {
        #expect(
            try results(.range, rates, [q1, q2])
                == ["85.0 percentage points = 95.2 - 10.2", "64.9 percentage points = 73.7 - 8.8"])
        #expect(try results(.range, [reported], [q1, q2]) == ["315 incidents = 2749 - 2434"])
        #expect(try results(.range, rates, [q2, q3]).count == 1)
        #expect(try results(.range, [reported], [q1, q3]) == [])
    }

    @Test func rankings() throws {
        #expect(
            try chosen(.rank(.highest, over: .crimeType), rates, [q1]) == [
                "drug-offences Q1", "public-order Q1", "violence-with-injury Q1", "domestic-abuse Q1",
            ])
        #expect(
            try chosen(.rank(.highest, over: .crimeType), rates, [q1, q2], .change(.relative)) == [
                "public-order Q2", "drug-offences Q2", "violence-with-injury Q2", "domestic-abuse Q2",
            ])
        #expect(try chosen(.rank(.highest, over: .crimeType), rates, [q1, q2]).count == 8)
        #expect(
            try chosen(.rank(.highest, over: .period), [reported], [q1, q2]) == [
                "reported-crime Q2", "reported-crime Q1",
            ])
    }

    @Test func superlatives() throws {
        let highest = Facts.Operation.extreme(.highest, position: 1, over: .crimeType)
        #expect(try chosen(highest, rates, [q2]) == ["drug-offences Q2"])
        #expect(try chosen(highest, rates, [q1, q2]) == ["drug-offences Q1", "drug-offences Q2"])
        #expect(
            try chosen(.extreme(.lowest, position: 1, over: .crimeType), rates, [q1]) == ["domestic-abuse Q1"]
        )
        #expect(
            try chosen(.extreme(.highest, position: 2, over: .crimeType), rates, [q2]) == ["public-order Q2"])
        for position in [0, -1, 5, Int.max] {
            #expect(try chosen(.extreme(.highest, position: position, over: .crimeType), rates, [q2]) == [])
        }
        #expect(
            try chosen(.extreme(.highest, position: 1, over: .period), rates, [q1, q2]).count == 4)
        #expect(
            try chosen(.extreme(.highest, position: 1, over: .crimeType), rates, [q1, q2], .change(.points))
                == ["drug-offences Q2"])
    }

    @Test func allThatAreTiedShareThePlace() throws {
        let lines = """
            formal-action-rate,domestic-abuse,2022/23 Q3,50
            formal-action-rate,drug-offences,2022/23 Q3,20
            formal-action-rate,public-order,2022/23 Q3,50
            formal-action-rate,violence-with-injury,2022/23 Q3,50
            """
        let tied = ["domestic-abuse Q3", "public-order Q3", "violence-with-injury Q3"]
        #expect(
            try chosen(.extreme(.highest, position: 1, over: .crimeType), rates, [q3], adding: lines) == tied)
        #expect(
            try chosen(.rank(.highest, over: .crimeType), rates, [q3], adding: lines)
                == tied + ["drug-offences Q3"])
    }

    private static let mixed = """
        formal-action-rate,domestic-abuse,2022/23 Q3,9.9
        formal-action-rate,drug-offences,2022/23 Q3,73.7
        formal-action-rate,public-order,2022/23 Q3,26.0
        formal-action-rate,violence-with-injury,2022/23 Q3,16.0
        """

    /// Of changes up, down and none: by size, among all or among those that moved one way.
    @Test(arguments: [
        (Order.highest, Direction?.none, "domestic-abuse"), (.lowest, nil, "drug-offences"),
        (.highest, .fell, "public-order"), (.lowest, .fell, "violence-with-injury"),
        (.highest, .rose, "domestic-abuse"), (.lowest, .rose, "domestic-abuse"),
        (.lowest, .changed, "violence-with-injury"), (.highest, .unchanged, "drug-offences"),
    ]) func superlativesOfChanges(order: Order, direction: Direction?, winner: String) throws {
        #expect(
            try chosen(
                .extreme(order, position: 1, over: .crimeType), rates, [q2, q3], .change(.relative),
                moving: direction, adding: OperationTests.mixed) == [winner + " Q3"])
    }

    @Test func noneMovedThatWay() throws {
        let largest = Facts.Operation.extreme(.highest, position: 1, over: .crimeType)
        #expect(try chosen(largest, rates, [q1, q2], .change(.relative), moving: .rose) == [])
    }

    @Test func aChangeFromNoughtHasNoPlaceAmongPercentages() throws {
        let lines =
            "formal-action-rate,public-order,2022/23 Q3,0\nformal-action-rate,public-order,2022/23 Q4,5"
            + "\nformal-action-rate,drug-offences,2022/23 Q3,10\nformal-action-rate,drug-offences,2022/23 Q4,11"
        let series = [rates[1], rates[2]]
        let highest = Facts.Operation.extreme(.highest, position: 1, over: .crimeType)
        #expect(
            try chosen(highest, series, [q3, q4], .change(.relative), adding: lines) == ["drug-offences Q4"])
        #expect(
            try chosen(highest, series, [q3, q4], .change(.points), adding: lines) == ["public-order Q4"])
    }

    @Test(arguments: [
        (Condition(direction: .fell, comparison: .above, bound: .number(20)), "drug-offences public-order"),
        (
            Condition(direction: .fell, comparison: .below, bound: .number(20)),
            "domestic-abuse violence-with-injury"
        ),
        (
            Condition(direction: .fell, comparison: .above, bound: .number(15), isNegated: true),
            "domestic-abuse"
        ),
        (Condition(direction: .rose), ""),
        (
            Condition(direction: .rose, isNegated: true),
            "domestic-abuse drug-offences public-order violence-with-injury"
        ),
        (
            Condition(direction: .changed, comparison: .between, bound: .number(25), upper: 15),
            "drug-offences violence-with-injury"
        ),
        (Condition(direction: .fell, comparison: .above, bound: .series(rates[1])), "public-order"),
        (Condition(comparison: .below, bound: .number(-20)), "drug-offences public-order"),
        (Condition(comparison: .atLeast, bound: .number(n("22.58"))), "drug-offences public-order"),
        (Condition(direction: .fell, comparison: .equal, bound: .number(19)), "violence-with-injury"),
        (Condition(), ""),
    ]) func relativeChangesAreFiltered(condition: Condition, met: String) throws {
        #expect(
            try chosen(
                .filter(condition, over: .crimeType, counting: false), rates, [q1, q2], .change(.relative))
                == met.split(separator: " ").map { "\($0) Q2" })
    }

    @Test(arguments: [
        (Condition(comparison: .above, bound: .number(20)), "drug-offences public-order"),
        (Condition(comparison: .atMost, bound: .number(n("8.8"))), "domestic-abuse"),
        (Condition(comparison: .between, bound: .number(10), upper: 30), "public-order violence-with-injury"),
        (Condition(comparison: .above, bound: .series(rates[3])), "drug-offences public-order"),
        (Condition(comparison: .below, bound: .series(reported)), ""),
        (Condition(comparison: .between, bound: .number(0), upper: Rational(Int128.max, over: 7)), ""),
        (Condition(comparison: .between, bound: .number(10)), ""),
        (Condition(direction: .rose), ""),
    ]) func levelsAreFiltered(condition: Condition, met: String) throws {
        #expect(
            try chosen(.filter(condition, over: .crimeType, counting: false), rates, [q2])
                == met.split(separator: " ").map { "\($0) Q2" })
    }

    @Test func pointsAreFilteredInPoints() throws {
        let atLeast3 = Condition(direction: .fell, comparison: .atLeast, bound: .number(3))
        #expect(
            try chosen(
                .filter(atLeast3, over: .crimeType, counting: true), rates, [q1, q2], .change(.points))
                == ["drug-offences Q2", "public-order Q2", "violence-with-injury Q2"])
    }

    @Test func aSeriesToCompareWithMayBeMissing() throws {
        let other = rate("burglary")
        let question = FigureQuestion(
            series: [rates[0]], periods: [q1],
            operation: .filter(
                Condition(comparison: .above, bound: .series(other)), over: .crimeType, counting: false))
        let finding = try Fixture.store().find(question)
        #expect(finding.results == [])
        #expect(finding.missing.map(\.series) == [other])
    }
}
