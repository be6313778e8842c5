import Facts

extension Grain {
    /// Months in a unit; nil for days and weeks.
    var months: Int? {
        switch self {
        case .day, .week: nil
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .financialYear, .calendarYear: 12
        }
    }

    /// The unit a day is in, or one so many units from it. Weeks run from Monday to Sunday.
    func unit(of day: Day, offset: Int = 0) -> Period {
        switch self {
        case .day: return .days(1, from: day.adding(offset))
        case .week:
            // 1 January 1970 was a Thursday.
            let sinceMonday = ((day.number + 3) % 7 + 7) % 7
            return .days(7, from: day.adding(offset * 7 - sinceMonday))
        case .month: return .months(1, from: day.month + offset, year: day.year)
        case .quarter: return .months(3, from: (day.month - 1) / 3 * 3 + 1 + offset * 3, year: day.year)
        case .half:
            let sinceHalf = (day.month + 8) % 6
            return .months(6, from: day.month - sinceHalf + offset * 6, year: day.year)
        case .financialYear: return .financialYear((day.month >= 4 ? day.year : day.year - 1) + offset)
        case .calendarYear: return .calendarYear(day.year + offset)
        }
    }
}

extension Period {
    static func days(_ count: Int, from day: Day) -> Period {
        // From a day to a later one; the other branch is never taken.
        Period(from: day, to: day.adding(max(count, 1) - 1)) ?? .month(day.month, year: day.year)
    }

    /// So many whole months, the last of which ends with a period: nil for one that ends inside a month.
    static func months(_ count: Int, endingWith period: Period) -> Period? {
        let next = period.end.adding(1)
        guard !period.isOpen, next.day == 1 else { return nil }
        return .months(count, from: next.month - count, year: next.year)
    }

    /// Whether it is a unit of the calendar of that grain; of no grain, a year of either kind.
    func isWhole(_ grain: Grain?) -> Bool {
        grain.map { grain.map { self.grain == $0 } ?? false || ($0 == .week && days == 7) }
            ?? (wholeMonths == 12)
    }

    /// Its first units or, when negative, its last: nil when it is not made of whole units or has too few.
    func stretch(_ count: Int, _ grain: Grain) -> Period? {
        guard count != 0, !isOpen else { return nil }
        guard let size = grain.months else {
            let size = abs(count) * (grain == .week ? 7 : 1)
            guard size <= days else { return nil }
            return .days(size, from: count > 0 ? start : end.adding(1 - size))
        }
        guard let months = wholeMonths, months % size == 0, abs(count) * size <= months else { return nil }
        let first = count > 0 ? 0 : months + count * size
        return .months(abs(count) * size, from: start.month + first, year: start.year)
    }

    /// Its n-th unit, from the end when negative: the second quarter of the first half.
    func nth(_ number: Int, _ grain: Grain) -> Period? {
        guard let stretch = stretch(number, grain) else { return nil }
        return stretch.stretch(number > 0 ? -1 : 1, grain)
    }

    /// All its units in order, or nil when it is not made of whole ones.
    func units(_ grain: Grain) -> [Period]? {
        var result: [Period] = []
        var unit = grain.unit(of: start)
        guard !isOpen, unit.start == start else { return nil }
        while unit.end <= end {
            result.append(unit)
            unit = grain.unit(of: unit.end.adding(1))
        }
        return result.last?.end == end ? result : nil
    }
}
