/// A stretch of days, both ends included. Two periods over the same days are the same period: the fourth
/// financial quarter of 2022/23 *is* January to March 2023, whatever it was called in a question.
public struct Period: Hashable, Comparable, Sendable {
    public let start: Day
    public let end: Day

    /// The last day of a period that has no end, as in "since April".
    public static let open = Day(number: 2_932_896)  // 31 December 9999

    /// Nil when it would end before it starts.
    public init?(from start: Day, to end: Day) {
        guard start <= end else { return nil }
        self.start = start
        self.end = end
    }

    private init(unchecked start: Day, _ end: Day) {
        self.start = start
        self.end = end
    }

    /// By start, then by end.
    public static func < (left: Period, right: Period) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }

    /// `count` whole months from the first of a month.
    public static func months(_ count: Int, from month: Int, year: Int) -> Period {
        Period(
            unchecked: Day(firstOf: month, year: year),
            Day(firstOf: month + max(count, 1), year: year).adding(-1))
    }

    public static func month(_ month: Int, year: Int) -> Period { months(1, from: month, year: year) }

    /// A financial quarter: `quarter(2, financialYear: 2022)` is July to September 2022.
    public static func quarter(_ quarter: Int, financialYear: Int) -> Period {
        months(3, from: 1 + quarter * 3, year: financialYear)
    }

    /// The financial quarter that it lies in; nil when it lies in none: "September 2022" in July to September 2022.
    public var quarter: Period? {
        let month = start.month
        let quarter = month < 4 ? 4 : (month - 1) / 3
        let found = Period.quarter(quarter, financialYear: month < 4 ? start.year - 1 : start.year)
        return found.contains(self) ? found : nil
    }

    /// `financialYear(2022)` is "2022/23": April 2022 to March 2023.
    public static func financialYear(_ year: Int) -> Period { months(12, from: 4, year: year) }

    public static func calendarYear(_ year: Int) -> Period { months(12, from: 1, year: year) }

    public static func since(_ day: Day) -> Period { Period(unchecked: day, open) }

    public var isOpen: Bool { end == Period.open }
    /// Days covered, both ends included.
    public var days: Int { end.number - start.number + 1 }

    public func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: Period) -> Bool { start <= other.end && other.start <= end }
    public func contains(_ day: Day) -> Bool { start <= day && day <= end }

    /// Whole months covered, or nil when it starts or ends inside a month.
    public var wholeMonths: Int? {
        let next = end.adding(1)
        guard !isOpen, start.day == 1, next.day == 1 else { return nil }
        return (next.year - start.year) * 12 + next.month - start.month
    }

    /// The year in which the financial year of the period's first day began.
    public var financialYear: Int { start.month >= 4 ? start.year : start.year - 1 }

    /// 1 to 4, for a period that is exactly a financial quarter.
    public var financialQuarter: Int? {
        wholeMonths == 3 && start.month % 3 == 1 ? (start.month + 8) / 3 % 4 + 1 : nil
    }

    /// The size of a period that is a unit of the calendar, or nil.
    public var grain: Grain? {
        switch wholeMonths {
        case 1: .month
        case 3 where start.month % 3 == 1: .quarter
        case 6 where start.month == 4 || start.month == 10: .half
        case 12 where start.month == 4: .financialYear
        case 12 where start.month == 1: .calendarYear
        default: days == 1 ? .day : nil
        }
    }

    /// The period `count` lengths later (earlier when negative), or nil when it has no whole length in months.
    /// One before Q1 2022/23 is Q4 2021/22.
    public func shifted(by count: Int) -> Period? {
        guard let months = wholeMonths else { return nil }
        return Period.months(months, from: start.month + months * count, year: start.year)
    }

    /// The same days of the calendar in another year: Q2 2022/23 shifted by -1 is Q2 2021/22.
    public func shifted(years: Int) -> Period? {
        guard let months = wholeMonths else { return nil }
        return Period.months(months, from: start.month, year: start.year + years)
    }

    /// The name used everywhere: `Q2 2022/23`, `September 2025`, `2022/23`, `calendar year 2025`.
    public var label: String {
        if isOpen { return "since \(start.inWords)" }
        switch grain {
        case .day: return start.inWords
        case .month: return "\(Day.monthNames[start.month - 1]) \(start.year)"
        case .quarter: return "\(shortLabel) \(Period.financialYearLabel(financialYear))"
        case .half: return "\(start.month == 4 ? "H1" : "H2") \(Period.financialYearLabel(financialYear))"
        case .financialYear: return Period.financialYearLabel(financialYear)
        case .calendarYear: return "calendar year \(start.year)"
        case .week, nil:
            guard wholeMonths != nil else { return "\(start.inWords) to \(end.inWords)" }
            let first = Day.monthNames[start.month - 1]
            let last = "\(Day.monthNames[end.month - 1]) \(end.year)"
            return start.year == end.year ? "\(first) to \(last)" : "\(first) \(start.year) to \(last)"
        }
    }

    /// `Q2` for a quarter, as the page's sentences have it; the whole label for anything else.
    public var shortLabel: String { financialQuarter.map { "Q\($0)" } ?? label }

    /// `2022/23` for 2022.
    public static func financialYearLabel(_ year: Int) -> String {
        let next = (year + 1) % 100
        return "\(year)/\(next < 10 ? "0" : "")\(next)"
    }
}

/// The units of the calendar that figures come in, smallest first.
public enum Grain: String, Hashable, Sendable, CaseIterable, Comparable {
    case day, week, month, quarter, half
    case financialYear = "financial-year"
    case calendarYear = "calendar-year"

    public static func < (left: Grain, right: Grain) -> Bool {
        guard let left = allCases.firstIndex(of: left), let right = allCases.firstIndex(of: right) else {
            return false
        }
        return left < right
    }
}
