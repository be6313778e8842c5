import Facts
import Testing

@testable import FactStore

/// Whatever is asked, the store answers or says what is missing; it does not stop.
@Suite struct OddQuestionTests {
    @Test(arguments: 0..<20) func nothingCrashes(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let largest = "999999999999999"
        let store = try Fixture.store(
            adding: """
                reported-crime,,2022/23 Q3,\(largest)
                reported-crime,,2022/23 Q4,0
                formal-action-rate,public-order,2022/23 Q3,0
                formal-action-rate,public-order,2022/23 Q4,0
                """)
        // No figures of Data/ are like these. Arithmetic has to bear them all the same.
        try Fixture.writePastChecks(
            """
            UPDATE observation SET value = -\(largest)
            WHERE measure = 'reported-crime' AND first_day = '2023-01-01';
            UPDATE observation SET value = \(largest)
            WHERE crime_type = 'public-order' AND first_day = '2023-01-01'
            """, in: store)
        for _ in 0..<50 {
            let question = OddQuestionTests.question(using: &random)
            let finding = try store.find(question)
            #expect(finding.cells.count <= question.series.count * max(question.periods.count, 1))
            for result in finding.results {
                #expect(result.cells.allSatisfy(finding.cells.indices.contains))
                #expect(!result.value.text(decimals: result.decimals).isEmpty)
            }
            #expect(try store.find(question) == finding)
            #expect(store.statements(for: question).count <= 3 * 7 * 7)
        }
    }

    static func question(using random: inout Seeded) -> FigureQuestion {
        let series = rates + [reported, whole("funding-total"), whole("unknown"), rate("burglary")]
        let periods = [
            q1, q2, q3, q4, .financialYear(2022), .financialYear(2021), .since(q1.start), .since(q4.end),
            .month(7, year: 2022), .months(6, from: 4, year: 2022), .months(1, from: 1, year: -5000),
            .calendarYear(20_000),
        ]
        func pick<Element>(_ elements: [Element], most: Int) -> [Element] {
            (0..<Int.random(in: 0...most, using: &random)).compactMap { _ in
                elements.randomElement(using: &random)
            }
        }
        let numbers: [Rational] = [
            0, -1, 20, n("13.73"), n("999999999999999"), n("-0.00000000000001"),
            Rational(Int128.max, over: 7) ?? 0, Rational(1, over: Int128.max) ?? 0,
            Rational(Int128.min + 1, over: 1) ?? 0,
        ]
        func one<Element>(_ elements: [Element]) -> Element? { pick(elements, most: 1).first }
        func condition() -> Condition {
            Condition(
                direction: one([.rose, .fell, .unchanged, .changed]),
                comparison: one([.above, .atLeast, .below, .atMost, .equal, .between]),
                bound: one(numbers.map(Bound.number) + series.map(Bound.series)), upper: one(numbers),
                isNegated: Bool.random(using: &random))
        }
        let axis = one([Axis.crimeType, .period, .area]) ?? .crimeType
        let order = one([Order.highest, .lowest]) ?? .highest
        let operations: [Facts.Operation] =
            [
                .show, .sum, .mean, .difference, .ratio, .share, .partOf, .rank(order, over: axis), .range,
                .extreme(order, position: Int.random(in: -1...5, using: &random), over: axis),
                .filter(condition(), over: axis, counting: Bool.random(using: &random)),
            ] + Grain.allCases.map(Facts.Operation.per)
        let claim = Claim(
            condition: one([condition()]), from: one(numbers), to: one(numbers),
            isApproximate: Bool.random(using: &random), isSameness: Bool.random(using: &random))
        return FigureQuestion(
            series: pick(series, most: 7), periods: pick(periods, most: 7),
            quantity: one([.level, .complement] + ChangeKind.allCases.map(Quantity.change)) ?? .level,
            operation: one(operations) ?? .show, claim: one([claim]))
    }
}
