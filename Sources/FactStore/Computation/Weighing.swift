import Facts

/// The number by which a cell is put in order or held against a condition.
struct Weighing {
    let quantity: Quantity

    /// Signed; nil for a relative change that has no percentage.
    func value(of cell: Finding.Cell) -> Rational? {
        guard let change = cell.change, case .change(let kind) = quantity else { return cell.value }
        switch kind {
        case .relative, .both: return change.percent
        case .points, .amount: return change.difference
        }
    }

    /// How far a cell moved in a direction: of a fall by 5 it is 5 for `fell` and -5 for `rose`.
    func size(of cell: Finding.Cell, moving direction: Direction) -> Rational? {
        guard let value = value(of: cell) else { return nil }
        switch direction {
        case .rose: return value
        case .fell: return -value
        case .changed, .unchanged: return value.magnitude
        }
    }
}

extension Direction {
    /// Whether a figure that moved this way moved the way asked about.
    func `is`(_ asked: Direction) -> Bool { asked == .changed ? self != .unchanged : self == asked }
}
