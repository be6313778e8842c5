import Facts

extension PeriodResolution {
    /// The periods that a phrase can mean here, likeliest first.
    func guesses(_ phrase: PeriodPhrase) -> [Guess] {
        switch phrase {
        case .fixed(let period): return [Guess(period: period)]
        case .quarter, .half, .month, .date: return undated(phrase)
        case .relative(let grain, let offset): return [Guess(period: grain.unit(of: today, offset: offset))]
        case .nearest(let month, let side): return nearest(month, side).map { Guess(period: $0) }
        case .span(let grain, let count): return span(grain, count).map { [Guess(period: $0)] } ?? []
        case .range(let first, let last):
            if phrase.isUndated { return undated(phrase) }
            return guesses(first).flatMap { start in
                changed(last) {
                    $0.start > start.period.start ? Period(from: start.period.start, to: $0.end) : nil
                }
            }
        case .ends(let first, let last):
            return PeriodPhrase.joining(first, last).map { guesses($0) } ?? []
        case .ending(let last, let months):
            return phrase.isUndated ? undated(phrase) : changed(last) { .months(months, endingWith: $0) }
        case .since(let first): return changed(first) { $0.isOpen ? nil : .since($0.start) }
        case .after(let last): return changed(last) { $0.isOpen ? nil : .since($0.end.adding(1)) }
        case .toDate(let whole):
            return changed(whole) { $0.contains(today) ? reached(since: $0.start) : nil }
        case .years(let base, let count): return changed(base) { $0.shifted(years: count) }
        case .shifted(let base, let count): return changed(base) { $0.shifted(by: count) }
        case .beside(let offset):
            let period = offset == 0 ? reference : reference?.shifted(by: offset)
            return period.map { [Guess(period: $0)] } ?? []
        case .neighbour(let grain, let offset): return neighbour(grain, offset)
        case .whole(let grain, let inner):
            return phrase.isUndated ? undated(phrase) : changed(inner) { $0.isWhole(grain) ? $0 : nil }
        case .within(let part, let year): return changed(year) { part.placed(within: $0) }
        case .nth(let number, let grain, of: .held):
            let units = heldUnits(grain)
            let index = number > 0 ? number - 1 : units.count + number
            return units.indices.contains(index) ? [Guess(period: units[index])] : []
        case .nth(let number, let grain, of: let whole): return changed(whole) { $0.nth(number, grain) }
        case .stretch(let count, let grain, of: let whole): return changed(whole) { $0.stretch(count, grain) }
        case .either(let phrases), .likely(let phrases): return distinct(phrases.flatMap { guesses($0) })
        case .latest: return held.max { $0.end < $1.end }.map { [Guess(period: $0)] } ?? []
        case .earliest: return held.first.map { [Guess(period: $0)] } ?? []
        case .held, .every: return []
        }
    }

    private func changed(_ phrase: PeriodPhrase, _ change: (Period) -> Period?) -> [Guess] {
        distinct(
            guesses(phrase).compactMap { guess in
                change(guess.period).map { Guess(period: $0, basis: guess.basis) }
            })
    }

    /// Up to today; or, where figures add up and are held from the first day on, up to the last that they are held for.
    private func reached(since start: Day) -> Period? {
        guard let toDate = Period(from: start, to: today) else { return nil }
        let last = isAdditive ? held.last { toDate.contains($0) && $0.days < toDate.days } : nil
        let covered = last.flatMap { Period(from: start, to: $0.end) }
        return covered.flatMap { isHeld($0) ? $0 : nil } ?? toDate
    }

    private func distinct(_ guesses: [Guess]) -> [Guess] {
        var seen: Set<Period> = []
        return guesses.filter { seen.insert($0.period).inserted }
    }

    /// "The previous quarter": beside the quarter talked about. When something else than a quarter was, nobody can
    /// tell which is meant; when nothing was, the one beside today's.
    private func neighbour(_ grain: Grain, _ offset: Int) -> [Guess] {
        guard let reference else { return [Guess(period: grain.unit(of: today, offset: offset))] }
        guard reference.grain == grain else { return [] }
        return reference.shifted(by: offset).map { [Guess(period: $0)] } ?? []
    }

    /// Whole units, up to the one before today's or from the one after it.
    private func span(_ grain: Grain, _ count: Int) -> Period? {
        let (first, last) = count < 0 ? (count, -1) : (1, count)
        return Period(
            from: grain.unit(of: today, offset: first).start, to: grain.unit(of: today, offset: last).end)
    }

    /// "Next March" is the first to begin after today. "Last September" is the latest that has ended, but in November
    /// people say it of either year's: of months that short ago, nobody can tell.
    private func nearest(_ month: Int, _ side: Int) -> [Period] {
        let years = [today.year - 1, today.year, today.year + 1].map { Period.month(month, year: $0) }
        guard side < 0 else { return years.first { $0.start > today }.map { [$0] } ?? [] }
        guard let last = years.last(where: { $0.end < today }) else { return [] }
        let isRecent = last.end.year == today.year && today.number - last.end.number <= Self.recentDays
        return isRecent ? [last] + [last.shifted(years: -1)].compactMap { $0 } : [last]
    }

    /// About three months.
    private static let recentDays = 92

    // MARK: - Without a year

    /// A phrase without a year: in the year of the period talked about, or the latest held, or the latest begun.
    func undated(_ phrase: PeriodPhrase) -> [Guess] {
        let all = placements(phrase)
        if let reference, held.isEmpty || isHeld(reference) {
            let near = Self.beside(reference, all)
            if !near.isEmpty { return near.map { Guess(period: $0, basis: .sameYear) } }
        }
        if let latest = all.last(where: { isHeld($0) }) { return [Guess(period: latest, basis: .latestHeld)] }
        if let first = held.first, let last = held.last,
            let inside = all.last(where: { $0.end >= first.start && $0.start <= last.end })
        {
            return [Guess(period: inside, basis: .latestBegun)]
        }
        // "The year ending September" is named by its end, and has ended.
        let isOver = phrase.contains { if case .ending = $0 { true } else { false } }
        return all.last { isOver ? $0.end < today : $0.start <= today }.map {
            [Guess(period: $0, basis: .latestBegun)]
        } ?? []
    }

    /// In every year that can matter, in order.
    func placements(_ phrase: PeriodPhrase) -> [Period] {
        var years = [today.year]
        if let first = held.first, let last = held.last { years += [first.start.year, last.start.year] }
        if let reference { years.append(reference.start.year) }
        guard let first = years.min(), let last = years.max() else { return [] }
        // Eight years back there is always a 29 February.
        return ((first - 8)...(last + 1)).compactMap { phrase.placed(in: $0) }
    }

    /// Those in the same year as a period: inside it, or in its financial year and its calendar year. In January the
    /// two differ, and both are given: after "December 2025", "January" is 2025's or 2026's.
    static func beside(_ period: Period, _ all: [Period]) -> [Period] {
        let inside = all.filter { period.contains($0) }
        if inside.count == 1 { return inside }
        let financial = all.filter {
            isOneYear(period, .financialYear) && $0.financialYear == period.financialYear
        }
        guard let length = all.first?.wholeMonths, length < 3 || all[0].grain == nil else { return financial }
        let calendar = all.filter { isOneYear(period, .calendarYear) && $0.start.year == period.start.year }
        return calendar + financial.filter { !calendar.contains($0) }
    }

    private static func isOneYear(_ period: Period, _ grain: Grain) -> Bool {
        grain.unit(of: period.start).contains(period)
    }
}
