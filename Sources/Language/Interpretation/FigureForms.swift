import Facts

/// Questions about figures themselves, and what the forms of all questions about figures share.
extension Interpreter {
    func values(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            // Points are what a rate moved by.
            if reading.has(.kind, "points") { return [] }
            // Yes or no to nothing that is claimed is no answer.
            if reading.has(.ask, "is-it") { return [] }
            // "How many crime types?" counts types, not crimes.
            if reading.has(.ask, "how-many"), reading.has(.which, "crime-type") { return [] }
            if reading.has(.ask, "how-many") {
                if subject.unit == .pounds { return [] }
                if subject.unit == .percent {
                    return [.refused(.onlyRates(crimeTypes: subject.series.compactMap(\.crimeType)))]
                }
            }
            // A proportion of what, is only said with the rate.
            if reading.has(.kind, "proportion"), !reading.has(.measure), !reading.has(.complement) {
                return []
            }
            // "How is crime?" could be answered in several ways.
            if reading.has(.ask, "how"), reading.periods().isEmpty { return [.incomplete(.kind)] }
            // Figures stated on the way have to be of the unit: "the four rates" states none.
            let units = stated(reading).map(\.unit)
            guard units.allSatisfy({ $0 == subject.unit }) else { return [] }
            // "The number of domestic abuse reports" asks for a count; a rate is none.
            if subject.unit == .percent, reading.has(.kind, "amount") {
                return [.refused(.onlyRates(crimeTypes: subject.series.compactMap(\.crimeType)))]
            }
            let wantsRate =
                reading.has(.kind, "percent") || reading.has(.kind, "proportion") || reading.has(.complement)
            if subject.unit != .percent, wantsRate { return [] }
            guard let choice = levels(reading, subject) else { return noPeriod(subject, reading) }
            // "The first half of Q2" is no pair of periods.
            let isNested = choice.periods.contains { one in
                choice.periods.contains { $0 != one && $0.contains(one) }
            }
            if isNested { return [] }
            // What is left of a stretch is one figure still.
            let isCut = reading.has(.leftOut) && choice.periods.count > 1 && subject.unit.isAdditive
            if isCut, !reading.periods().spread.areOfEach {
                return subject.series.count == 1 ? sums(reading) : [.incomplete(.operands)]
            }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: level(reading),
                        claim: reading.has(.approximately) ? Claim(isApproximate: true) : nil,
                        stated: stated(reading)),
                    subject, choice)
            ]
        }
    }

    /// The periods named, one by one; those held of a single stretch, and all that are held where none was named.
    func units(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
        let held = grammar.catalogue.periods(of: subject.series)
        guard !reading.periods().isEmpty else { return PeriodChoice(periods: held) }
        guard var choice = levels(reading, subject) else { return nil }
        let isApart =
            reading.has(.which, "period") || reading.has(.ask, "trend")
            || reading.word(.arithmetic) == "range"
        if isApart, choice.periods.count == 1 || reading.has(.leftOut) {
            let parts = held.filter { part in choice.periods.contains { $0.contains(part) && $0 != part } }
            if parts.count > 1 { choice = PeriodChoice(periods: parts, assumptions: choice.assumptions) }
        }
        return choice
    }

    // MARK: - Shared

    func withSubject(_ reading: Reading, _ build: (Subject) -> [Meaning]) -> [Meaning] {
        switch subject(reading) {
        case .success(let subject): build(subject)
        case .failure(let none): [none.meaning]
        }
    }

    func question(_ question: FigureQuestion, _ subject: Subject, _ choice: PeriodChoice) -> Meaning {
        .question(.figures(question), subject.assumptions + choice.assumptions)
    }

    /// What there is to say when a period cannot be settled: the readings of "Q2 2022" that are held, or that the
    /// period is not.
    func noPeriod(_ subject: Subject, _ reading: Reading) -> [Meaning] {
        let held = grammar.catalogue.periods(of: subject.series)
        if held.isEmpty { return [.refused(.series(subject.series))] }
        // What was not in cannot be left out.
        if reading.has(.leftOut) { return [.incomplete(.operands)] }
        // A month and a quarter are both held, and are not set against each other.
        if reading.has(.since), named(reading.periods(.since) + reading.periods(), subject.series) != nil {
            return [.incomplete(.operands)]
        }
        let resolution = PeriodResolution(today: today, held: held, isAdditive: subject.unit.isAdditive)
        let phrases = reading.periods()
        let readings = phrases.count == 1 ? resolution.readings(phrases[0]) : []
        guard readings.count > 1, readings.contains(where: { resolution.isHeld($0) }) else {
            return [.refused(.period(held: held))]
        }
        return readings.map {
            .question(
                .figures(FigureQuestion(series: subject.series, periods: [$0], quantity: level(reading))), [])
        }
    }

    func level(_ reading: Reading) -> Quantity { reading.has(.complement) ? .complement : .level }
}
