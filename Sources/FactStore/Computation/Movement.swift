import Facts

/// One figure that moved, and every way to say how far.
struct Movement {
    private let before: Finding.Cell
    private let after: Finding.Cell
    private let change: Finding.Change

    init(before: Finding.Cell, after: Finding.Cell, published: PublishedChange?) {
        self.before = before
        self.after = after
        let computed = Movement.percent(from: before.value, to: after.value)
        change = Finding.Change(
            from: before.period, to: after.period, before: before.value, after: after.value,
            percent: published?.percent ?? computed, isPublished: published != nil,
            computedPercent: published == nil ? nil : computed)
    }

    /// The change looked at in one way. A relative change from nought has no percentage; its cell then holds the
    /// difference, in the difference's unit.
    func cell(_ kind: ChangeKind) -> Finding.Cell {
        switch kind {
        case .relative, .both:
            guard let percent = change.percent else {
                return cell(change.difference, differenceUnit, .computed)
            }
            return cell(percent, .percent, change.isPublished ? .published : .computed)
        case .points, .amount:
            return cell(change.difference, differenceUnit, .computed)
        }
    }

    /// (after - before) / before × 100, rounded to two decimals, half away from zero. Nil from nought; and from
    /// less, of which a percentage would point the wrong way.
    static func percent(from before: Rational, to after: Rational) -> Rational? {
        guard before > 0, let ratio = (after - before) / before else { return nil }
        return (ratio * 100).rounded(decimals: 2)
    }

    /// Two percentages differ by percentage points.
    private var differenceUnit: Unit { after.unit.ofDifference }

    private func cell(_ value: Rational, _ unit: Unit, _ kind: Kind) -> Finding.Cell {
        Finding.Cell(
            series: after.series, period: after.period, value: value, unit: unit, kind: kind, change: change,
            observations: before.observations + after.observations)
    }
}

extension Unit {
    /// What two figures in this unit differ by.
    var ofDifference: Unit { self == .percent ? .points : self }
}
