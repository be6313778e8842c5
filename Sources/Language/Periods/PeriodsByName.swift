import Facts

/// Periods that are written by name or number: "Q2", "12 May 2022", "2022/23".
extension PeriodConstruction {
    static func day(_ given: Arguments) -> PeriodPhrase? {
        guard let day = given.integer(0), let month = given.integer(1), let year = given.year(2) else {
            return nil
        }
        return single(day, month, year)
    }

    static func date(_ given: Arguments) -> PeriodPhrase? {
        // 29 February is a date, as there are years that have it.
        guard let day = given.integer(0), let month = given.integer(1),
            Day(year: 2000, month: month, day: day) != nil
        else { return nil }
        return .date(day: day, month: month)
    }

    static func dotted(_ given: Arguments) -> PeriodPhrase? {
        guard case .amount(let amount)? = given.values.first, (1...2).contains(amount.decimals),
            let year = given.year(1)
        else { return nil }
        let scale = amount.decimals == 1 ? 10 : 100
        guard let digits = Int(exactly: (amount.value * Rational(scale)).numerator), digits < 10_000
        else { return nil }
        return single(digits / scale, digits % scale, year)
    }

    static func month(_ given: Arguments) -> PeriodPhrase? {
        guard let month = given.integer(0, in: 1...12) else { return nil }
        guard given.values.count > 1 else { return .month(month) }
        return given.year(1).map { .fixed(.month(month, year: $0)) }
    }

    static func quarter(_ given: Arguments) -> PeriodPhrase? {
        guard let quarter = given.integer(0, in: 1...4) else { return nil }
        guard given.values.count > 1 else { return .quarter(quarter) }
        return given.phrase(1).flatMap { .quarter(quarter, of: $0) }
    }

    static func half(_ given: Arguments) -> PeriodPhrase? {
        guard let half = given.integer(0, in: 1...2) else { return nil }
        guard given.values.count > 1 else { return .half(half) }
        return given.phrase(1).flatMap { .half(half, of: $0) }
    }

    static func calendarQuarter(_ given: Arguments) -> PeriodPhrase? {
        guard let quarter = given.integer(0, in: 1...4), let year = given.year(1) else { return nil }
        return .fixed(.months(3, from: quarter * 3 - 2, year: year))
    }

    static func calendarHalf(_ given: Arguments) -> PeriodPhrase? {
        guard let half = given.integer(0, in: 1...2), let year = given.year(1) else { return nil }
        return .fixed(.months(6, from: half * 6 - 5, year: year))
    }

    static func financialYear(_ given: Arguments) -> PeriodPhrase? {
        guard given.values.count > 1 else { return given.year(0).map { .fixed(.financialYear($0)) } }
        guard let first = given.integer(0), let next = given.integer(1) else { return nil }
        return pair(first, next).map { .fixed(.financialYear($0)) }
    }

    static func yearAndNumber(_ construction: Construction, _ given: Arguments) -> PeriodPhrase? {
        guard let year = given.year(0), let next = given.integer(1) else { return nil }
        return yearAndNumber(
            year, next, isPadded: given.isPadded(1), isSlashed: construction == .slashed)
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
}
