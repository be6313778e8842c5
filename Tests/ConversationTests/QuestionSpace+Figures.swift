import Facts

/// Figures, changes, and what is claimed of them.
extension QuestionSpace {
    var values: [FigureQuestion] {
        someRates.flatMap { series in quarters.map { asking(series, $0) } }
            + quarters.map { asking([reported], $0) }
            + [asking([reported], [.financialYear(2022)]), asking([reported], [.month(7, year: 2022)])]
            + (funding.map { [$0] } + [funding]).map { asking($0, year) }
    }

    var complements: [FigureQuestion] {
        someRates.flatMap { series in quarters.map { asking(series, $0, .complement) } }
    }

    /// Forward, across a gap, and the other way round.
    private var spans: [[Period]] {
        [
            both, [second, .quarter(3, financialYear: 2022)], [.quarter(4, financialYear: 2021), first],
            both.reversed(),
        ]
    }

    var changes: [FigureQuestion] {
        spans.flatMap { span in
            someRates.flatMap { series in
                [ChangeKind.both, .relative, .points].map { asking(series, span, .change($0)) }
            } + [ChangeKind.both, .relative, .amount].map { asking([reported], span, .change($0)) }
        }
    }

    var changeClaims: [FigureQuestion] {
        (rates.map { [$0] } + [rates, pairs[0], [reported]]).flatMap { series in
            claims(of: series).map {
                asking(series, both, .change($0.kind), claim: Claim(condition: $0.condition))
            }
        }
    }

    private func claims(of series: [Series]) -> [Movement] {
        let isCount = series == [reported]
        let kinds = [ChangeKind.relative, isCount ? .amount : .points]
        let plain = kinds.flatMap { kind -> [Movement] in
            [Direction.rose, .fell].map { Movement(kind: kind, condition: Condition(direction: $0)) }
        }
        return movements + plain + movements(.relative, ("12.5", "20"))
            + movements(kinds[1], isCount ? ("300", "320") : ("4", "12.5"))
    }

    /// How something moved, and how its size is to be said.
    struct Movement {
        let kind: ChangeKind
        let condition: Condition
    }

    /// Up, down, or neither; and not.
    var movements: [Movement] {
        [Direction.rose, .fell, .unchanged].flatMap { direction -> [Movement] in
            [false, true].map {
                Movement(kind: .both, condition: Condition(direction: direction, isNegated: $0))
            }
        }
    }

    /// Up or down by more or less than a number.
    func movements(_ kind: ChangeKind, _ numbers: (low: String, high: String)) -> [Movement] {
        [Direction.rose, .fell].flatMap { direction -> [Movement] in
            bounds(numbers).map { bound in
                var condition = bound
                condition.direction = direction
                return Movement(kind: kind, condition: condition)
            }
        }
    }

    /// Above, at least, below, at most, between; and not above.
    func bounds(_ numbers: (low: String, high: String)) -> [Condition] {
        let low = Bound.number(number(numbers.low))
        return [Comparison.above, .atLeast, .below, .atMost].map { Condition(comparison: $0, bound: low) } + [
            Condition(comparison: .between, bound: low, upper: number(numbers.high)),
            Condition(comparison: .above, bound: low, isNegated: true),
        ]
    }

    var levelClaims: [FigureQuestion] {
        let rated = (rates.map { [$0] } + [rates]).flatMap { series in
            [Quantity.level, .complement].flatMap { quantity in
                bounds(("8.8", "20")).map { asking(series, [second], quantity, claim: Claim(condition: $0)) }
            }
        }
        return rated
            + bounds(("2434", "2700")).map { asking([reported], [second], claim: Claim(condition: $0)) }
            + bounds(("24300", "1000000")).map { asking([funding[0]], year, claim: Claim(condition: $0)) }
    }

    /// Figures that a question states, right and wrong ones.
    var stated: [FigureQuestion] {
        func said(_ digits: String, _ decimals: Int, _ unit: Unit?, _ role: Stated.Role) -> Stated {
            Stated(value: number(digits), decimals: decimals, unit: unit, role: role)
        }
        let levels = [false, true].flatMap { isApproximate -> [FigureQuestion] in
            let claim = Claim(isApproximate: isApproximate)
            return rates.map {
                asking([$0], [second], claim: claim, stated: [said("28.9", 1, .percent, .any)])
            }
                + [asking([reported], [second], claim: claim, stated: [said("2749", 0, .incidents, .any)])]
        }
        let passing = rates.map { asking([$0], [second], stated: [said("28.9", 1, .percent, .any)]) }
        let sizes = [("13.73", 2, Unit.percent), ("12.8", 1, .points), ("20", 0, .percent)].flatMap { size in
            [Direction.rose, .fell].flatMap { direction in
                [false, true].map { isApproximate in
                    asking(
                        [rates[0]], both, .change(.both),
                        claim: Claim(
                            condition: Condition(direction: direction), isApproximate: isApproximate),
                        stated: [said(size.0, size.1, size.2, .size)])
                }
            }
        }
        let ends = [Direction.rose, .fell, nil].map { direction in
            asking(
                [rates[2]], both, .change(.both),
                claim: Claim(
                    condition: Condition(direction: direction), from: number("41.7"), to: number("28.9")),
                stated: [said("41.7", 1, .percent, .before), said("28.9", 1, .percent, .after)])
        }
        return levels + passing + sizes + ends
    }
}
