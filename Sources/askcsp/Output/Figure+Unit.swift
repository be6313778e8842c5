import Facts

extension Reply.Figure {
    /// The unit as every format writes it. A change of 22.58 per cent beside a rate of 73.7 per cent says that it is one:
    /// `percent change`, `change in incidents`. Percentage points are always a difference.
    var unitText: String {
        guard case .change = role else { return unit.rawValue }
        return switch unit {
        case .percent: "percent change"
        case .points: unit.rawValue
        case .incidents, .offences, .pounds, .times, .days, .count: "change in \(unit.rawValue)"
        }
    }
}
