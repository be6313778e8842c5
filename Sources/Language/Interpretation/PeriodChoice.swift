import Facts

/// The periods a reading is about, with the defaults that were used.
struct PeriodChoice {
    var periods: [Period]
    var assumptions: [Assumption] = []
}

extension Interpreter {
    /// The periods named, in the order they were, each in the light of the others; nil when one cannot be found.
    func named(_ phrases: [PeriodPhrase], _ series: [Series]) -> PeriodChoice? {
        let isAdditive = series.allSatisfy { grammar.codelists.measure($0.measure)?.unit.isAdditive ?? true }
        let held = grammar.catalogue.periods(of: series)
        let leans = isFollowUp || phrases.contains(where: \.leansOnAnother)
        // "Year on year", after nothing: the latest against the year before it.
        let latest = phrases.allSatisfy(\.leansOnAnother) ? latest(phrases, held, isAdditive) : nil
        let resolution = PeriodResolution(
            today: today, held: held, reference: leans ? context.reference ?? latest : nil,
            isAdditive: isAdditive)
        let joined = Self.joined(isFollowUp ? discussed(phrases.spread, series) : phrases.spread)
        let phrases = Self.ofOneYear(joined, held)
        guard let resolved = phrases.isEmpty ? [] : resolution.resolve(phrases) else { return nil }
        var choice = PeriodChoice(periods: [])
        for one in resolved {
            choice.periods += one.periods.filter { !choice.periods.contains($0) }
            if let assumption = one.assumption {
                choice.assumptions.append(.year(assumption.period))
            } else if phrases != joined {
                choice.assumptions += one.periods.map { .year($0) }
            }
        }
        return phrases.areOfEach ? choice.keepingHeld(resolution) : choice
    }

    /// The latest period held, of the grain that the phrases ask for: "the same quarter last year".
    private func latest(_ phrases: [PeriodPhrase], _ held: [Period], _ isAdditive: Bool) -> Period? {
        let grain = phrases.lazy.compactMap { phrase in
            if case .whole(let grain, _) = phrase { grain } else { nil }
        }.first
        guard let grain else { return held.last }
        return PeriodResolution(today: today, held: held, isAdditive: isAdditive).heldUnits(grain).last
    }

    /// "So how many is that?" after a rate of Q2 2022/23 is of that quarter, and not of the latest that counts are
    /// held for.
    private func discussed(_ phrases: [PeriodPhrase], _ series: [Series]) -> [PeriodPhrase] {
        guard let focus = context.focus.last, !series.contains(where: { $0.measure == focus.series.measure })
        else { return phrases }
        return phrases.map { phrase in
            let year =
                focus.period.financialQuarter == nil ? focus.period.start.year : focus.period.financialYear
            return phrase.placed(in: year) == focus.period ? .fixed(focus.period) : phrase
        }
    }

    /// "Q2 vs Q1" is of the latest year that both are held of.
    private static func ofOneYear(_ phrases: [PeriodPhrase], _ held: [Period]) -> [PeriodPhrase] {
        let numbers = phrases.compactMap { phrase -> Int? in
            if case .quarter(let number) = phrase { number } else { nil }
        }
        guard !numbers.isEmpty, numbers.count == phrases.count else { return phrases }
        let years = Set(held.map(\.financialYear)).sorted(by: >)
        let year = years.first { year in
            numbers.allSatisfy { held.contains(.quarter($0, financialYear: year)) }
        }
        // One quarter that is held is found as such; one that never was is the latest year's.
        if numbers.count == 1, year != nil || held.isEmpty { return phrases }
        let isEachHeld = numbers.allSatisfy { number in held.contains { $0.financialQuarter == number } }
        guard let chosen = year ?? (isEachHeld ? nil : years.first) else { return phrases }
        return numbers.map { .fixed(.quarter($0, financialYear: chosen)) }
    }

    /// "Q1" and "2022/23" said apart are Q1 of 2022/23.
    private static func joined(_ phrases: [PeriodPhrase]) -> [PeriodPhrase] {
        guard phrases.count == 2 else { return phrases }
        for (one, other) in [(phrases[0], phrases[1]), (phrases[1], phrases[0])] {
            guard case .quarter(let number) = one, case .fixed(let year) = other, year.grain == .financialYear
            else {
                continue
            }
            return [.fixed(.quarter(number, financialYear: year.start.year))]
        }
        return phrases
    }

    /// For a question about figures: those named, or the latest held. A stretch that a rate is not held for is taken
    /// as the periods within it that are.
    func levels(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
        let held = grammar.catalogue.periods(of: subject.series)
        let phrases = reading.periods()
        guard !phrases.isEmpty else {
            guard let latest = held.last, !reading.has(.leftOut) else { return nil }
            return PeriodChoice(periods: [latest], assumptions: [.latest(latest)])
        }
        guard var choice = named(phrases, subject.series), !choice.periods.isEmpty else { return nil }
        // "December" and "2025" read apart are no two periods.
        let isNested = choice.periods.contains { one in
            choice.periods.contains { $0 != one && $0.contains(one) }
        }
        if isNested, !phrases.contains(.held) { return nil }
        if !subject.unit.isAdditive {
            choice.periods = choice.periods.flatMap { period in
                let parts = held.filter { period.contains($0) && $0 != period }
                return held.contains(period) || parts.isEmpty ? [period] : parts
            }
        }
        return leavingOut(reading.periods(.leftOut), of: choice, subject.series)
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
        // A quarter may have 90 days or 92, and a month 28 or 31.
        return shortest * 6 > longest * 5
    }

    /// "Did it fall?" after one figure: from the period before, when that is held.
    private func lastMove(_ subject: Subject, _ held: [Period]) -> [Period]? {
        guard isFollowUp, let only = context.focus.last?.period, let before = only.shifted(by: -1),
            context.focus.last.map({ subject.series.contains($0.series) }) == true
        else { return nil }
        let resolution = PeriodResolution(today: today, held: held, isAdditive: subject.unit.isAdditive)
        return resolution.isHeld(before) && resolution.isHeld(only) ? [before, only] : nil
    }

    /// For a question about a change: from and to, of about the same length.
    func pair(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
        moved(reading, subject).flatMap { areComparable($0.periods, subject) ? $0 : nil }
    }

    private func moved(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
        let held = grammar.catalogue.periods(of: subject.series)
        var phrases = reading.periods()
        if phrases.count == 1, case .ends(let first, let last) = phrases[0] {
            // "July to September" of what is held by the quarter is a quarter.
            let ends = named([first, last], subject.series)?.periods ?? []
            if !ends.isEmpty, ends.allSatisfy({ end in held.contains { end.contains($0) } }) {
                phrases = [first, last]
            }
        }
        guard var choice = named(phrases, subject.series) else { return nil }
        if let since = reading.periods(.since).first {
            guard let start = named([since], subject.series)?.periods.first else { return nil }
            // A quarter is compared with the latest quarter, and not with a month.
            let resolution = PeriodResolution(
                today: today, held: held, isAdditive: subject.unit.isAdditive)
            guard
                let end = choice.periods.first
                    ?? start.grain.flatMap({ resolution.heldUnits($0).last })
            else { return nil }
            // "Compared with Q2" after Q1 says of neither that it rose from the other.
            let isNeutral = [nil, "changed"].contains(reading.word(.direction))
            guard start < end || isNeutral && start != end else { return nil }
            return PeriodChoice(periods: [start, end].sorted(), assumptions: choice.assumptions)
        }
        if choice.periods.count == 1, let only = choice.periods.first, !held.contains(only) {
            // "over the first half": from its first period held to its last. Of many, those two alone say little.
            let parts = held.filter { only.contains($0) }
            // "Since 2022" is not since the first month that is held.
            if only.isOpen, let first = parts.first, first.start > only.start { return nil }
            if parts.count == 2 || (parts.count > 2 && (!subject.unit.isAdditive || only.grain == nil)) {
                choice.periods = [parts[0], parts[parts.count - 1]]
            }
        }
        switch choice.periods.count {
        case 0:
            // "By how much?" after a change from July to September is of those two.
            if isFollowUp, let asked = context.asked, case .change = asked.quantity, asked.periods.count == 2
            {
                choice.periods = asked.periods.sorted()
                break
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
        case 1:
            // "Year on year" in Q2: against that quarter a year before; "how did it change in Q2": against the one
            // before.
            let years = phrases.compactMap(\.yearsBeside).first
            let only = choice.periods[0]
            let latest = context.focus.last?.period ?? latest(phrases, held, subject.unit.isAdditive)
            if let years, let latest, latest.shifted(years: years) == only {
                choice.periods.append(latest)
                choice.periods.sort()
                break
            }
            guard let before = only.shifted(by: -1) else { return nil }
            choice.periods.insert(before, at: 0)
        case 2:
            // A change runs forward in time, however the two were named, but for one with a base of its own.
            choice.periods.sort()
            if let base = reading.periods(.base).first,
                let named = named([base], subject.series)?.periods.first,
                named == choice.periods[1]
            {
                choice.periods.swapAt(0, 1)
            }
        default:
            guard !phrases.spread.areOfEach, phrases != [.held] || !subject.unit.isOfEvents else { break }
            choice.periods = [choice.periods.min(), choice.periods.max()].compactMap { $0 }
        }
        return choice
    }
}
