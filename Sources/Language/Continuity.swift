import Facts

/// What a follow-up leaves unsaid stays as it was in the question before: its periods, places and crime types.
///
/// Whatever way a follow-up was read, a meaning that departs from the question before where nothing was said about
/// it answers another question than was asked: "in per cent?" after a change from July to September is of those two
/// months, and never of August and September.
extension Interpreter {
    /// Whether a meaning keeps what the follow-up does not speak of.
    ///
    /// - Parameter said: the follow-up alone, before it was laid over anything.
    func continues(_ meaning: Meaning, _ said: Reading) -> Bool {
        guard let before = context.asked, case .question(.figures(let now), _) = meaning else { return true }
        return keepsPeriods(now, before, said) && keepsAreas(now, before, said)
            && keepsCrimeTypes(now, before, said) && keepsChosen(now, before, said)
    }

    private static let ofTime: SlotSet = [.period, .since, .base, .whole, .leftOut, .dates, .per]
    private static let ofCrimeTypes: SlotSet = [
        .crime, .measure, .except, .every, .together, .others, .aboveType, .belowType, .alike,
    ]

    private func keepsPeriods(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        if !said.filled.isDisjoint(with: Self.ofTime) || said.has(.which, "period") { return true }
        // "When was it lowest?", "and the trend?" are of more than was talked about.
        if said.has(.ask, "when") || said.has(.ask, "trend") { return true }
        let (then, meant) = (Set(before.periods), Set(now.periods))
        if meant == then || meant.isSubset(of: discussed(before)) { return true }
        // "Did it fall?" after one figure: from the period before.
        guard let only = before.periods.first, before.periods.count == 1, let earlier = only.shifted(by: -1)
        else { return false }
        return meant == [earlier, only]
    }

    private func keepsAreas(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        if said.has(.area) || said.has(.which, "area") || said.has(.every, "area") { return true }
        let meant = Set(now.series.flatMap(\.areas))
        if meant == Set(before.series.flatMap(\.areas)) { return true }
        // The one that was found: "which district had most?", "and in May?"
        guard before.wins == .area, let found = context.focus.last else { return false }
        return meant == Set(found.series.areas)
    }

    private func keepsCrimeTypes(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        if !said.filled.isDisjoint(with: Self.ofCrimeTypes) || said.has(.which, "crime-type") { return true }
        func types(_ question: FigureQuestion) -> Set<[String]> {
            Set(question.series.map { [$0.measure] + $0.crimeTypes + ["-"] + $0.except })
        }
        if types(now) == types(before) { return true }
        let focus = Set(
            context.focus.suffix(2).map {
                [$0.series.measure] + $0.series.crimeTypes + ["-"] + $0.series.except
            })
        return types(now).isSubset(of: focus)
    }

    /// "Lowest of them" after those that were picked is of those alone, which no form is yet.
    private func keepsChosen(_ now: FigureQuestion, _ before: FigureQuestion, _ said: Reading) -> Bool {
        let isOfSome: Bool
        switch before.operation {
        case .filter: isOfSome = true
        case .rank: isOfSome = before.limit != nil
        case .show, .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .extreme, .range:
            isOfSome = false
        }
        guard isOfSome, said.filled.isDisjoint(with: Self.ofCrimeTypes.union([.area, .period, .which])) else {
            return true
        }
        switch (before.operation, now.operation) {
        case (.filter, .filter): return true
        case (.rank, .rank): return true
        default: return false
        }
    }

    /// The periods of the figures talked about last, and of the question before when it was a comparison of two.
    private func discussed(_ before: FigureQuestion) -> Set<Period> {
        let last = Set(context.focus.suffix(2).map(\.period))
        return before.periods.count <= 2 || before.wins == .period ? last.union(before.periods) : []
    }
}
