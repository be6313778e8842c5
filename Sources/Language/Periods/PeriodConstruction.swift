import Facts

/// Builds period phrases for the grammar.
enum PeriodConstruction {
    static func period(_ construction: Construction, _ values: [Value]) -> PeriodPhrase? {
        let given = Arguments(values: values)
        switch construction {
        case .day, .date, .dotted, .month, .quarter, .half, .calendarQuarter, .calendarHalf, .financialYear,
            .calendarYear, .slashed, .dashed:
            return named(construction, given)
        case .relative, .nearest, .span, .neighbour, .beside, .held, .latest, .earliest:
            return pointed(construction, given)
        case .range, .ends, .dated, .fromDay, .same, .whole, .lasting, .ending, .since, .after, .toDate,
            .years,
            .shifted,
            .nth, .stretch, .every, .either, .likely:
            return built(construction, given)
        case .list, .percent, .points, .pounds, .incidents, .outOf, .multiply, .figure, .minus, .plus, .year,
            .shortYear:
            return nil
        }
    }

    /// What was written in a construction's brackets. Numbers are kept small, so that no sum of them overflows.
    struct Arguments {
        let values: [Value]

        func integer(_ index: Int) -> Int? {
            guard index < values.count, let integer = values[index].integer, abs(integer) <= 9_999 else {
                return nil
            }
            return integer
        }
        func integer(_ index: Int, in range: ClosedRange<Int>) -> Int? {
            integer(index).flatMap { range.contains($0) ? $0 : nil }
        }
        func year(_ index: Int) -> Int? { integer(index, in: years) }
        func isPadded(_ index: Int) -> Bool {
            if index < values.count, case .amount(let amount) = values[index] {
                amount.isPadded
            } else {
                false
            }
        }
        func phrase(_ index: Int) -> PeriodPhrase? { index < values.count ? values[index].periodValue : nil }
        func grain(_ index: Int) -> Grain? {
            index < values.count ? values[index].wordValue.flatMap(Grain.init(rawValue:)) : nil
        }
    }

    static let years = 1900...2100

    /// "22" is 2022, "87" is 1987.
    static func fullYear(_ short: Int) -> Int? {
        switch short {
        case 10..<50: 2000 + short
        case 50..<100: 1900 + short
        default: nil
        }
    }

    // MARK: - By name or number

    private static func named(_ construction: Construction, _ given: Arguments) -> PeriodPhrase? {
        switch construction {
        case .day:
            guard let day = given.integer(0), let month = given.integer(1), let year = given.year(2) else {
                return nil
            }
            return single(day, month, year)
        case .date:
            // 29 February is a date, as there are years that have it.
            guard let day = given.integer(0), let month = given.integer(1),
                Day(year: 2000, month: month, day: day) != nil
            else { return nil }
            return .date(day: day, month: month)
        case .dotted:
            guard case .amount(let amount)? = given.values.first, (1...2).contains(amount.decimals),
                let year = given.year(1)
            else { return nil }
            let scale = amount.decimals == 1 ? 10 : 100
            guard let digits = Int(exactly: (amount.value * Rational(scale)).numerator), digits < 10_000
            else { return nil }
            return single(digits / scale, digits % scale, year)
        case .month:
            guard let month = given.integer(0, in: 1...12) else { return nil }
            guard given.values.count > 1 else { return .month(month) }
            return given.year(1).map { .fixed(.month(month, year: $0)) }
        case .quarter:
            guard let quarter = given.integer(0, in: 1...4) else { return nil }
            guard given.values.count > 1 else { return .quarter(quarter) }
            return given.phrase(1).flatMap { .quarter(quarter, of: $0) }
        case .half:
            guard let half = given.integer(0, in: 1...2) else { return nil }
            guard given.values.count > 1 else { return .half(half) }
            return given.phrase(1).flatMap { .half(half, of: $0) }
        case .calendarQuarter:
            guard let quarter = given.integer(0, in: 1...4), let year = given.year(1) else { return nil }
            return .fixed(.months(3, from: quarter * 3 - 2, year: year))
        case .calendarHalf:
            guard let half = given.integer(0, in: 1...2), let year = given.year(1) else { return nil }
            return .fixed(.months(6, from: half * 6 - 5, year: year))
        case .financialYear:
            guard given.values.count > 1 else { return given.year(0).map { .fixed(.financialYear($0)) } }
            guard let first = given.integer(0), let next = given.integer(1) else { return nil }
            return pair(first, next).map { .fixed(.financialYear($0)) }
        case .calendarYear: return given.year(0).map { .fixed(.calendarYear($0)) }
        case .slashed, .dashed:
            guard let year = given.year(0), let next = given.integer(1) else { return nil }
            return yearAndNumber(
                year, next, isPadded: given.isPadded(1), isSlashed: construction == .slashed)
        default: return nil
        }
    }

    private static func single(_ day: Int, _ month: Int, _ year: Int) -> PeriodPhrase? {
        Day(year: year, month: month, day: day).flatMap { Period(from: $0, to: $0) }.map { .fixed($0) }
    }

    /// The year in which the financial year "2022/23", "2022/2023" or "22/23" begins. Below 13 two short numbers may
    /// as well be a day and a month, or "nine out of ten", and are no year.
    private static func pair(_ first: Int, _ next: Int) -> Int? {
        if years.contains(first) { return next == (first + 1) % 100 || next == first + 1 ? first : nil }
        return (13...98).contains(first) && next == first + 1 ? fullYear(first) : nil
    }

    /// "2014/10" and "2014-10" are a month, "2009/10" is a financial year, and "2009-10" may be either. So may
    /// "2002/3", which has been written for 2002/03; "2025-06" is June.
    private static func yearAndNumber(
        _ year: Int, _ next: Int, isPadded: Bool, isSlashed: Bool
    ) -> PeriodPhrase? {
        let month: PeriodPhrase? = (1...12).contains(next) ? .fixed(.month(next, year: year)) : nil
        guard let first = pair(year, next) else {
            guard let month, next == (year + 1) % 10, next < 10, !isPadded else { return month }
            return .either([month, .fixed(.financialYear(year))])
        }
        let financial = PeriodPhrase.fixed(.financialYear(first))
        // "2001/02" is how its readers write 2001/02; "2001-02" is how computers write February 2001.
        guard let month, !isSlashed else { return financial }
        return .either([financial, month])
    }

    // MARK: - By pointing

    private static func pointed(_ construction: Construction, _ given: Arguments) -> PeriodPhrase? {
        switch construction {
        case .relative:
            guard let grain = given.grain(0), let offset = given.integer(1, in: -400...400) else {
                return nil
            }
            return .relative(grain, offset)
        case .nearest:
            guard let month = given.integer(0, in: 1...12), let side = given.integer(1) else { return nil }
            return .nearest(month: month, side)
        case .span:
            guard let grain = given.grain(0), let count = given.integer(1, in: -400...400), count != 0 else {
                return nil
            }
            return .span(grain, count: count)
        case .neighbour:
            guard let grain = given.grain(0), let offset = given.integer(1) else { return nil }
            return .neighbour(grain, offset)
        case .beside: return given.integer(0, in: -400...400).map { .beside($0) }
        case .held: return .held
        case .latest: return .latest
        case .earliest: return .earliest
        default: return nil
        }
    }

    // MARK: - From other phrases

    private static func built(_ construction: Construction, _ given: Arguments) -> PeriodPhrase? {
        switch construction {
        case .range:
            guard let first = given.phrase(0), let last = given.phrase(1) else { return nil }
            return .joining(first, last)
        case .ends:
            guard let first = given.phrase(0), let last = given.phrase(1),
                PeriodPhrase.joining(first, last) != nil
            else { return nil }
            return .ends(first, last)
        case .dated:
            guard let phrase = given.phrase(0) else { return nil }
            if let year = given.year(1) { return phrase.dated(year) }
            return given.phrase(1).flatMap { phrase.dated(in: $0) }
        case .fromDay:
            guard let day = given.integer(0, in: 1...31), let last = given.phrase(1) else { return nil }
            return .joining(day: day, last)
        case .same:
            guard let name = given.phrase(0), let dates = given.phrase(1) else { return nil }
            return name.agreeing(with: dates)
        case .whole:
            guard let phrase = given.phrase(1) else { return nil }
            if given.values.first?.wordValue == "year" {
                return phrase.required { $0.isWhole(nil) } ?? .whole(nil, phrase)
            }
            guard let grain = given.grain(0) else { return nil }
            return phrase.required { $0.isWhole(grain) } ?? .whole(grain, phrase)
        case .lasting:
            guard let months = given.integer(0), let phrase = given.phrase(1) else { return nil }
            return phrase.required { $0.wholeMonths == months }
        case .ending:
            guard let phrase = given.phrase(0), let months = given.integer(1, in: 1...240) else { return nil }
            if let fixed = phrase.mapped({ .months(months, endingWith: $0) }) { return fixed }
            let ending = PeriodPhrase.ending(phrase, months: months)
            return ending.isUndated ? ending : nil
        case .since: return given.phrase(0).map { .since($0) }
        case .after: return given.phrase(0).map { .after($0) }
        case .toDate: return given.phrase(0).map { .toDate($0) }
        case .years:
            guard let phrase = given.phrase(0), let count = given.integer(1, in: -200...200) else {
                return nil
            }
            return phrase.mapped({ $0.shifted(years: count) }) ?? .years(phrase, count)
        case .shifted:
            guard let phrase = given.phrase(0), let count = given.integer(1, in: -200...200) else {
                return nil
            }
            return phrase.mapped({ $0.shifted(by: count) }) ?? .shifted(phrase, count)
        case .nth, .stretch:
            guard let number = given.integer(0, in: -400...400), let grain = given.grain(1),
                let phrase = given.phrase(2)
            else { return nil }
            guard construction == .nth else {
                return phrase.mapped({ $0.stretch(number, grain) }) ?? .stretch(number, grain, of: phrase)
            }
            return .nth(number, grain, in: phrase)
        case .every:
            guard let grain = given.grain(0), let phrase = given.phrase(1) else { return nil }
            return .every(grain, of: phrase, count: given.integer(2))
        case .either, .likely:
            let phrases = given.values.compactMap(\.periodValue)
            guard phrases.count == given.values.count else { return nil }
            return construction == .either ? .either(phrases) : .likely(phrases)
        default: return nil
        }
    }
}
