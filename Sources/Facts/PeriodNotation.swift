/// How Data/ writes a period: `2022/23 Q2`, `2022/23`, `2025-07`, or two days as `2022-07-01/2022-09-30`.
public enum PeriodNotation {
    public static let forms = "2022/23 Q2, 2022/23, 2025-07 or 2022-07-01/2022-09-30"

    /// Nil for anything else, and for days and months that do not exist.
    public static func period(_ text: String) -> Period? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return month(text) ?? days(text) ?? financialYear(parts[0]).map(Period.financialYear)
        case 2:
            guard let year = financialYear(parts[0]), parts[1].count == 2, parts[1].first == "Q",
                let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter)
            else { return nil }
            return .quarter(quarter, financialYear: year)
        default: return nil
        }
    }

    /// 2022 for `2022/23`; the second year has to follow the first.
    private static func financialYear(_ text: Substring) -> Int? {
        guard text.utf8.count == 7, let year = Int(text.prefix(4)), year > 0,
            text == Period.financialYearLabel(year)
        else { return nil }
        return year
    }

    private static func month(_ text: String) -> Period? {
        guard text.utf8.count == 7, let first = Day(text + "-01") else { return nil }
        return .month(first.month, year: first.year)
    }

    private static func days(_ text: String) -> Period? {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = Day(String(ends[0])), let end = Day(String(ends[1])) else {
            return nil
        }
        return Period(from: start, to: end)
    }
}
