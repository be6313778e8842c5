import Facts

/// What the grammar's `means:` lines can build from what was read. A construction that makes no sense of its
/// arguments, such as `quarter(5)`, builds nothing, and the reading dies.
enum Construction: String, Hashable, Sendable, CaseIterable {
    /// `list(<first>, <second>)`.
    case list
    /// `percent(<n>)`, `points(<n>)`, `pounds(<n>)`, `incidents(<n>)`: a number with its unit.
    case percent, points, pounds, incidents
    /// `outOf(9, 10)`: ninety per cent.
    case outOf = "out-of"
    /// `times(<n>, 1000)`: a number multiplied.
    case multiply
    /// `figure(<n>)` is any number but one that by itself names a year: 2749, 2025 incidents, and not 2025.
    case figure
    /// `minus(<n>)`, `plus(1900, <n>)`.
    case minus, plus
    /// `year(<n>)` is a number from 1900 to 2100; `short-year(22)` is 2022.
    case year
    case shortYear = "short-year"
    /// `day(<d>, <m>, <year>)`; `date(<d>, <m>)` has no year; `dotted(1.07, <year>)` is 1 July.
    case day, date, dotted
    /// `month(<m>)`, `month(<m>, <year>)`; `quarter(<n>)`, `quarter(<n>, <year's period>)`; `half` likewise.
    case month, quarter, half
    case calendarQuarter = "calendar-quarter"
    case calendarHalf = "calendar-half"
    /// `financial-year(2022, 23)`, `financial-year(2022)`.
    case financialYear = "financial-year"
    case calendarYear = "calendar-year"
    /// `slashed(2022, 23)`, `dashed(2022, 10)`: a financial year or a month.
    case slashed, dashed
    /// `relative(quarter, -1)` beside today; `nearest(<m>, 1)`: the next month of that name; `span(month, -3)`.
    case relative, nearest, span
    /// `neighbour(quarter, -1)`, `beside(-1)`: counted from the period talked about.
    case neighbour, beside
    /// `range(<from>, <to>)`; `from-day(1, <to>)`.
    case range
    /// `ends(<from>, <to>)`: a stretch, or for a change the two that it is between.
    case ends
    case fromDay = "from-day"
    /// `dated(<July to September>, <year>)`.
    case dated
    /// `same(<quarter>, <dates>)`: one period named twice.
    case same
    /// `whole(quarter, <period>)`, `lasting(6, <period>)`: a period that has to have that size.
    case whole, lasting
    /// `ending(<month>, 12)`: so many months, the last of them named.
    case ending
    case since, after
    case toDate = "to-date"
    /// `years(<period>, -1)`: a year earlier; `shifted(<period>, -1)`: one of its own lengths earlier.
    case years, shifted
    /// `nth(3, month, <period>)`, `stretch(-4, month, <period>)`: the third month of it, the last four of it.
    case nth, stretch
    /// `every(month, <period>)`; `every(quarter, held, 2)`: two, and there have to be two.
    case every
    /// `either(<p>, <p>)` stays undecided; `likely(<p>, <p>)` is decided by what is held.
    case either, likely
    case held, latest, earliest

    /// Whether it builds a period, rather than a number or a list.
    var isPeriod: Bool {
        switch self {
        case .list, .percent, .points, .pounds, .incidents, .outOf, .multiply, .figure, .minus, .plus, .year,
            .shortYear:
            false
        case .day, .date, .dotted, .month, .quarter, .half, .calendarQuarter, .calendarHalf, .financialYear,
            .calendarYear, .slashed, .dashed, .relative, .nearest, .span, .neighbour, .beside, .range, .ends,
            .fromDay, .dated, .same, .whole, .lasting, .ending, .since, .after, .toDate, .years, .shifted,
            .nth, .stretch, .every, .either, .likely, .held, .latest, .earliest:
            true
        }
    }

    func value(_ values: [Value]) -> Value? {
        switch self {
        case .list: return .list(values.flatMap(\.elements))
        case .percent: return amount(values, unit: .percent)
        case .points: return amount(values, unit: .points)
        case .pounds: return amount(values, unit: .pounds)
        case .incidents: return amount(values, unit: .incidents)
        case .outOf:
            guard let part = values.first?.number, values.count == 2, let whole = values[1].number,
                let share = part * 100 / whole, share >= 0, share <= 100
            else { return nil }
            return .amount(Amount(share, decimals: 0, unit: .percent))
        case .multiply:
            guard values.count == 2, case .amount(let first) = values[0], let second = values[1].number else {
                return nil
            }
            return .amount(Amount(first.value * second, decimals: 0, unit: first.unit))
        case .figure:
            guard case .amount(let amount)? = values.first else { return nil }
            let isYear =
                amount.unit == nil && values[0].integer.map(PeriodConstruction.years.contains) == true
            return isYear ? nil : values[0]
        case .minus:
            guard let number = values.first?.number else { return nil }
            return .amount(Amount(-number))
        case .plus:
            guard values.count == 2, let first = values[0].number, let second = values[1].number else {
                return nil
            }
            return .amount(Amount(first + second))
        case .year:
            guard let year = values.first?.integer, PeriodConstruction.years.contains(year) else {
                return nil
            }
            return values[0]
        case .shortYear:
            guard let year = values.first?.integer.flatMap(PeriodConstruction.fullYear) else { return nil }
            return .amount(Amount(Rational(year)))
        case .day, .date, .dotted, .month, .quarter, .half, .calendarQuarter, .calendarHalf, .financialYear,
            .calendarYear, .slashed, .dashed, .relative, .nearest, .span, .neighbour, .beside, .range, .ends,
            .fromDay, .dated,
            .same, .whole, .lasting, .ending, .since, .after, .toDate, .years, .shifted, .nth, .stretch,
            .every,
            .either, .likely, .held, .latest, .earliest:
            return PeriodConstruction.period(self, values).map { .period($0) }
        }
    }

    private func amount(_ values: [Value], unit: Unit) -> Value? {
        guard values.count == 1, case .amount(let amount) = values[0] else { return nil }
        return .amount(Amount(amount.value, decimals: amount.decimals, unit: unit))
    }
}

extension Value {
    var number: Rational? {
        if case .amount(let amount) = self { amount.value } else { nil }
    }

    /// A whole number, when it is one.
    var integer: Int? {
        guard case .amount(let amount) = self, amount.value.denominator == 1, amount.decimals == 0 else {
            return nil
        }
        return Int(exactly: amount.value.numerator)
    }

    var wordValue: String? {
        if case .word(let word) = self { word } else { nil }
    }

    var periodValue: PeriodPhrase? {
        if case .period(let period) = self { period } else { nil }
    }
}
