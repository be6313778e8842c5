import Facts

/// What questions that pick from several figures share: superlatives, rankings, filters.
extension Interpreter {
    /// A superlative or ranking of levels or changes, over crime types, periods or areas.
    func selections(
        _ reading: Reading, winner: String?, _ operation: (Axis, Subject) -> Facts.Operation?
    ) -> [Meaning] {
        // "What share of the types fell?" is no list of them.
        if reading.has(.kind, "proportion"), reading.has(.which) { return [] }
        // "By what percentage was it lower in Q1 than in Q2?" asks for more than which was lower.
        if reading.has(.ask, "comparative"), reading.has(.kind, "percent") || reading.has(.kind, "relative"),
            !isAboutChange(reading)
        {
            return []
        }
        return withSubject(reading) { subject in
            // "The most common" asks for counts.
            if reading.has(.kind, "amount"), subject.unit == .percent {
                return [.refused(.onlyRates(crimeTypes: subject.series.compactMap(\.crimeType)))]
            }
            // Offences and incidents are not put in one order.
            guard subject.isOfOneMeasure else { return [.incomplete(.operands)] }
            // The district is no rival of its county.
            if areNested(Array(subject.areas)) { return [.incomplete(.operands)] }
            if Set(reading.words(.which)).count > 1 { return [.incomplete(.operands)] }
            let axis = axis(reading, subject)
            guard let operation = operation(axis, subject) else { return [.incomplete(.subject)] }
            let named = winner.flatMap { crime in subject.series.first { $0.crimeType == crime } }
            if winner != nil, named == nil { return [] }
            return isAboutChange(reading)
                ? changeSelections(reading, subject, axis, operation, winner: named)
                : levelSelections(reading, subject, axis, operation, winner: named)
        }
    }

    /// Of moves: "which fell most?"
    private func changeSelections(
        _ reading: Reading, _ subject: Subject, _ axis: Axis, _ operation: Facts.Operation, winner: Series?
    ) -> [Meaning] {
        guard !reading.has(.complement), !reading.has(.leftOut),
            let choice = axis == .period
                ? steps(reading, subject) : subject.series.count > 1 ? pair(reading, subject) : nil
        else {
            return [.incomplete(.operands)]
        }
        let claim = direction(reading, subject.unit)
        // "Improved most" does not say which way, of a count.
        guard winner == nil, claim != nil || !reading.has(.direction) else { return [] }
        return kinds(reading, subject).map { kind in
            let condition = claim.flatMap { $0 == .changed ? nil : Condition(direction: $0) }
            return question(
                FigureQuestion(
                    series: subject.series, periods: choice.periods, quantity: .change(kind),
                    operation: operation, claim: condition.map { Claim(condition: $0) },
                    limit: reading[.limit].first?.integer), subject, choice)
        }
    }

    /// Of the figures themselves: "which was highest?"
    private func levelSelections(
        _ reading: Reading, _ subject: Subject, _ axis: Axis, _ operation: Facts.Operation, winner: Series?
    ) -> [Meaning] {
        guard !reading.has(.kind, "points"), !reading.has(.kind, "relative") else { return [] }
        // How common something is, is no question of when.
        if axis == .period, reading.has(.kind, "amount"), !reading.has(.which),
            reading.words(.crime).isEmpty
        {
            return []
        }
        guard var choice = levels(reading, subject) else { return noPeriod(subject, reading) }
        if axis == .period {
            // "The peak month of each crime type": one for each of them.
            let isOfEach = reading.has(.every) && (subject.areas.count == 1 || isOfOneCrime(subject))
            guard subject.series.count == 1 || isOfEach else { return [.incomplete(.subject)] }
            guard let units = units(reading, subject), units.periods.count > 1,
                areComparable(units.periods, subject)
            else { return [.incomplete(.operands)] }
            choice = units
        } else if subject.series.count < 2 {
            return [.incomplete(.operands)]
        }
        // "In each quarter" asks for one winner of each.
        let isOfEach = reading.periods().spread.areOfEach && isGrouped(operation, axis, subject)
        guard choice.periods.count == 1 || axis == .period || isOfEach else {
            // One winner for each period would be several answers to one question.
            return choice.periods.map { period in
                question(
                    FigureQuestion(
                        series: subject.series, periods: [period], quantity: level(reading),
                        operation: operation), subject, choice)
            }
        }
        let isWon = winner.map { Condition(comparison: .equal, bound: .series($0)) }
        return [
            question(
                FigureQuestion(
                    series: subject.series, periods: choice.periods, quantity: level(reading),
                    operation: operation, claim: isWon.map { Claim(condition: $0) },
                    limit: reading[.limit].first?.integer), subject, choice)
        ]
    }

    private func isOfOneCrime(_ subject: Subject) -> Bool {
        Set(subject.series.map(\.crimeTypes)).count == 1
    }

    /// Whether a superlative over several periods has one answer for each, and for nothing else besides.
    private func isGrouped(_ operation: Facts.Operation, _ axis: Axis, _ subject: Subject) -> Bool {
        guard case .extreme = operation else { return false }
        return axis == .crimeType ? subject.areas.count == 1 : isOfOneCrime(subject)
    }

    /// Each step from one period to the next: of those named one by one, or of all that are held.
    func steps(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
        guard subject.series.count == 1, reading.periods().spread.areOfEach,
            let choice = named(reading.periods(), subject.series)
        else { return nil }
        let resolution = PeriodResolution(
            today: today, held: grammar.catalogue.periods(of: subject.series),
            isAdditive: subject.unit.isAdditive)
        return choice.steps(resolution).map {
            PeriodChoice(periods: $0, assumptions: choice.assumptions)
        }
    }

    func isAboutChange(_ reading: Reading) -> Bool {
        reading.has(.direction) || reading.has(.kind, "points") || reading.has(.kind, "relative")
    }

    /// The ways a change is compared. Nobody who says "fell most" says whether in per cent or in points: those are
    /// two questions.
    func kinds(_ reading: Reading, _ subject: Subject) -> [ChangeKind] {
        guard let kind = kind(reading, subject.unit) else { return [] }
        guard kind == .both else { return [kind] }
        // Nothing is put in order by per cent and by points at once.
        if !reading.words(.kind).isEmpty { return reading.has(.rank) ? [] : [.both] }
        let hasThreshold = !conditionAmounts(reading).isEmpty
        let isOnlyDirection = !reading.has(.extreme) && !reading.has(.rank) && !hasThreshold
        if isOnlyDirection { return [.both] }
        return subject.unit == .percent ? [.relative, .points] : [.amount]
    }

    /// What is picked from: what was asked for, else what there are several of.
    func axis(_ reading: Reading, _ subject: Subject) -> Axis {
        if reading.has(.which, "period") { return .period }
        if reading.has(.which, "area") { return .area }
        if reading.has(.which, "crime-type") { return .crimeType }
        if Set(subject.series.map(\.crimeType)).count > 1 { return .crimeType }
        if Set(subject.series.map(\.area)).count > 1 { return .area }
        return .period
    }
}
