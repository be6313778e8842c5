import Facts

/// A part of a whole.
extension Interpreter {
    /// A part of a whole: one period of several, or one sum of money of the sum it is part of.
    func shares(_ reading: Reading) -> [Meaning] {
        var reading = reading
        if reading.has(.of) {
            guard let naming = naming(reading) else { return [.incomplete(.operands)] }
            reading = naming
            if let share = shareOfAnother(reading) { return share }
        }
        let measures = reading.words(.measure)
        for measure in measures {
            if let whole = grammar.definitions.wholes[measure] {
                reading.set(.measure, [.word(measure), .word(whole)])
                guard measures.count == 1 || Set(measures) == [measure, whole] else { return [] }
                return withSubject(reading) { subject in
                    let claim = shareClaim(reading)
                    // "Was the total for this district only?" claims no share.
                    if reading.has(.ask, "is-it"), claim == nil { return [] }
                    guard subject.series.count == 2, let choice = levels(reading, subject),
                        choice.periods.count == 1
                    else { return [.incomplete(.operands)] }
                    return [
                        question(
                            FigureQuestion(
                                series: subject.series, periods: choice.periods, operation: .partOf,
                                claim: claim), subject, choice)
                    ]
                }
            }
        }
        return withSubject(reading) { subject in
            if let parts = parts(reading, subject) { return parts }
            guard subject.unit.isAdditive, subject.series.count == 1 else { return [] }
            var whole = named(reading.periods(.whole), subject.series)?.periods ?? []
            guard var part = named(reading.periods(), subject.series) else { return [.incomplete(.operands)] }
            if whole.isEmpty, part.periods.count == 2 {
                // "Of the first half's total, what share fell in Q2?"
                let (first, second) = (part.periods[0], part.periods[1])
                let outer = first.contains(second) ? first : second
                part.periods = [outer == first ? second : first]
                whole = grammar.catalogue.periods(of: subject.series).filter { outer.contains($0) }
                guard whole.reduce(0, { $0 + $1.days }) == outer.days else { return [.incomplete(.operands)] }
            }
            guard part.periods.count == 1, whole.count > 1, whole.contains(part.periods[0]) else {
                return [.incomplete(.operands)]
            }
            let periods = part.periods + whole.filter { $0 != part.periods[0] }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: periods, operation: .share,
                        claim: shareClaim(reading)),
                    subject, PeriodChoice(periods: periods, assumptions: part.assumptions))
            ]
        }
    }

    /// One crime type of all recorded crime, one district of the region, one stretch of a longer one. Nil when it is a
    /// share of something else.
    private func parts(_ reading: Reading, _ subject: Subject) -> [Meaning]? {
        let asksForShare = reading.word(.arithmetic) == "share" || reading.has(.kind, "proportion")
        // "Of the 2749 crimes" says which: a figure that is not looked up here.
        guard reading.amounts(.number).allSatisfy({ $0.unit == .percent }) else { return [] }
        guard subject.unit.isOfEvents, !reading.has(.whole), asksForShare, !reading.has(.direction) else {
            return nil
        }
        let claim = shareClaim(reading)
        if reading.has(.ask, "is-it"), claim == nil { return [] }
        func share(_ series: [Series], _ choice: PeriodChoice?) -> [Meaning] {
            guard let choice, choice.periods.count == 1 || series.count == 1, series.allSatisfy(isHeld) else {
                return [.incomplete(.operands)]
            }
            return [
                question(
                    FigureQuestion(
                        series: series, periods: choice.periods, operation: .partOf, claim: claim), subject,
                    choice)
            ]
        }
        guard subject.series.count == 1, let part = subject.series.first else {
            // "The district's share of the county's burglaries".
            let areas = reading.words(.area)
            guard areas.count == 2, subject.series.count == 2,
                let whole = subject.series.first(where: { series in
                    areas.contains { $0 != series.area && grammar.definitions.regions[$0] == series.area }
                }), let part = subject.series.first(where: { $0 != whole })
            else { return [] }
            return share([part, whole], levels(reading, subject))
        }
        let periods = named(reading.periods(), subject.series)?.periods ?? []
        if periods.count == 2 {
            // "What share of 2025's burglaries were in Q3?"
            guard let whole = periods.first(where: { one in periods.allSatisfy { one.contains($0) } }),
                let inner = periods.first(where: { $0 != whole }),
                // A period that is held beside the rest of the whole is shown with the rest.
                !grammar.catalogue.periods(of: [part]).contains(inner), reading.word(.arithmetic) == "share"
            else { return nil }
            return share([part], PeriodChoice(periods: [inner, whole]))
        }
        let whole = Series(measure: part.measure, crimeType: nil, area: part.area)
        guard part.crimeType != nil, isHeld(whole), reading.has(.measure) || isFollowUp
        else { return nil }
        return share([part, whole], levels(reading, subject))
    }

    private func shareClaim(_ reading: Reading) -> Claim? {
        let stated = reading.amounts(.number).filter { $0.unit == .percent }
        if let condition = condition(reading, unit: .percent) {
            return asserted(Claim(condition: condition), reading)
        }
        guard let number = stated.first else { return nil }
        return asserted(
            Claim(condition: Condition(comparison: .equal, bound: .number(number.value))), reading)
    }
}
