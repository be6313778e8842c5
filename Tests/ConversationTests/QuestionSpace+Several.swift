import Facts

@testable import Language

/// What is asked of several figures at once: of how many something is so, which moved alike, the winner of each, shares
/// of one another, medians, rounding, parts of lists.
extension QuestionSpace {
    var quantified: [FigureQuestion] {
        [Quantifier.any, .most, .one, .none].flatMap { quantifier in
            ([rates] + pairs).flatMap { series in
                [Direction.rose, .fell].map { direction in
                    asking(
                        series, both, .change(.both),
                        claim: Claim(condition: Condition(direction: direction), quantifier: quantifier))
                }
                    + [Comparison.above, .below].map { comparison in
                        let condition = Condition(comparison: comparison, bound: .number(number("20")))
                        return asking(
                            series, [second], claim: Claim(condition: condition, quantifier: quantifier))
                    }
            }
        }
    }

    var alike: [FigureQuestion] {
        rates.flatMap { other in
            [nil, Direction.rose, .fell].flatMap { direction in
                [false, true].map { counting in
                    asking(
                        rates.filter { $0 != other }, both, .change(.both),
                        .filter(
                            Condition(direction: direction, comparison: .alike, bound: .series(other)),
                            over: .crimeType, counting: counting))
                }
            }
        }
    }

    var eachWinners: [FigureQuestion] {
        [Order.highest, .lowest].flatMap { order in
            [1, 2].map { asking(rates, both, .level, .extreme(order, position: $0, over: .crimeType)) }
                + [asking(rates, both, .level, .extreme(order, position: 1, over: .period))]
        }
    }

    var medians: [FigureQuestion] {
        both.map { asking(rates, [$0], .level, .median) } + [asking([reported], both, .level, .median)]
    }

    var sharesOfAnother: [FigureQuestion] {
        (rates + [reported]).flatMap { series in
            [both, both.reversed()].map { asking([series], $0, .level, .partOf) }
        } + pairs.flatMap { pair in both.map { asking(pair, [$0], .level, .partOf) } }
    }

    var roundings: [FigureQuestion] {
        [Rounded.whole, .oneDecimal, .twoDecimals, .ten, .hundred, .thousand, .inThousands, .inMillions]
            .flatMap { rounded in
                [
                    asking([reported], [second]), asking([reported], both, .level, .sum),
                    asking([rates[0]], both, .change(.both)), asking(rates, [first]),
                    asking([funding[0]], year),
                ].map { question in
                    var question = question
                    question.rounded = rounded
                    return question
                }
            }
    }

    var slices: [Question] {
        grammar.definitions.lists.flatMap { list -> [Question] in
            let count = grammar.catalogue.items.filter { $0.list == list.id }.count
            let slices =
                [(1, 1), (2, 1), (-1, 1), (1, 2), (-1, 2)].map {
                    ItemQuestion.Slice(start: $0.0, count: $0.1)
                }
            return slices.filter { max($0.start, $0.count) <= count }.map {
                Question.items(ItemQuestion(lists: [list.id], slice: $0))
            }
        }
    }
}
