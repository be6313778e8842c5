import Facts

/// Arithmetic between figures of one unit.
extension Interpreter {
    func sums(_ reading: Reading) -> [Meaning] {
        if reading.has(.back), reading.filled.isSubset(of: [.ask, .arithmetic, .follow, .back, .aside]) {
            return sumOfDiscussed()
        }
        // "The combined Q1 and Q2" names the periods as a whole.
        var reading = reading
        if reading.has(.whole) {
            guard reading.periods().isEmpty else { return [] }
            reading.set(.period, reading[.whole])
        }
        if areNested(reading.words(.area)) { return [.incomplete(.operands)] }
        // "Shoplifting, and burglary and robbery together": what stands outside is not added to it.
        for slot in [Slot.crime, .area] {
            let (named, joined) = (Set(reading.words(slot)), Set(reading.words(.together)))
            if !named.isDisjoint(with: joined), !named.isSubset(of: joined) {
                return [.incomplete(.operands)]
            }
        }
        // "Burglary and robbery together, month by month" is one figure for each month.
        let isOfEach = reading.has(.together) && reading.periods().spread.areOfEach
        if !isOfEach { reading.set(.together, nil) }
        return withSubject(reading) { subject in
            guard subject.unit.isAdditive else { return [.refused(.notAdditive(measure: subject.measure))] }
            guard var choice = levels(reading, subject) else { return noPeriod(subject, reading) }
            if isOfEach {
                return [
                    question(
                        FigureQuestion(series: subject.series, periods: choice.periods), subject, choice)
                ]
            }
            if reading.periods().isEmpty, subject.series.count == 1 {
                choice = PeriodChoice(periods: grammar.catalogue.periods(of: subject.series))
            }
            // Adding takes two.
            let isOne = subject.series.count == 1 && choice.periods.count == 1
            if isOne, reading.word(.arithmetic) == "add" { return [.incomplete(.operands)] }
            // "The overall total in Q1" is the figure itself.
            let isOneFigure = subject.series.count == 1 && choice.periods.count == 1
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods,
                        operation: isOneFigure ? .show : .sum,
                        stated: stated(reading)), subject, choice)
            ]
        }
    }

    func means(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            guard var choice = levels(reading, subject) else { return noPeriod(subject, reading) }
            // The average of what is before August and what is after it is no average of months.
            if reading.has(.leftOut), !reading.periods().spread.areOfEach { return [.incomplete(.operands)] }
            if subject.series.count == 1, choice.periods.count < 2 {
                guard reading.periods().isEmpty else { return [.incomplete(.operands)] }
                choice = PeriodChoice(periods: grammar.catalogue.periods(of: subject.series))
            }
            guard subject.series.count == 1 || choice.periods.count == 1, subject.isOfOneMeasure else {
                return [.incomplete(.operands)]
            }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: level(reading),
                        operation: reading.word(.arithmetic) == "median" ? .median : .mean),
                    subject, choice)
            ]
        }
    }

    func averages(_ reading: Reading) -> [Meaning] {
        guard let grain = reading.word(.per).flatMap(Grain.init(rawValue:)) else { return [] }
        // "The gap between the monthly averages" is another question.
        guard [nil, "mean", "sum"].contains(reading.word(.arithmetic)) else { return [] }
        return withSubject(reading) { subject in
            guard subject.unit.isAdditive else { return [.refused(.notAdditive(measure: subject.measure))] }
            // A grant for a year was not paid by the day.
            guard subject.unit != .pounds else { return [.refused(.notMoney)] }
            if subject.series.count > 1, reading.has(.every) { return [.incomplete(.operands)] }
            guard var choice = levels(reading, subject) else { return noPeriod(subject, reading) }
            func isOfUnits() -> Bool { choice.periods.allSatisfy { $0.grain == grain } }
            // The average a month is not that of the latest month alone.
            if grain == .quarter || isOfUnits(), reading.periods().isEmpty {
                choice = PeriodChoice(periods: grammar.catalogue.periods(of: subject.series))
            }
            if reading.has(.leftOut) {
                guard grain == .month || grain == .quarter, subject.series.count == 1,
                    let units = units(grain, of: choice.periods)
                else { return [.incomplete(.operands)] }
                choice.periods = units
            }
            let isMean = choice.periods.count > 1 && (isOfUnits() || reading.has(.leftOut))
            // "The average a month" of one month is that month, and no average a quarter is one of months.
            if isOfUnits() ? !isMean : grain == .quarter && choice.periods.count > 1 {
                return [.incomplete(.operands)]
            }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods,
                        operation: isMean ? .mean : .per(grain)),
                    subject, choice)
            ]
        }
    }

    func differences(_ reading: Reading) -> [Meaning] {
        // "The difference between these relative falls" is one of changes, not of figures.
        let isOfChanges =
            reading.has(.kind, "relative") || ["rose", "fell"].contains(reading.word(.direction))
        return isOfChanges ? [] : between(reading, .difference)
    }

    func ratios(_ reading: Reading) -> [Meaning] {
        guard reading.has(.of) else { return between(reading, .ratio) }
        return naming(reading).map { between($0, .ratio) } ?? [.incomplete(.operands)]
    }

    /// Between two series in each period, or two periods of one series.
    private func between(_ reading: Reading, _ operation: Facts.Operation) -> [Meaning] {
        if let discussed = betweenDiscussed(reading, operation) { return discussed }
        return withSubject(reading) { subject in
            if subject.series.count == 1 {
                guard let choice = pair(reading, subject), choice.periods.count == 2 else {
                    return [.incomplete(.operands)]
                }
                if operation == .difference {
                    if reading.has(.kind, "percent") || reading.has(.kind, "relative") { return [] }
                    let kind: ChangeKind = subject.unit == .percent ? .points : .amount
                    return [
                        question(
                            FigureQuestion(
                                series: subject.series, periods: choice.periods, quantity: .change(kind)),
                            subject,
                            choice)
                    ]
                }
                // "The ratio of Q1 to Q2" is the first by the second; by default the later by the earlier.
                let stated = named(reading.periods(), subject.series)?.periods ?? []
                var ordered = stated.count == 2 ? stated : choice.periods.reversed()
                if let base = base(reading, subject), ordered.first == base { ordered.reverse() }
                return [
                    question(
                        FigureQuestion(
                            series: subject.series, periods: ordered,
                            quantity: level(reading), operation: operation), subject, choice)
                ]
            }
            // "Did the gap narrow?" is of the latest two.
            let isMoving = reading.has(.against) && reading.word(.direction) == "changed"
            let isOfTwo = isMoving && reading.periods().count < 2
            // How much of itself a gap is wider by, nobody works out.
            if isMoving, reading.has(.kind, "percent") || reading.has(.kind, "relative") { return [] }
            guard subject.series.count == 2,
                let choice = isOfTwo ? pair(reading, subject) : levels(reading, subject)
            else {
                return [.incomplete(.operands)]
            }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: level(reading),
                        operation: operation), subject, choice)
            ]
        }
    }

    func ranges(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            let choice = subject.series.count == 1 ? units(reading, subject) : levels(reading, subject)
            guard let choice,
                subject.series.count > 2 || (subject.series.count == 1 && choice.periods.count > 2)
            else { return [.incomplete(.operands)] }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: level(reading),
                        operation: .range), subject, choice)
            ]
        }
    }

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

    func samenesses(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            guard subject.series.count > 2 else { return [.incomplete(.operands)] }
            let claim = Claim(isSameness: true, isDifference: reading.word(.direction) == "changed")
            let isOfMoves =
                isAboutChange(reading) && !["changed", "unchanged"].contains(reading.word(.direction))
                || reading.has(.kind, "points") || reading.has(.kind, "relative")
            if isOfMoves {
                let order = reading.word(.extreme).flatMap(Order.init(rawValue:)) ?? .highest
                guard let choice = pair(reading, subject) else { return noPeriod(subject, reading) }
                return [
                    question(
                        FigureQuestion(
                            series: subject.series, periods: choice.periods, quantity: .change(.both),
                            operation: .extreme(order, position: 1, over: .crimeType), claim: claim), subject,
                        choice)
                ]
            }
            guard let choice = pair(reading, subject) else { return noPeriod(subject, reading) }
            let operation: Facts.Operation =
                reading.word(.extreme).flatMap(Order.init(rawValue:)).map {
                    .extreme($0, position: 1, over: .crimeType)
                } ?? .rank(.highest, over: .crimeType)
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: level(reading),
                        operation: operation, claim: claim), subject, choice)
            ]
        }
    }
}
