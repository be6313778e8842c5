import Facts

/// "2025 except August": what is left of a stretch, or of its units.
extension Interpreter {
    /// The periods without those left out; nil where one of these is in none of them, or where nothing is left.
    func leavingOut(_ phrases: [PeriodPhrase], of choice: PeriodChoice, _ series: [Series]) -> PeriodChoice? {
        guard !phrases.isEmpty else { return choice }
        guard let first = choice.periods.map(\.start).min(), let last = choice.periods.map(\.end).max() else {
            return nil
        }
        var choice = choice
        for phrase in phrases {
            // "August" is each August that was asked about.
            let years = phrase.isUndated ? Array(first.year - 1...last.year) : []
            let named =
                phrase.isUndated
                ? years.compactMap { phrase.placed(in: $0) } : self.named([phrase], series)?.periods ?? []
            let left = named.filter { one in choice.periods.contains { $0.contains(one) } }
            guard !left.isEmpty, phrase.isUndated || left.count == named.count else { return nil }
            choice.periods = left.reduce(choice.periods) { periods, one in
                periods.flatMap { $0.leavingOut(one) }
            }
        }
        return choice.periods.isEmpty ? nil : choice
    }

    /// Each period taken apart into its units; nil where one does not come in them.
    func units(_ grain: Grain, of periods: [Period]) -> [Period]? {
        let units = periods.map { $0.units(grain) }
        return units.contains { $0 == nil } ? nil : units.compactMap { $0 }.flatMap { $0 }
    }
}

extension Period {
    /// What is before another period, and what is after it.
    fileprivate func leavingOut(_ other: Period) -> [Period] {
        guard overlaps(other) else { return [self] }
        let before = Period(from: start, to: other.start.adding(-1))
        let after = Period(from: other.end.adding(1), to: end)
        return [before, after].compactMap { $0 }
    }
}
