import Facts

/// Whether what a question asserts is so. Nil when that cannot be told from what is held.
struct Claims {
    let question: FigureQuestion
    let cells: Cells
    let results: [Finding.Result]
    let conditions: Conditions
    let ordering: Ordering

    func verdict() -> Bool? {
        guard let claim = question.claim else { return nil }
        var verdicts: [Bool?] = []
        if claim.isSameness { verdicts.append(sameness) }
        for (claimed, figure) in [(claim.from, \Finding.Change.before), (claim.to, \.after)] {
            guard let claimed else { continue }
            verdicts += ofEveryCell { cell, _ in
                cell.change.map { conditions.equality.holds($0[keyPath: figure], claimed) }
            }
        }
        // "Did it go from 19.9% to 16.1%?" says nothing of a direction.
        let isOfEnds = !verdicts.isEmpty && claim.condition == Condition()
        if let condition = claim.condition, !isOfEnds {
            verdicts += verdictsOf(condition)
        } else if verdicts.isEmpty, case .filter = question.operation {
            // "Did any rise?": one that did is enough; that none did takes all of them.
            return results.isEmpty ? (cells.isComplete ? false : nil) : true
        }
        return Claims.all(verdicts)
    }

    /// Of how many figures what is claimed of some is so; nil where that cannot be told.
    var holding: Int? {
        guard let claim = question.claim, claim.quantifier != .all, let condition = claim.condition else {
            return nil
        }
        let verdicts = ofEveryCell { conditions.holds(condition, of: $0, asked: $1) }
        return verdicts.contains(nil) ? nil : verdicts.count { $0 == true }
    }

    private func verdictsOf(_ condition: Condition) -> [Bool?] {
        switch question.operation {
        case .show, .rank:
            return [quantified(ofEveryCell { conditions.holds(condition, of: $0, asked: $1) })]
        case .extreme:
            guard cells.isComplete, !results.isEmpty else { return [nil] }
            let winners = results.flatMap(\.cells)
            // "Is public order the highest?" names a winner; anything else is said of the winning figure.
            if case .series(let series) = condition.bound, condition.comparison ?? .equal == .equal {
                // In each quarter it has to be the winner of that quarter.
                let places = question.wins == .period ? [nil] : cells.places.map(Optional.some)
                let wins = places.map { place in
                    winners.contains {
                        cells.all[$0].series == series && (place == nil || cells.asked[$0] == place)
                    }
                }
                return [wins.allSatisfy { $0 } != condition.isNegated]
            }
            return winners.map { conditions.holds(condition, of: cells.all[$0], asked: cells.asked[$0]) }
        case .filter:
            return [cells.isComplete ? conditions.holds(condition, of: Rational(results.count)) : nil]
        case .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .range:
            return results.isEmpty ? [nil] : results.map { conditions.holds(condition, of: $0.value) }
        }
    }

    /// Whether as many hold as were claimed to; nil where those that cannot be told would decide it.
    private func quantified(_ verdicts: [Bool?]) -> Bool? {
        let holding = verdicts.count { $0 == true }
        let most = holding + verdicts.count { $0 == nil }
        func isSo(_ count: Int) -> Bool {
            switch question.claim?.quantifier ?? .all {
            case .all: count == verdicts.count && count > 0
            case .any: count > 0
            case .most: count * 2 > verdicts.count
            case .one: count == 1
            case .none: count == 0
            }
        }
        let verdict = isSo(holding)
        return (holding...most).allSatisfy { isSo($0) == verdict } ? verdict : nil
    }

    /// A cell that is missing leaves its part of the claim open.
    private func ofEveryCell(_ holds: (Finding.Cell, Period) -> Bool?) -> [Bool?] {
        zip(cells.all, cells.asked).map(holds) + (cells.isComplete && !cells.all.isEmpty ? [] : [nil])
    }

    /// Whether the ways of looking agree: relative and absolute for a change in both; else the periods, crime
    /// types or areas that the axis leaves; of figures that are not put in order, whether they are equal.
    private var sameness: Bool? {
        guard cells.isComplete else { return nil }
        switch question.operation {
        case .rank(let order, let axis):
            return isSame(over: axis) { $0.ranked(order, over: axis) }
        case .extreme(let order, let position, let axis):
            return isSame(over: axis) { $0.extreme(order, position: position, over: axis) }
        case .show, .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .range, .filter:
            guard cells.all.count > 1, Set(cells.all.map(\.unit)).count == 1 else { return nil }
            return Set(cells.all.map(\.value)).count == 1
        }
    }

    private func isSame(over axis: Axis, _ indices: (Ordering) -> [[Int]]) -> Bool? {
        if case .change(.both) = question.quantity {
            // A change from nought has no percentage and so no place among the others.
            guard cells.all.allSatisfy({ $0.change?.percent != nil }) else { return nil }
            return indices(ordering).map { ordering.places($0, over: axis) }
                == indices(ordering.byDifference).map { ordering.byDifference.places($0, over: axis) }
        }
        let orders = indices(ordering).map { ordering.places($0, over: axis) }
        guard let first = orders.first, orders.count > 1 else { return nil }
        return orders.allSatisfy { $0 == first }
    }

    private static func all(_ verdicts: [Bool?]) -> Bool? {
        if verdicts.contains(false) { return false }
        return verdicts.isEmpty || verdicts.contains(nil) ? nil : true
    }
}
