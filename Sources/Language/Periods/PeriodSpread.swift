import Facts

/// "Month by month": a stretch taken apart into its units.
extension [PeriodPhrase] {
    /// "Monthly" and "2025", said apart, are each month of 2025.
    var spread: [PeriodPhrase] {
        guard count > 1, let grain = compactMap(\.grainOfEach).first else { return self }
        let others = filter { $0.grainOfEach == nil }
        if others.isEmpty { return [self[0]] }
        return others.map { other in
            if case .every(grain, of: _, count: nil) = other {
                other
            } else {
                .every(grain, of: other, count: nil)
            }
        }
    }

    /// Whether they are the units of something, however many there are.
    var areOfEach: Bool {
        !isEmpty
            && allSatisfy { phrase in
                if case .every(_, of: _, count: nil) = phrase { true } else { false }
            }
    }
}

extension PeriodPhrase {
    /// Of "each month", without saying of what, the month.
    fileprivate var grainOfEach: Grain? {
        if case .every(let grain, of: .held, count: nil) = self { grain } else { nil }
    }

    /// Whether it says no year, and means the latest there is.
    var isOfLatest: Bool {
        switch self {
        case .latest, .nth(-1, _, of: .held): true
        case .every(_, of: .held, let count?): count < 0
        case .since(let phrase), .after(let phrase): phrase.isWithoutYear
        // "July to September" is a quarter, like "Q2".
        case .range(.month(let first), .month(let last)), .ends(.month(let first), .month(let last)):
            first % 3 != 1 || (last - first + 12) % 12 != 2
        case .range(let first, let last), .ends(let first, let last):
            first.isWithoutYear && last.isWithoutYear
        case .fixed, .quarter, .half, .month, .date, .relative, .nearest, .span, .ending, .toDate, .years,
            .shifted, .beside, .neighbour, .whole, .within, .nth, .stretch, .every, .either, .likely, .held,
            .earliest:
            false
        }
    }

    private var isWithoutYear: Bool {
        switch self {
        case .month, .date, .quarter, .half: true
        case .fixed, .relative, .nearest, .span, .range, .ends, .ending, .since, .after, .toDate, .years,
            .shifted, .beside, .neighbour, .whole, .within, .nth, .stretch, .every, .either, .likely, .held,
            .latest, .earliest:
            false
        }
    }

    /// How many years later than what was talked about.
    var yearsBeside: Int? {
        switch self {
        case .years(.beside(0), let years), .whole(_, .years(.beside(0), let years)): years
        case .fixed, .quarter, .half, .month, .date, .relative, .nearest, .span, .range, .ends, .ending,
            .since, .after, .toDate, .years, .shifted, .beside, .neighbour, .whole, .within, .nth, .stretch,
            .every, .either, .likely, .held, .latest, .earliest:
            nil
        }
    }
}

extension PeriodChoice {
    /// Of the units of a stretch those that are held; the answer names them, and says what they are not all of.
    func keepingHeld(_ resolution: PeriodResolution) -> PeriodChoice {
        let held = periods.filter { resolution.isHeld($0) }
        guard held.count > 1, held.count < periods.count, let first = held.first, let last = held.last,
            let whole = Period(from: first.start, to: last.end)
        else { return self }
        return PeriodChoice(periods: held, assumptions: assumptions + [.partHeld(whole)])
    }

    /// The periods and the one before the first of them, where it is held: what each step begins from.
    func steps(_ resolution: PeriodResolution) -> [Period]? {
        let sorted = periods.sorted()
        guard let first = sorted.first else { return nil }
        let before = first.shifted(by: -1).flatMap { resolution.isHeld($0) ? [$0] : nil } ?? []
        let all = before + sorted
        let areNext = zip(all, all.dropFirst()).allSatisfy { $0.end.adding(1) == $1.start }
        return areNext && all.count > 2 ? all : nil
    }
}
