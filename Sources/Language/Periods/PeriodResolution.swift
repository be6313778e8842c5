import Facts

/// Finds the days that a period phrase means, for a date, for what is held, and for what was talked about.
///
/// On 10 February 2026, with Q1 and Q2 2022/23 held, "Q2" is July to September 2022, and "last quarter" is October
/// to December 2025, which is not held.
public struct PeriodResolution: Sendable {
    public let today: Day
    /// What the measure asked for is held for, in order of time; empty when nothing in particular is asked for.
    public let held: [Period]
    /// The period of the question before. It counts when the measure is held for it too.
    public let reference: Period?
    /// Whether figures add up, so that three months held are their quarter held.
    public let isAdditive: Bool

    public init(today: Day, held: [Period], reference: Period? = nil, isAdditive: Bool = true) {
        self.today = today
        self.held = held.sorted()
        self.reference = reference
        self.isAdditive = isAdditive
    }

    /// What a phrase means, with what had to be supposed for it.
    public struct Resolved: Hashable, Sendable {
        /// One, but for "both quarters" and the like.
        public let periods: [Period]
        /// Nil when the phrase said it all.
        public let supposition: Supposition?
    }

    /// What settled the meaning of a phrase that left it open.
    public enum Supposition: Hashable, Sendable {
        /// No year was said: the latest such period that is held.
        case latestHeld(Period)
        /// No year was said and none such is held: the latest that has begun, or that what is held reaches over.
        case latestBegun(Period)
        /// No year was said: that of the question before.
        case sameYear(Period)
        /// It can mean several, and this one alone is held.
        case onlyHeld(Period)

        public var period: Period {
            switch self {
            case .latestHeld(let period), .latestBegun(let period), .sameYear(let period),
                .onlyHeld(let period):
                period
            }
        }
    }

    /// The days meant; nil when the phrase means none here, or several that nothing tells apart.
    public func resolve(_ phrase: PeriodPhrase) -> Resolved? {
        if let several = several(phrase) {
            return several.isEmpty ? nil : Resolved(periods: several, supposition: nil)
        }
        return choice(among: guesses(phrase), isUndecided: phrase.isUndecided)
    }

    /// The one period meant; nil when it is none or several.
    public func period(_ phrase: PeriodPhrase) -> Period? {
        resolve(phrase).flatMap { $0.periods.count == 1 ? $0.periods[0] : nil }
    }

    /// Every period meant: all of those held, for "each quarter".
    public func periods(_ phrase: PeriodPhrase) -> [Period] { resolve(phrase)?.periods ?? [] }

    /// Everything a phrase can mean, likeliest first: two for "Q2 2022", to be offered to whoever asked.
    public func readings(_ phrase: PeriodPhrase) -> [Period] {
        several(phrase) ?? guesses(phrase).map(\.period)
    }

    // MARK: - Choosing

    /// A period that a phrase can mean, and the default that led to it.
    struct Guess: Hashable {
        let period: Period
        var basis: Basis?
    }

    enum Basis: Hashable {
        case latestHeld, latestBegun, sameYear, onlyHeld

        func supposition(_ period: Period) -> Supposition {
            switch self {
            case .latestHeld: .latestHeld(period)
            case .latestBegun: .latestBegun(period)
            case .sameYear: .sameYear(period)
            case .onlyHeld: .onlyHeld(period)
            }
        }
    }

    /// Of several, the only one held; when none is, the likeliest, so that the answer can say it is not held.
    func choice(among guesses: [Guess], isUndecided: Bool) -> Resolved? {
        guard let first = guesses.first else { return nil }
        if guesses.count == 1 { return resolved(first) }
        guard !held.isEmpty else { return nil }
        var found = guesses.filter { isHeld($0.period) }
        if found.isEmpty { return resolved(first) }
        guard found.count == 1, !isUndecided else { return nil }
        found[0].basis = .onlyHeld
        return resolved(found[0])
    }

    private func resolved(_ guess: Guess) -> Resolved {
        Resolved(periods: [guess.period], supposition: guess.basis?.supposition(guess.period))
    }

    // MARK: - What is held

    /// Held itself or, where figures add up, in parts that leave no day out.
    func isHeld(_ period: Period) -> Bool {
        if period.isOpen { return held.contains { $0.start >= period.start } }
        var cursor = period.start
        var at = firstIndex(from: cursor)
        while at < held.count, held[at].start == cursor {
            var longest: Period?
            while at < held.count, held[at].start == cursor {
                if held[at].end <= period.end { longest = held[at] }
                at += 1
            }
            guard let part = longest, isAdditive || part == period else { return false }
            if part.end == period.end { return true }
            cursor = part.end.adding(1)
            at = firstIndex(from: cursor)
        }
        return false
    }

    /// Of the first period held that starts on a day or later.
    private func firstIndex(from day: Day) -> Int {
        var (low, high) = (0, held.count)
        while low < high {
            let middle = (low + high) / 2
            if held[middle].start < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The units of a grain that are held, in order.
    func heldUnits(_ grain: Grain) -> [Period] {
        Set(held.map { grain.unit(of: $0.start) }).filter { isHeld($0) }.sorted()
    }

    // MARK: - Several at once

    /// For the phrases that mean all of something; nil for any other.
    private func several(_ phrase: PeriodPhrase) -> [Period]? {
        switch phrase {
        case .held: return held
        case .every(let grain, of: let whole, let count):
            let units: [Period]
            if case .held = whole {
                units = heldUnits(grain)
            } else {
                units = period(whole)?.units(grain) ?? []
            }
            guard let count else { return units }
            if count < 0 { return units.count >= -count ? units.suffix(-count) : [] }
            // "Both quarters" of three would leave one out.
            return units.count == count ? units : []
        default: return nil
        }
    }
}
