import Facts

/// When, in the fixed words of what was understood.
extension Restatement {
    func when(_ question: FigureQuestion) -> String {
        // A share names its periods itself: "share of recorded crime in Q1 of the combined Q1 and Q2".
        if question.operation == .share { return "" }
        if case .change = question.quantity, question.periods.count == 2 {
            let (from, to) = (question.periods[0], question.periods[1])
            if from > to { return "\(from.label) and \(to.label), taking \(from.label) as the base" }
            return "\(from.label(before: to)) to \(to.label)"
        }
        if let steps = steps(question) { return Self.eachOrAll(steps, least: 2) }
        // Said one by one, the months of a sum of types would be added up too.
        let isOfEach = question.hasWinnerOfEachPeriod || question.series.contains { !$0.added.isEmpty }
        return Self.eachOrAll(question.periods, least: isOfEach ? 2 : Self.leastOfEach)
    }

    /// Of steps from one period to the next those that they lead to. The one before the first is added when they are
    /// read, where it is held.
    private func steps(_ question: FigureQuestion) -> [Period]? {
        guard case .change = question.quantity, question.periods.count > 2, question.isOfPeriods,
            let first = question.periods.first, let before = first.shifted(by: -1)
        else { return nil }
        let resolution = PeriodResolution(
            today: first.start, held: grammar.catalogue.periods(of: question.series))
        return resolution.isHeld(before) ? Array(question.periods.dropFirst()) : question.periods
    }

    /// `Q1 and Q2 2022/23`; `Q4 2021/22 and Q1 2022/23`.
    static func periods(_ periods: [Period]) -> String {
        let years = Set(periods.map(\.financialYear))
        guard periods.count > 1, years.count == 1, let last = periods.last,
            periods.allSatisfy({ $0.financialQuarter != nil })
        else { return FigureText.list(periods.map(\.label)) }
        return FigureText.list(periods.dropLast().map(\.shortLabel) + [last.label])
    }

    static func eachOrAll(_ periods: [Period], least: Int = leastOfEach) -> String {
        each(periods, least: least) ?? eachButSome(periods) ?? Self.periods(periods)
    }

    /// As many periods as are said as "each" and not one by one.
    static let leastOfEach = 4

    /// `each month of calendar year 2025 except August 2025`
    private static func eachButSome(_ periods: [Period]) -> String? {
        guard periods.count >= leastOfEach, periods == periods.sorted(), let grain = periods[0].grain,
            grain == .month || grain == .quarter, let last = periods.last,
            let whole = Period(from: periods[0].start, to: last.end), let all = whole.units(grain),
            Set(periods).isSubset(of: all)
        else { return nil }
        let left = all.filter { !periods.contains($0) }
        guard (1...mostLeftOut).contains(left.count) else { return nil }
        return "each \(grain.rawValue) of \(whole.label) except \(FigureText.list(left.map(\.label)))"
    }

    /// How many periods are named as left out before it is shorter to name the others.
    private static let mostLeftOut = 3

    /// `each month of calendar year 2025`, `each quarter of April to December 2025`: units that follow on one another.
    private static func each(_ periods: [Period], least: Int) -> String? {
        guard periods.count >= least, let grain = periods[0].grain, grain == .month || grain == .quarter,
            zip(periods, periods.dropFirst()).allSatisfy({
                $0.end.adding(1) == $1.start && $1.grain == grain
            }), let last = periods.last, let whole = Period(from: periods[0].start, to: last.end)
        else { return nil }
        return "each \(grain.rawValue) of \(whole.label)"
    }

    /// A stretch by its months, whatever else it is called.
    static func stretch(_ period: Period) -> String {
        guard let months = period.wholeMonths, months > 1 else { return period.label }
        let (first, last) = (period.start, period.end)
        let names = (Day.monthNames[first.month - 1], Day.monthNames[last.month - 1])
        return first.year == last.year
            ? "\(names.0) to \(names.1) \(last.year)"
            : "\(names.0) \(first.year) to \(names.1) \(last.year)"
    }

    func whole(_ periods: [Period]) -> String { "the combined \(Self.periods(periods))" }
}

extension Period {
    /// Whether both are quarters, and of one financial year, so that the year need be said but once.
    func isOfOneYear(with other: Period) -> Bool {
        financialQuarter != nil && other.financialQuarter != nil && financialYear == other.financialYear
    }

    /// "Q1" before "Q2 2022/23", "Q4 2021/22" before "Q1 2022/23".
    func label(before other: Period) -> String { isOfOneYear(with: other) ? shortLabel : label }
}
