import Facts

/// What a follow-up leaves unsaid stays as it was in the question before: its periods, places and crime types, what
/// is looked at, and which were picked.
///
/// Whatever way a follow-up was read, a meaning that departs from the question before where nothing was said about
/// it answers another question than was asked: "in per cent?" after a change from July to September is of those two
/// months, and never of August and September.
extension Interpreter {
    /// Whether a meaning keeps what the follow-up does not speak of.
    ///
    /// - Parameter said: the follow-up alone, before it was laid over anything.
    func continues(_ meaning: Meaning, _ said: Reading) -> Bool {
        guard case .question(let question, _) = meaning else { return true }
        switch (context.asked, question) {
        case (.figures(let before)?, .figures(let now)):
            // "By how much?" after the highest rate: saying again which it was is no answer.
            let asksHowFar =
                said.has(.direction) || said.has(.ask, "how-much") || said.has(.ask, "how")
            let repeats = now == before && asksHowFar && !before.isOfChange && !said.has(.period)
            return !repeats && keepsPeriods(now, before, said) && keepsAreas(now, before, said)
                && keepsCrimeTypes(now, before, said) && keepsQuantity(now, before, said)
                && keepsChosen(now, before, said) && keepsCondition(now, before, said)
        case (.items(let before)?, .items(let now)): return keepsItems(now, before, said)
        default: return true
        }
    }

    private static let ofTime: SlotSet = [.period, .since, .base, .whole, .leftOut, .dates, .per]
    private static let ofCrimeTypes: SlotSet = [
        .crime, .measure, .except, .every, .together, .others, .aboveType, .belowType, .alike,
    ]
    private static let thresholds: SlotSet = [.above, .atLeast, .below, .atMost, .between]
    private static let ofChange: SlotSet = [
        .direction, .kind, .since, .by, .fromNumber, .toNumber, .base, .alike,
    ]

    // MARK: - When, where, what

    private func keepsPeriods(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        if said.has(.period) { return keepsCalendar(now, before, said) }
        if !said.filled.isDisjoint(with: Self.ofTime) || said.has(.which, "period") { return true }
        // "When was it lowest?", "and the trend?" are of more than was talked about.
        if said.has(.ask, "when") || said.has(.ask, "trend") { return true }
        let (then, meant) = (Set(before.periods), Set(now.periods))
        if meant == then || meant.isSubset(of: discussed(before)) { return true }
        // "Did it fall?" after one figure: from the period before.
        guard let only = before.periods.first, before.periods.count == 1, let earlier = only.shifted(by: -1)
        else { return false }
        if meant == [earlier, only] { return true }
        // Of the first that is held: to the one after.
        let isFirst = now.series.allSatisfy { grammar.catalogue.periods(of: [$0]).first == only }
        return isFirst && only.shifted(by: 1).map { meant == [only, $0] } == true
    }

    /// "The first half?" after a calendar year is hardly that of the financial year.
    private func keepsCalendar(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        // "And with October?" after December compared with November: December, and not October, is compared.
        if said.has(.against), now.isOfChange, before.isOfChange, let last = before.periods.max(),
            !now.periods.contains(last)
        {
            return false
        }
        guard before.periods.count == 1, before.periods[0].grain == .calendarYear else { return true }
        return said.periods().allSatisfy { phrase in
            switch phrase {
            case .quarter, .half: false
            default: true
            }
        }
    }

    private func keepsAreas(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        if said.has(.area) || said.has(.which, "area") || said.has(.every, "area") { return true }
        let meant = Set(now.series.flatMap(\.areas))
        if meant == Set(before.series.flatMap(\.areas)) { return true }
        // "The gap between the two?" after one district and another.
        if said.has(.back), meant.isSubset(of: context.focus.suffix(2).flatMap(\.series.areas)) {
            return true
        }
        // The one that was found: "which district had most?", "and in May?"
        guard before.wins == .area, let found = context.focus.last else { return false }
        return meant == Set(found.series.areas)
    }

    private func keepsCrimeTypes(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        // "And Portsmouth?" after a district's share of the county's robberies is a share of those.
        if before.isShare, now.isShare, !said.has(.measure), !said.has(.arithmetic),
            now.operation != before.operation || now.series.last?.subject != before.series.last?.subject
        {
            return false
        }
        if !said.filled.isDisjoint(with: Self.ofCrimeTypes) || said.has(.which, "crime-type") { return true }
        // "How many is that?" after a rate asks for another measure.
        let isOfCount = said.has(.ask, "how-many")
        func subjects(_ series: [Series]) -> Set<[String]> {
            Set(series.flatMap(\.addends).map { isOfCount ? Array($0.subject.dropFirst()) : $0.subject })
        }
        let (meant, then) = (subjects(now.series), subjects(before.series))
        if meant == then { return true }
        // "What share of the total is that?" brings its own whole.
        if now.isShare, !before.isShare, then.isSubset(of: meant) { return true }
        // "Add them" after a list of crime types is of all of them.
        if said.has(.back), before.series.count > 2, before.wins == nil { return false }
        return meant.isSubset(of: subjects(context.focus.suffix(2).map(\.series)))
    }

    // MARK: - What is done

    /// A figure does not become a change, nor a change a figure, by another subject or place: "and Hart?" after two
    /// districts in May is of Hart in May.
    private func keepsQuantity(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        let saysMove =
            !said.filled.isDisjoint(with: Self.ofChange) || said.has(.against) || said.has(.arithmetic)
        switch (before.isOfChange, now.isOfChange) {
        case (false, true):
            // "By how much?" after one was found to be higher than another is how far they lie apart.
            let isComparison =
                before.comparesSeries && before.periods.count == 1
                && said.filled.isSubset(of: [.direction, .kind, .ask, .follow, .back])
            return saysMove && !isComparison
        case (true, false):
            // "Which most?" after months that fell is which fell most.
            let isOrder = !said.filled.isDisjoint(with: Self.thresholds.union([.extreme, .rank]))
            return !isOrder || !said.filled.isDisjoint(with: Self.ofTime.union(Self.ofCrimeTypes))
        case (true, true), (false, false): return true
        }
    }

    /// "Lowest of them", after those that were picked, is of those alone, and no form takes it yet.
    private func keepsChosen(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        let others = Self.ofCrimeTypes.union([.area, .period, .which])
        // "Which ones?" after months that were counted is of the months.
        if case .filter(_, over: let axis, _) = before.operation,
            case .filter(_, over: let other, _) = now.operation,
            axis != other, now.series.count < 2
        {
            return false
        }
        guard said.filled.isDisjoint(with: others) || said.has(.back) else { return true }
        switch (before.operation, now.operation) {
        case (.filter, .filter), (.rank, .rank), (.extreme, .extreme), (.extreme, .rank): return true
        case (.filter, _): return false
        case (.rank, _): return before.limit == nil
        // "And the fall?" after the largest rise is the largest fall.
        case (.extreme, .show): return !(before.isOfChange && now.claim != nil)
        default: return true
        }
    }

    /// "And in Fareham?" after "did it rise by more than 50%?" is no question whether it rose at all.
    private func keepsCondition(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        let conditions = Self.thresholds.union(Self.ofChange).union([.number, .aboveType, .belowType])
        guard said.filled.isDisjoint(with: conditions), let claim = now.claim?.condition,
            let condition = before.claim?.condition
        else { return true }
        return claim.comparison == condition.comparison
    }

    /// The periods of the figures talked about last, and of the question before when it was a comparison of two.
    private func discussed(_ before: FigureQuestion) -> Set<Period> {
        let last = Set(context.focus.suffix(2).map(\.period))
        return before.periods.count <= 2 || before.wins == .period ? last.union(before.periods) : []
    }

    // MARK: - Lists

    private func keepsItems(_ now: ItemQuestion, _ before: ItemQuestion, _ said: Reading) -> Bool {
        // "And crime types?" after the partners is no question about those.
        if said.has(.every, "crime-type") || said.has(.which, "crime-type"), !said.has(.topic) {
            return false
        }
        if said.has(.area), !said.has(.list) { return false }
        // "How many of those are about victims?" after the first five is of five.
        guard said.has(.back) else { return true }
        return now.slice == before.slice && Set(before.about).isSubset(of: now.about)
    }
}

extension Series {
    /// What is counted of which crime types, wherever it is.
    fileprivate var subject: [String] { [measure] + crimeTypes + ["-"] + except }
}

extension FigureQuestion {
    fileprivate var isOfChange: Bool {
        switch quantity {
        case .change: true
        case .level, .complement: false
        }
    }

    fileprivate var isShare: Bool {
        switch operation {
        case .share, .partOf: true
        case .show, .sum, .mean, .median, .difference, .ratio, .per, .rank, .extreme, .range, .filter: false
        }
    }

    /// Whether several series are set against each other.
    fileprivate var comparesSeries: Bool {
        if case .series? = claim?.condition?.bound { return true }
        switch operation {
        case .difference, .ratio, .extreme, .rank: return series.count > 1
        case .show: return series.count == 2
        case .sum, .mean, .median, .share, .partOf, .per, .range, .filter: return false
        }
    }
}
