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
            if let supposition = one.supposition {
                choice.assumptions.append(.year(supposition.period))
            } else if phrases != joined {
                choice.assumptions += one.periods.map { .year($0) }
            }
        }
        return phrases.areOfEach ? choice.keepingHeld(resolution) : choice
    }

    /// The latest period held, of the grain that the phrases ask for: "the same quarter last year".
    func latest(_ phrases: [PeriodPhrase], _ held: [Period], _ isAdditive: Bool) -> Period? {
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
}
