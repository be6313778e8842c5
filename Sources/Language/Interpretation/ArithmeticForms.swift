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
        if mayOverlap(reading.words(.area)) { return [.incomplete(.operands)] }
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
}
