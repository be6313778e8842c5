import Facts

@testable import Language

/// Superlatives, rankings, filters, and arithmetic between figures.
extension QuestionSpace {
    private var bothOrders: [Order] { [.highest, .lowest] }

    var superlatives: [FigureQuestion] {
        let crimes = ([rates] + pairs + [Array(rates.dropFirst())]).flatMap { series in
            both.flatMap { period in
                bothOrders.flatMap { order in
                    [Quantity.level, .complement].map {
                        asking(series, [period], $0, .extreme(order, position: 1, over: .crimeType))
                    }
                }
            }
        }
        let later = [2, 3, 4].flatMap { position in
            bothOrders.map {
                asking(rates, [first], .level, .extreme($0, position: position, over: .crimeType))
            }
        }
        let periods = (rates + [reported]).flatMap { series in
            bothOrders.map { asking([series], both, .level, .extreme($0, position: 1, over: .period)) }
        }
        return crimes + later + periods
    }

    var changeSuperlatives: [FigureQuestion] {
        [rates, pairs[1]].flatMap { series in
            [ChangeKind.relative, .points].flatMap { kind in
                bothOrders.flatMap { order in
                    [nil, Direction.rose, .fell].flatMap { direction in
                        [1, 2].map { position in
                            asking(
                                series, both, .change(kind),
                                .extreme(order, position: position, over: .crimeType),
                                claim: direction.map { Claim(condition: Condition(direction: $0)) })
                        }
                    }
                }
            }
        }
    }

    /// "Domestic abuse had the highest rate, didn't it?"
    var winners: [FigureQuestion] {
        rates.flatMap { named in
            bothOrders.map { order in
                asking(
                    rates, [second], .level, .extreme(order, position: 1, over: .crimeType),
                    claim: Claim(condition: Condition(comparison: .equal, bound: .series(named))))
            }
        }
    }

    var rankings: [FigureQuestion] {
        let levels = [rates, pairs[2]].flatMap { series in
            both.flatMap { period in
                bothOrders.flatMap { order in
                    [Quantity.level, .complement].map {
                        asking(series, [period], $0, .rank(order, over: .crimeType))
                    }
                }
            }
        }
        let changes = [ChangeKind.relative, .points].flatMap { kind in
            bothOrders.flatMap { order in
                [nil, Direction.fell].map { direction in
                    asking(
                        rates, both, .change(kind), .rank(order, over: .crimeType),
                        claim: direction.map { Claim(condition: Condition(direction: $0)) })
                }
            }
        }
        let periods = (rates + [reported]).flatMap { series in
            bothOrders.map { asking([series], both, .level, .rank($0, over: .period)) }
        }
        return levels + changes + periods
    }

    var levelFilters: [FigureQuestion] {
        let crimes = [false, true].flatMap { isCounting in
            [Quantity.level, .complement].flatMap { quantity in
                (bounds(("20", "50"))).flatMap { condition in
                    [[first], [second]].map {
                        asking(
                            rates, $0, quantity, .filter(condition, over: .crimeType, counting: isCounting))
                    }
                }
            }
        }
        let periods =
            bounds(("2500", "2800")).map {
                asking([reported], both, .level, .filter($0, over: .period, counting: false))
            }
            + bounds(("20", "50")).map {
                asking([rates[2]], both, .level, .filter($0, over: .period, counting: false))
            }
        return crimes + periods
    }

    var changeFilters: [FigureQuestion] {
        (movements + movements(.relative, ("4", "20")) + movements(.points, ("4", "20"))).flatMap {
            movement in
            [false, true].map {
                asking(
                    rates, both, .change(movement.kind),
                    .filter(movement.condition, over: .crimeType, counting: $0))
            }
        }
    }

    var counts: [FigureQuestion] {
        both.map { asking(rates, [$0], .level, .filter(Condition(), over: .crimeType, counting: true)) }
    }

    // MARK: - Arithmetic

    var sums: [FigureQuestion] {
        [asking([reported], both, .level, .sum), asking(funding, year, .level, .sum)]
    }

    var means: [FigureQuestion] {
        [Quantity.level, .complement].flatMap { quantity in
            ([rates] + pairs).flatMap { series in both.map { asking(series, [$0], quantity, .mean) } }
                + rates.map { asking([$0], both, quantity, .mean) }
        } + [asking([reported], both, .level, .mean)]
    }

    var averages: [FigureQuestion] {
        [Grain.day, .week, .month].flatMap { grain in
            [[first], [second], both].map { asking([reported], $0, .level, .per(grain)) }
                + funding.map { asking([$0], year, .level, .per(grain)) }
        }
    }

    var differences: [FigureQuestion] {
        pairs.flatMap { pair in
            [[first], [second], both].flatMap { periods in
                [Quantity.level, .complement].map { asking(pair, periods, $0, .difference) }
            }
        } + [asking(funding, year, .level, .difference)]
    }

    var ratios: [FigureQuestion] {
        pairs.flatMap { pair in [[first], [second], both].map { asking(pair, $0, .level, .ratio) } }
            + (rates + [reported]).map { asking([$0], both.reversed(), .level, .ratio) }
            + [asking(funding, year, .level, .ratio), asking(funding.reversed(), year, .level, .ratio)]
    }

    var ranges: [FigureQuestion] {
        [[first], [second], both].flatMap { periods in
            [Quantity.level, .complement].map { asking(rates, periods, $0, .range) }
        }
    }

    var shares: [FigureQuestion] {
        let part = funding.first { grammar.definitions.wholes[$0.measure] != nil } ?? funding[0]
        let whole = funding.first { $0.measure == grammar.definitions.wholes[part.measure] } ?? funding[0]
        let claims =
            [nil]
            + (bounds(("2", "50")) + [Condition(comparison: .equal, bound: .number(2))]).map {
                Claim(condition: $0)
            }
        return claims.flatMap { claim in
            [both, both.reversed()].map { asking([reported], $0, .level, .share, claim: claim) }
                + [asking([part, whole], year, .level, .partOf, claim: claim)]
        }
    }

    /// Whether an order stayed the same.
    var orders: [FigureQuestion] {
        let claim = Claim(isSameness: true)
        return bothOrders.map {
            asking(rates, both, .change(.both), .extreme($0, position: 1, over: .crimeType), claim: claim)
        }
            + bothOrders.map {
                asking(rates, both, .level, .extreme($0, position: 1, over: .crimeType), claim: claim)
            } + [asking(rates, both, .level, .rank(.highest, over: .crimeType), claim: claim)]
    }
}
