import Facts

/// The two periods that a change is between.
extension Interpreter {
    /// For a question about a change: from and to, of about the same length.
    func pair(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
        moved(reading, subject).flatMap { areComparable($0.periods, subject) ? $0 : nil }
    }

    private func moved(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
        let held = grammar.catalogue.periods(of: subject.series)
        let phrases = apart(reading.periods(), subject.series, held)
        guard var choice = named(phrases, subject.series) else { return nil }
        if let since = reading.periods(.since).first {
            return sinceThen(since, choice, subject, held, isNeutral: isNeutral(reading))
        }
        guard openedUp(&choice, subject, held) else { return nil }
        switch choice.periods.count {
        case 0: return latestMove(choice, subject, held)
        case 1: return besideAnother(choice, phrases, subject, held)
        case 2: return forward(choice, reading, subject)
        default:
            guard !phrases.spread.areOfEach, phrases != [.held] || !subject.unit.isOfEvents else {
                return choice
            }
            choice.periods = [choice.periods.min(), choice.periods.max()].compactMap { $0 }
            return choice
        }
    }

    /// "July to September" of what is held by the quarter is a quarter; of what is held by the month it is two months.
    private func apart(_ phrases: [PeriodPhrase], _ series: [Series], _ held: [Period]) -> [PeriodPhrase] {
        guard phrases.count == 1, case .ends(let first, let last) = phrases[0] else { return phrases }
        let ends = named([first, last], series)?.periods ?? []
        // "From Q2 to Q1" runs backwards in time, and is no change.
        if ends.count == 2, ends[0] > ends[1] { return phrases }
        let areHeld = !ends.isEmpty && ends.allSatisfy { end in held.contains { end.contains($0) } }
        return areHeld ? [first, last] : phrases
    }

    /// "Compared with Q2" after Q1 says of neither that it rose from the other.
    private func isNeutral(_ reading: Reading) -> Bool {
        [nil, "changed"].contains(reading.word(.direction))
    }

    private func sinceThen(
        _ since: PeriodPhrase, _ choice: PeriodChoice, _ subject: Subject, _ held: [Period], isNeutral: Bool
    ) -> PeriodChoice? {
        guard let start = named([since], subject.series)?.periods.first else { return nil }
        // A quarter is compared with the latest quarter, and not with a month.
        let resolution = PeriodResolution(today: today, held: held, isAdditive: subject.unit.isAdditive)
        guard
            let end = choice.periods.first ?? start.grain.flatMap({ resolution.heldUnits($0).last }),
            start < end || isNeutral && start != end
        else { return nil }
        return PeriodChoice(periods: [start, end].sorted(), assumptions: choice.assumptions)
    }

    /// "Over the first half": from its first period held to its last. False where that would not be what was said.
    private func openedUp(_ choice: inout PeriodChoice, _ subject: Subject, _ held: [Period]) -> Bool {
        guard choice.periods.count == 1, let only = choice.periods.first, !held.contains(only) else {
            return true
        }
        let parts = held.filter { only.contains($0) }
        // "Since 2022" is not since the first month that is held.
        if only.isOpen, let first = parts.first, first.start > only.start { return false }
        // Of many, the first and the last alone say little.
        if parts.count == 2 || (parts.count > 2 && (!subject.unit.isAdditive || only.grain == nil)) {
            choice.periods = [parts[0], parts[parts.count - 1]]
        }
        return true
    }

    /// No period was named: the two talked about last, or the latest two.
    private func latestMove(_ choice: PeriodChoice, _ subject: Subject, _ held: [Period]) -> PeriodChoice? {
        var choice = choice
        // "By how much?" after a change from July to September is of those two.
        if isFollowUp, let asked = context.askedOfFigures, case .change = asked.quantity,
            asked.periods.count == 2
        {
            choice.periods = asked.periods.sorted()
            return choice
        }
        let discussed = Set(
            context.focus.suffix(2).filter { subject.series.contains($0.series) }.map(\.period))
        if discussed.count == 2 {
            choice.periods = discussed.sorted()
        } else if let last = lastMove(subject, held) {
            choice.periods = last
        } else {
            guard held.count >= 2 else { return nil }
            choice.periods = Array(held.suffix(2))
            choice.assumptions = [.latestChange(from: choice.periods[0], to: choice.periods[1])]
        }
        return choice
    }

    /// One was named. "Year on year" in Q2: against that quarter a year before; "how did it change in Q2": against the
    /// one before.
    private func besideAnother(
        _ choice: PeriodChoice, _ phrases: [PeriodPhrase], _ subject: Subject, _ held: [Period]
    ) -> PeriodChoice? {
        var choice = choice
        let years = phrases.compactMap(\.yearsBeside).first
        let only = choice.periods[0]
        let latest = context.focus.last?.period ?? latest(phrases, held, subject.unit.isAdditive)
        if let years, let latest, latest.shifted(years: years) == only {
            choice.periods.append(latest)
            choice.periods.sort()
            return choice
        }
        guard let before = only.shifted(by: -1) else { return nil }
        choice.periods.insert(before, at: 0)
        return choice
    }

    /// A change runs forward in time, however the two were named, but for one with a base of its own.
    private func forward(_ choice: PeriodChoice, _ reading: Reading, _ subject: Subject) -> PeriodChoice {
        var choice = choice
        choice.periods.sort()
        if let base = reading.periods(.base).first,
            let named = named([base], subject.series)?.periods.first, named == choice.periods[1]
        {
            choice.periods.swapAt(0, 1)
        }
        return choice
    }

    /// "Did it fall?" after one figure: from the period before, when that is held.
    private func lastMove(_ subject: Subject, _ held: [Period]) -> [Period]? {
        guard isFollowUp, let only = context.focus.last?.period, let before = only.shifted(by: -1),
            context.focus.last.map({ subject.series.contains($0.series) }) == true
        else { return nil }
        let resolution = PeriodResolution(today: today, held: held, isAdditive: subject.unit.isAdditive)
        return resolution.isHeld(before) && resolution.isHeld(only) ? [before, only] : nil
    }

    /// Whether a change is asked for from a period to an earlier one: "was Q1 up on Q2?"
    func runsBackwards(_ reading: Reading, _ subject: Subject) -> Bool {
        guard let since = reading.periods(.since).first, pair(reading, subject) == nil,
            let start = named([since], subject.series)?.periods.first,
            let end = named(reading.periods(), subject.series)?.periods.first
        else { return false }
        return end < start
    }

    /// Whether a number counted in one may be set against that in the other: not that of a month against a quarter's.
    func areComparable(_ periods: [Period], _ subject: Subject) -> Bool {
        guard subject.unit.isAdditive, let longest = periods.map(\.days).max(),
            let shortest = periods.map(\.days).min()
        else { return true }
        return longest * Self.mostLonger.shorter < shortest * Self.mostLonger.longer
    }

    /// A quarter may have 90 days or 92, and a month 28 or 31: "did it fall from January to February?" is between two
    /// of one length. So the longer is less than a fifth longer; four months against three are not.
    private static let mostLonger = (longer: 6, shorter: 5)
}
