import Facts

/// What is claimed of figures, or stated of them on the way.
extension Interpreter {
    func claims(_ reading: Reading) -> [Meaning] {
        // "Theirs was 9%. Was ours higher?" says of the number what nobody can tell.
        if !stated(reading).isEmpty, reading.has(.ask, "comparative") { return [] }
        // "When did it rise?" asks for more than yes or no.
        if reading.has(.direction), reading.has(.ask, "when") { return [] }
        let isDenied = reading.has(.ask, "denied")
        // "Is it false that it was 20%?" and "was it not 20%?" get the figure, and no yes or no.
        if !stated(reading).isEmpty, reading.has(.negated) { return [] }
        // Of two figures in one unit nobody can tell which is said to be which.
        let units = stated(reading).filter { $0.role == .any }.map(\.unit)
        if units.count > Set(units).count || units.count > 1 && units.contains(nil) { return [] }
        if isDenied, reading.has(.negated) { return [] }
        return claimed(reading).map { meaning in
            guard isDenied, case .question(.figures(var question), let assumptions) = meaning else {
                return meaning
            }
            question.claim = nil
            question.stated = []
            return .question(.figures(question), assumptions)
        }
    }

    private func claimed(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            guard Set(subject.series.map(\.measure)).count == 1 else { return [] }
            // "Did it rise more than drugs?" of a measure that drugs are not counted in.
            let isAgainstType = reading.has(.aboveType) || reading.has(.belowType)
            if isAgainstType, typeCondition(reading, subject) == nil { return [] }
            let isChange = reading.has(.direction) || reading.has(.by)
            if reading.has(.quantifier) || reading.has(.either) {
                // One or the other of how many, and of which figure that was stated?
                let isStated = !stated(reading).isEmpty || reading.has(.fromNumber) || reading.has(.toNumber)
                // "Not above 40% in Q1 or Q2" is neither; of types it may be one or the other.
                if reading.has(.either), reading.has(.negated), reading[.period].count > 1 { return [] }
                // "Did it rise in May or June?" compares each with which?
                let isOfSeveral = subject.series.count > 1 || !isChange && reading[.period].count > 1
                guard isOfSeveral, !isStated, !reading.has(.extreme), quantifier(reading) != nil
                else { return [] }
            }
            if isChange, reading.has(.complement) { return [] }
            return isChange ? changeClaim(reading, subject) : levelClaim(reading, subject)
        }
    }

    /// "Was it above 20%?", "was it 20%?"
    private func levelClaim(_ reading: Reading, _ subject: Subject) -> [Meaning] {
        guard let choice = levels(reading, subject) else { return noPeriod(subject, reading) }
        let condition = typeCondition(reading, subject) ?? condition(reading, unit: subject.unit)
        // "Has it been below 20 since June?" is of each month, and not of their sum.
        if condition != nil, subject.unit.isAdditive, choice.periods.contains(where: \.isOpen) {
            return [.incomplete(.operands)]
        }
        // A figure that several are claimed to have, or one in another unit, claims nothing clear.
        let given = self.stated(reading)
        let isClear = given.allSatisfy {
            ($0.unit == nil && subject.unit != .pounds
                && (subject.unit != .percent || $0.value <= 100))
                || $0.unit == subject.unit
        }
        let isOfOne =
            subject.series.count == 1 || reading.has(.every) || reading.words(.crime).isEmpty
        guard isClear, given.isEmpty || isOfOne else { return [] }
        // "Are two rates above 20%?" counts rates.
        if condition != nil, given.contains(where: { $0.unit == nil }) { return [] }
        if case .series? = condition?.bound, choice.periods.count > 1 { return [] }
        // "Was it 41.7% in Q1 or Q2?" asks in which.
        if given.contains(where: { $0.role == .any }), choice.periods.count > 1 { return [] }
        guard condition != nil || !stated(reading).isEmpty else { return [] }
        return [
            question(
                FigureQuestion(
                    series: subject.series, periods: choice.periods, quantity: level(reading),
                    claim: asserted(Claim(condition: condition), reading), stated: stated(reading)),
                subject, choice)
        ]
    }

    /// "Did it fall by more than 10%?"
    private func changeClaim(_ reading: Reading, _ subject: Subject) -> [Meaning] {
        // "A bigger fall" than another's is more than a fall.
        guard !reading.has(.extreme) else { return [] }
        guard let kind = kind(reading, subject.unit), let choice = pair(reading, subject),
            var condition = changeCondition(reading, unit: subject.unit, kind: kind)
        else { return [] }
        // "Greater than that for domestic abuse": the size of the move against another's.
        if let typed = typeCondition(reading, subject) {
            guard kind != .both else { return [.incomplete(.kind)] }
            condition.comparison = typed.comparison
            condition.bound = typed.bound
        }
        // "From 19.9% in Q2 to 16.1% in Q1" runs backwards in time.
        if reading.has(.fromNumber), reading.has(.toNumber),
            let named = named(reading.periods(), subject.series)?.periods,
            named.count == 2, named[0] > named[1]
        {
            return []
        }
        if condition.direction == .changed { condition.direction = nil }
        if let crime = reading.word(.alike) {
            guard let alike = alike(reading, subject) else { return [.refused(.crimeTypes([crime]))] }
            condition = alike(condition)
        }
        // "Has it gone up or down?" asserts nothing.
        let stated = stated(reading)
        if !stated.isEmpty, subject.series.count > 1, !reading.has(.every) { return [] }
        let shown = stated.isEmpty ? kind : .both
        let isBare =
            [nil, .alike].contains(condition.comparison) && !condition.isNegated && stated.isEmpty
        // "Did drug offences fall?" is not answered with yes because a rate of action fell.
        // "Did none of the crime types fall?" names no crime: it is asked of the figures there are.
        let isOfFigures = reading.has(.quantifier) && reading.has(.every)
        let isAssumed = !reading.has(.measure) && subject.unit == .percent && !isOfFigures
        let claim =
            (condition == Condition() && stated.isEmpty) || (isBare && isAssumed)
            ? nil : Claim(condition: condition)
        return [
            question(
                FigureQuestion(
                    series: subject.series, periods: choice.periods, quantity: .change(shown),
                    claim: claim.map { asserted($0, reading) }, stated: stated), subject, choice)
        ]
    }

    func asserted(_ claim: Claim, _ reading: Reading) -> Claim {
        var claim = claim
        claim.from = reading.amount(.fromNumber)?.value
        claim.to = reading.amount(.toNumber)?.value
        claim.isApproximate = reading.has(.approximately)
        if let quantifier = quantifier(reading) { claim.quantifier = quantifier }
        return claim
    }

    /// Of how many of them something is claimed; of "one or the other" that one of them does.
    private func quantifier(_ reading: Reading) -> Quantifier? {
        reading.word(.quantifier).flatMap(Quantifier.init(rawValue:)) ?? (reading.has(.either) ? .any : nil)
    }

    /// "Fell like domestic abuse": a condition with the other crime type in it; nil where nothing is held of it.
    func alike(_ reading: Reading, _ subject: Subject) -> ((Condition) -> Condition)? {
        guard let crime = reading.word(.alike), subject.areas.count == 1, let area = subject.areas.first
        else { return nil }
        let series = Series(measure: subject.measure, crimeType: crime, area: area)
        guard isHeld(series) else { return nil }
        return { condition in
            var condition = condition
            if condition.direction == .changed { condition.direction = nil }
            condition.comparison = .alike
            condition.bound = .series(series)
            return condition
        }
    }

    func stated(_ reading: Reading) -> [Stated] {
        func all(_ slot: Slot, _ role: Stated.Role) -> [Stated] {
            reading.amounts(slot).map {
                Stated(value: $0.value, decimals: $0.decimals, unit: $0.unit, role: role)
            }
        }
        return all(.number, .any) + all(.by, .size) + all(.fromNumber, .before) + all(.toNumber, .after)
    }
}
