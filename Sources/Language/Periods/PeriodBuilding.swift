import Facts

/// How phrases are put together when nothing but their own words is needed for it.
extension PeriodPhrase {
    /// A fixed one changed; a contradiction when the change cannot be. Nil for one that is not fixed.
    func mapped(_ change: (Period) -> Period?) -> PeriodPhrase? {
        guard let fixedPeriod else { return nil }
        return change(fixedPeriod).map { .fixed($0) } ?? .contradiction
    }

    /// Itself when what it says of its days is true, and else a contradiction. Nil when that depends on more.
    func required(_ condition: (Period) -> Bool) -> PeriodPhrase? {
        guard let period = fixedPeriod ?? placed(in: 2001) else { return nil }
        return condition(period) ? self : .contradiction
    }

    // MARK: - Years

    /// In the year it ends in: "October to March 2023" begins in 2022.
    func dated(_ year: Int) -> PeriodPhrase? {
        [year, year - 1].compactMap { placed(in: $0) }.first { $0.end.year == year }.map { .fixed($0) }
    }

    /// In a year that is named otherwise: "July 2022/23", "September last year", which is the calendar's.
    func dated(in year: PeriodPhrase) -> PeriodPhrase? {
        guard isUndated else { return nil }
        switch year {
        case .fixed(let period): return placed(within: period).map { .fixed($0) }
        case .either(let years): return .either(years.compactMap { dated(in: $0) })
        case .likely(let years): return years.first.map { .within(self, year: $0) }
        default: return .within(self, year: year)
        }
    }

    /// Inside a year, when it is there exactly once.
    func placed(within period: Period) -> Period? {
        let inside = (period.start.year - 1...period.end.year).compactMap { placed(in: $0) }
            .filter { period.contains($0) }
        return inside.count == 1 ? inside[0] : nil
    }

    /// "Q2 of 2022/23". A single year leaves two open: Q2 2022/23, or the second quarter of the calendar.
    static func quarter(_ quarter: Int, of year: PeriodPhrase) -> PeriodPhrase? {
        if case .fixed(let period) = year, period.grain == .calendarYear {
            return .either([
                .fixed(.quarter(quarter, financialYear: period.start.year)),
                .fixed(.months(3, from: quarter * 3 - 2, year: period.start.year)),
            ])
        }
        return part(.quarter(quarter), of: year)
    }

    static func half(_ half: Int, of year: PeriodPhrase) -> PeriodPhrase? {
        switch year {
        case .fixed(let period) where period.grain == .calendarYear:
            return .either([
                .fixed(.months(6, from: half * 6 - 2, year: period.start.year)),
                .fixed(.months(6, from: half * 6 - 5, year: period.start.year)),
            ])
        case .likely(let years):
            return .either(years.map { .nth(half, .half, of: $0) })
        default: return part(.half(half), of: year)
        }
    }

    private static func part(_ part: PeriodPhrase, of year: PeriodPhrase) -> PeriodPhrase? {
        switch year {
        case .fixed(let period): return part.placed(within: period).map { .fixed($0) }
        case .either(let years): return .either(years.compactMap { self.part(part, of: $0) })
        default: return .within(part, year: year)
        }
    }

    /// "The third month of 2021". Quarters of a year are numbered as anywhere else.
    static func nth(_ number: Int, _ grain: Grain, in phrase: PeriodPhrase) -> PeriodPhrase? {
        if let fixed = phrase.fixedPeriod, fixed.grain == .calendarYear, grain == .quarter || grain == .half {
            let count = grain == .quarter ? 4 : 2
            let positive = number > 0 ? number : count + 1 + number
            guard (1...count).contains(positive) else { return .contradiction }
            return grain == .quarter ? quarter(positive, of: phrase) : half(positive, of: phrase)
        }
        return phrase.mapped { $0.nth(number, grain) } ?? .nth(number, grain, of: phrase)
    }

    // MARK: - Stretches

    /// From one to another of the same kind. One without a year takes it from the other.
    static func joining(_ first: PeriodPhrase, _ last: PeriodPhrase) -> PeriodPhrase? {
        guard first.kind != nil, first.kind == last.kind else { return nil }
        switch (first.fixedPeriod, last.fixedPeriod) {
        case (let start?, let end?):
            guard start.start < end.start else { return nil }
            return Period(from: start.start, to: end.end).map { .fixed($0) }
        case (nil, let end?):
            let starts = [end.start.year, end.start.year - 1].compactMap { first.placed(in: $0) }
            // "July to July 2022" is a month or thirteen.
            guard !starts.contains(where: { $0.start == end.start }) else { return nil }
            return starts.first { $0.start < end.start }.flatMap { Period(from: $0.start, to: end.end) }.map {
                .fixed($0)
            }
        case (let start?, nil):
            let ends = [start.start.year, start.start.year + 1].compactMap { last.placed(in: $0) }
            guard !ends.contains(where: { $0.start == start.start }) else { return nil }
            return ends.first { $0.start > start.start }.flatMap { Period(from: start.start, to: $0.end) }.map
            { .fixed($0) }
        case (nil, nil):
            guard first != last else { return nil }
            let range = PeriodPhrase.range(first, last)
            return range.isUndated ? range : nil
        }
    }

    /// "1 to 15 July 2022": a day of the month that the stretch ends in.
    static func joining(day: Int, _ last: PeriodPhrase) -> PeriodPhrase? {
        switch last {
        case .fixed(let end) where end.grain == .day:
            guard let start = Day(year: end.start.year, month: end.start.month, day: day), start < end.start
            else {
                return nil
            }
            return Period(from: start, to: end.end).map { .fixed($0) }
        case .date(let lastDay, let month) where day < lastDay:
            return .range(.date(day: day, month: month), last)
        default: return nil
        }
    }

    /// What it may begin or end a stretch with: months with months, days with days.
    private var kind: Grain? {
        switch self {
        case .fixed(let period):
            switch period.grain {
            case .day: .day
            case .month: .month
            case .quarter: .quarter
            case .week, .half, .financialYear, .calendarYear, nil: nil
            }
        case .month: .month
        case .date: .day
        case .quarter: .quarter
        default: nil
        }
    }

    // MARK: - A name and its dates

    /// "Q2 (July to September 2022)": the dates, when the name fits them. "Q2 2022 (July to September)" is settled by
    /// them, and "Q2 (April to June)" is nothing.
    func agreeing(with dates: PeriodPhrase) -> PeriodPhrase? {
        let names: [PeriodPhrase]
        if case .either(let phrases) = self { names = phrases } else { names = [self] }
        var found: [PeriodPhrase] = []
        for name in names {
            switch (name.fixedPeriod, dates.fixedPeriod) {
            case (let period?, let other?): if period == other { found.append(dates) }
            case (let period?, nil): if dates.placed(in: period.start.year) == period { found.append(name) }
            case (nil, let period?):
                if name.placed(in: period.financialYear) == period { found.append(dates) }
            case (nil, nil):
                guard let period = dates.placed(in: 2001) else { return nil }
                if name.placed(in: period.financialYear) == period { found.append(name) }
            }
        }
        return found.count == 1 ? found[0] : .contradiction
    }
}
