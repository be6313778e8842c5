import Facts

/// Builds period phrases for the grammar.
enum PeriodConstruction {
    static func period(_ construction: Construction, _ values: [Value]) -> PeriodPhrase? {
        let given = Arguments(values: values)
        switch construction {
        case .day: return day(given)
        case .date: return date(given)
        case .dotted: return dotted(given)
        case .month: return month(given)
        case .quarter: return quarter(given)
        case .half: return half(given)
        case .calendarQuarter: return calendarQuarter(given)
        case .calendarHalf: return calendarHalf(given)
        case .financialYear: return financialYear(given)
        case .calendarYear: return given.year(0).map { .fixed(.calendarYear($0)) }
        case .slashed, .dashed: return yearAndNumber(construction, given)
        case .relative: return relative(given)
        case .nearest: return nearest(given)
        case .span: return span(given)
        case .neighbour: return neighbour(given)
        case .beside: return given.integer(0, in: -400...400).map { .beside($0) }
        case .held: return .held
        case .latest: return .latest
        case .earliest: return .earliest
        case .range: return range(given)
        case .ends: return ends(given)
        case .dated: return dated(given)
        case .fromDay: return fromDay(given)
        case .same: return same(given)
        case .whole: return whole(given)
        case .lasting: return lasting(given)
        case .ending: return ending(given)
        case .since: return given.phrase(0).map { .since($0) }
        case .after: return given.phrase(0).map { .after($0) }
        case .toDate: return given.phrase(0).map { .toDate($0) }
        case .years: return yearsLater(given)
        case .shifted: return shifted(given)
        case .nth, .stretch: return part(construction, given)
        case .every: return every(given)
        case .either, .likely: return several(construction, given)
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
}
