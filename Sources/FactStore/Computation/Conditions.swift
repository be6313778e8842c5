import Facts

/// Whether figures meet conditions. Nil, throughout, is "cannot be told": the figure has no such value, or what
/// it is compared with is not held.
struct Conditions {
    let weighing: Weighing
    let cells: Cells
    let equality: Equality

    func holds(_ condition: Condition, of cell: Finding.Cell, asked: Period) -> Bool? {
        let met = meets(condition, cell, asked)
        return condition.isNegated ? met.map { !$0 } : met
    }

    /// Of a number that was computed from cells; a number above nought counts as a rise.
    func holds(_ condition: Condition, of value: Rational) -> Bool? {
        if let direction = condition.direction {
            guard (value > 0 ? Direction.rose : value < 0 ? .fell : .unchanged).is(direction) else {
                return condition.isNegated
            }
        }
        let met: Bool?
        switch condition.bound {
        case nil: met = condition.direction == nil ? nil : true
        case .number(let bound):
            let size = condition.direction == nil && bound < 0 ? value : value.magnitude
            met = compare(size, condition, bound)
        case .series: met = nil
        }
        return condition.isNegated ? met.map { !$0 } : met
    }

    private func meets(_ condition: Condition, _ cell: Finding.Cell, _ asked: Period) -> Bool? {
        // "How many crime types are there?": each that a figure is held for.
        if condition == Condition(), cell.change == nil { return true }
        if let direction = condition.direction {
            guard let change = cell.change else { return nil }
            guard change.direction.is(direction) else { return false }
        }
        switch condition.bound {
        case nil: return condition.direction == nil ? nil : true
        case .number(let bound):
            return size(of: cell, condition, bound: bound).flatMap { compare($0, condition, bound) }
        case .series(let series):
            guard let other = cells.cell(series, asked), other.unit == cell.unit else { return nil }
            if condition.comparison == .alike {
                guard let one = cell.change, let two = other.change else { return nil }
                return one.direction == two.direction
            }
            let direction = condition.direction
            let values = [cell, other].map { cell in
                direction.map { weighing.size(of: cell, moving: $0) } ?? weighing.value(of: cell)
            }
            guard let value = values[0], let bound = values[1] else { return nil }
            return compare(value, condition, bound)
        }
    }

    /// A bound on a change is on its size, unless it is itself signed: "a change of -5".
    private func size(of cell: Finding.Cell, _ condition: Condition, bound: Rational) -> Rational? {
        guard cell.change != nil, condition.direction != nil || bound >= 0 else {
            return weighing.value(of: cell)
        }
        return weighing.size(of: cell, moving: condition.direction ?? .changed)
    }

    private func compare(_ value: Rational, _ condition: Condition, _ bound: Rational) -> Bool? {
        guard value.isComparable, bound.isComparable else { return nil }
        switch condition.comparison ?? .equal {
        case .above: return value > bound
        case .atLeast: return value >= bound
        case .below: return value < bound
        case .atMost: return value <= bound
        case .alike: return nil
        case .equal: return equality.holds(value, bound)
        case .between:
            guard let upper = condition.upper, upper.isComparable else { return nil }
            return min(bound, upper) <= value && value <= max(bound, upper)
        }
    }
}

/// When a figure is what somebody says it is.
struct Equality {
    /// "about", "nearly".
    let isApproximate: Bool

    /// The figure, rounded to the decimals of the number claimed, is that number; or, of an approximate claim, it
    /// is within one fortieth (2.5 per cent) of the figure.
    func holds(_ figure: Rational, _ claimed: Rational) -> Bool {
        guard figure.isComparable, claimed.isComparable else { return false }
        if let decimals = claimed.exactDecimals(most: 12) {
            if figure.rounded(decimals: decimals) == claimed { return true }
        } else if figure == claimed {
            return true
        }
        guard isApproximate else { return false }
        let (near, said) = (figure.rounded(decimals: 3), claimed.rounded(decimals: 3))
        return (near - said).magnitude * 40 <= near.magnitude
    }
}

extension Rational {
    /// Whether comparing it and rounding it stay within 128 bits, against any other number of which this holds.
    /// Every figure that a store can hold is far inside; a question may name any number.
    var isComparable: Bool { numerator.magnitude < 1 << 64 && denominator < 1 << 40 }
}
