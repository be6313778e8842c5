import Facts
import Testing

@testable import FactStore

@Suite struct ClaimTests {
    private func verdict(
        _ claim: Claim, _ series: [Series], _ periods: [Period], _ quantity: Quantity = .level,
        _ operation: Facts.Operation = .show, adding lines: String = ""
    ) throws -> Bool? {
        let question = FigureQuestion(
            series: series, periods: periods, quantity: quantity, operation: operation, claim: claim)
        return try Fixture.store(adding: lines).find(question).verdict
    }

    private func said(_ comparison: Comparison, _ bound: String, about: Bool = false) -> Claim {
        Claim(condition: Condition(comparison: comparison, bound: .number(n(bound))), isApproximate: about)
    }

    @Test(arguments: [
        ("95", false, true), ("95.2", false, true), ("95.1", false, false), ("96", false, false),
        ("96", true, true), ("97.58", true, true), ("97.59", true, false), ("92", true, false),
        ("0", true, false),
    ]) func equalIsToThePrecisionOfTheClaim(value: String, about: Bool, holds: Bool) throws {
        #expect(try verdict(said(.equal, value, about: about), [rates[1]], [q1]) == holds)
    }

    @Test(arguments: [
        (Comparison.above, "2749", false), (.above, "2748", true), (.atLeast, "2749", true),
        (.below, "2750", true), (.below, "2749", false), (.atMost, "2749", true), (.atMost, "2748", false),
    ]) func bounds(comparison: Comparison, bound: String, holds: Bool) throws {
        #expect(try verdict(said(comparison, bound), [reported], [q2]) == holds)
    }

    @Test func everyFigureHasToHold() throws {
        #expect(try verdict(said(.above, "10"), [rates[0]], [q1, q2]) == false)
        #expect(try verdict(said(.below, "11"), [rates[0]], [q1, q2]) == true)
        let fell = Claim(condition: Condition(direction: .fell))
        #expect(try verdict(fell, rates, [q1, q2], .change(.relative)) == true)
        #expect(try verdict(fell, rates + [reported], [q1, q2], .change(.relative)) == false)
    }

    @Test func whatIsMissingLeavesItOpen() throws {
        #expect(try verdict(said(.below, "11"), [rates[0]], [q2, q3]) == nil)
        #expect(try verdict(said(.above, "11"), [rates[0]], [q2, q3]) == false)
        #expect(try verdict(said(.above, "11"), [rates[0]], [q3]) == nil)
        #expect(try verdict(Claim(), [rates[0]], [q1]) == nil)
        let higher = Claim(condition: Condition(comparison: .above, bound: .series(rate("burglary"))))
        #expect(try verdict(higher, [rates[0]], [q1]) == nil)
        #expect(try verdict(Claim(condition: Condition(direction: .rose)), [rates[0]], [q1]) == nil)
    }

    @Test(arguments: [
        (rates[0], "13.73", true), (rates[0], "30.69", false), (rates[2], "30.7", true),
        (rates[2], "31", true),
        (rates[2], "30.70001", false), (rates[0], "-13.73", false),
    ]) func changesAreComparedBySize(series: Series, by: String, holds: Bool) throws {
        let claim = Claim(condition: Condition(direction: .fell, comparison: .equal, bound: .number(n(by))))
        #expect(try verdict(claim, [series], [q1, q2], .change(.relative)) == holds)
        let rose = Claim(condition: Condition(direction: .rose, comparison: .equal, bound: .number(n(by))))
        #expect(try verdict(rose, [series], [q1, q2], .change(.relative)) == false)
    }

    @Test func aSignedBoundIsOnTheSignedChange() throws {
        #expect(try verdict(said(.equal, "-13.73"), [rates[0]], [q1, q2], .change(.relative)) == true)
        #expect(try verdict(said(.equal, "13.73"), [rates[0]], [q1, q2], .change(.relative)) == true)
        #expect(try verdict(said(.equal, "-12.94"), [reported], [q1, q2], .change(.relative)) == false)
    }

    @Test(arguments: [
        ("16.1", "19.9", false), ("19.9", "16.1", true), ("20", "16", true), ("19.9", "16.2", false),
    ]) func fromAndTo(from: String, to: String, holds: Bool) throws {
        let claim = Claim(from: n(from), to: n(to))
        #expect(try verdict(claim, [rates[3]], [q1, q2], .change(.both)) == holds)
    }

    @Test func fromAndToHoldTogetherWithTheDirection() throws {
        let claim = Claim(condition: Condition(direction: .rose), from: n("19.9"), to: n("16.1"))
        #expect(try verdict(claim, [rates[3]], [q1, q2], .change(.both)) == false)
    }

    @Test func negation() throws {
        let notFell = Condition(direction: .fell, isNegated: true)
        #expect(try verdict(Claim(condition: notFell), [reported], [q1, q2], .change(.relative)) == true)
        #expect(try verdict(Claim(condition: notFell), [rates[0]], [q1, q2], .change(.relative)) == false)
    }

    @Test func comparedWithAnotherSeries() throws {
        let more = Claim(condition: Condition(comparison: .above, bound: .series(rates[2])))
        #expect(try verdict(more, [rates[1]], [q1, q2]) == true)
        #expect(try verdict(more, [rates[0]], [q1]) == false)
        let further = Claim(
            condition: Condition(direction: .fell, comparison: .above, bound: .series(rates[2])))
        #expect(try verdict(further, [rates[1]], [q1, q2], .change(.relative)) == false)
        #expect(try verdict(further, [rates[1]], [q1, q2], .change(.points)) == true)
    }

    @Test func computedFigures() throws {
        #expect(try verdict(said(.above, "5000"), [reported], [q1, q2], .level, .sum) == true)
        #expect(try verdict(said(.above, "6000"), [reported], [q1, q2], .level, .sum) == false)
        #expect(try verdict(said(.above, "6000"), [reported], [q1, q3], .level, .sum) == nil)
        #expect(try verdict(said(.equal, "30", about: false), [reported], [q2], .level, .per(.day)) == true)
        #expect(try verdict(said(.equal, "9.33"), [rates[1], rates[0]], [q1], .level, .ratio) == true)
        let funding = [whole("funding-specific"), whole("funding-total")]
        #expect(try verdict(said(.equal, "2"), funding, [.financialYear(2021)], .level, .partOf) == true)
        #expect(try verdict(said(.equal, "1.4"), [rates[0]], [q1, q2], .level, .difference) == true)
    }

    @Test func whoComesFirst() throws {
        let highest = Facts.Operation.extreme(.highest, position: 1, over: .crimeType)
        func isHighest(_ series: Series) -> Claim { Claim(condition: Condition(bound: .series(series))) }
        #expect(try verdict(isHighest(rates[1]), rates, [q1], .level, highest) == true)
        #expect(try verdict(isHighest(rates[2]), rates, [q1], .level, highest) == false)
        #expect(try verdict(isHighest(rates[1]), rates, [q3], .level, highest) == nil)
        #expect(
            try verdict(
                isHighest(rates[1]), rates, [q3], .level, highest,
                adding: "formal-action-rate,drug-offences,2022/23 Q3,73.7") == nil)
        #expect(try verdict(said(.above, "90"), rates, [q1], .level, highest) == true)
    }

    @Test func howMany() throws {
        let fell = Facts.Operation.filter(Condition(direction: .fell), over: .crimeType, counting: true)
        #expect(try verdict(said(.equal, "4"), rates, [q1, q2], .change(.relative), fell) == true)
        #expect(try verdict(said(.equal, "3"), rates, [q1, q2], .change(.relative), fell) == false)
    }

    @Test func anyAtAll() throws {
        let rose = Facts.Operation.filter(Condition(direction: .rose), over: .crimeType, counting: false)
        #expect(try verdict(Claim(), rates, [q1, q2], .change(.relative), rose) == false)
        #expect(try verdict(Claim(), [], [q1, q2], .change(.relative), rose) == nil)
        #expect(try verdict(Claim(), rates + [reported], [q1, q2], .change(.relative), rose) == true)
        #expect(
            try verdict(
                Claim(), rates, [q2, q3], .change(.relative), rose,
                adding: "formal-action-rate,drug-offences,2022/23 Q3,73.7") == nil)
    }

    @Test func sameOrder() throws {
        let same = Claim(isSameness: true)
        #expect(try verdict(same, rates, [q1, q2], .level, .rank(.highest, over: .crimeType)) == true)
        let lines = """
            formal-action-rate,domestic-abuse,2022/23 Q3,50
            formal-action-rate,drug-offences,2022/23 Q3,60
            formal-action-rate,public-order,2022/23 Q3,20
            formal-action-rate,violence-with-injury,2022/23 Q3,10
            """
        let highest = Facts.Operation.extreme(.highest, position: 1, over: .crimeType)
        #expect(
            try verdict(same, rates, [q1, q3], .level, .rank(.highest, over: .crimeType), adding: lines)
                == false)
        #expect(try verdict(same, rates, [q1, q3], .level, highest, adding: lines) == true)
        #expect(try verdict(same, rates, [q1, q4], .level, highest) == nil)
        #expect(try verdict(same, rates, [q1], .level, highest) == nil)
    }

    @Test func sameWinnerByPercentageAndByPoints() throws {
        let same = Claim(isSameness: true)
        let largest = Facts.Operation.extreme(.highest, position: 1, over: .crimeType)
        let smallest = Facts.Operation.extreme(.lowest, position: 1, over: .crimeType)
        #expect(try verdict(same, rates, [q1, q2], .change(.both), largest) == false)
        #expect(try verdict(same, rates, [q1, q2], .change(.both), smallest) == true)
        #expect(try verdict(same, [reported], [q1, q2]) == false)
        #expect(try verdict(same, [reported], [q1, q1]) == true)
    }
}
