import Facts

/// How many days, weeks or months a period has.
struct Length {
    let value: Rational
    /// `92`, `(92 / 7)`.
    let formula: String

    /// Nil for a period that does not come in whole months, when these are asked for, and for one without an end.
    init?(of period: Period, in grain: Grain) {
        guard !period.isOpen else { return nil }
        switch grain {
        case .day: self.init(period.days, over: 1)
        case .week: self.init(period.days, over: 7)
        case .month: self.init(period.wholeMonths, over: 1)
        case .quarter: self.init(period.wholeMonths, over: 3)
        case .half: self.init(period.wholeMonths, over: 6)
        case .financialYear, .calendarYear: self.init(period.wholeMonths, over: 12)
        }
    }

    private init?(_ count: Int?, over divisor: Int) {
        guard let count, count > 0, let value = Rational(count) / Rational(divisor) else { return nil }
        self.value = value
        formula = value.denominator == 1 ? Formula.number(value) : "(\(count) / \(divisor))"
    }
}
