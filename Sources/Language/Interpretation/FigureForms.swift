import Facts

/// Questions about figures themselves: values, changes, and what is claimed of them.
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

    func changes(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            guard !reading.has(.complement), let kind = kind(reading, subject.unit) else { return [] }
            // "Compare with violence" does not say what with.
            let isComparison = reading.filled.isDisjoint(with: [
                .direction, .kind, .by, .since, .fromNumber, .toNumber,
            ])
            // "One district against another": two figures of one period, and no change between two.
            if isComparison, subject.series.count == 2, subject.areas.count == 2 {
                if reading.periods().spread.areOfEach { return values(reading) }
                if reading.periods().count < 2 { return differences(reading) }
            }
            // "Compare drugs and public order in Q2": the two, and no period with another.
            if isComparison, subject.series.count == 2, reading[.crime].count == 2,
                reading.periods().count == 1, !reading.periods().spread.areOfEach, reading[.period].count == 1
            {
                return differences(reading.keeping(reading.filled.subtracting([.against])))
            }
            // "Compare shoplifting in September, October and November": each of them.
            if isComparison,
                reading[.period].count > 2 || reading[.crime].count > 2 && reading[.period].count == 1
            {
                return values(reading.keeping(reading.filled.subtracting([.against])))
            }
            // "Compare all types in Q2" leaves open what with.
            if isComparison, reading.has(.every), reading[.period].count == 1,
                !reading.periods().spread.areOfEach
            {
                return []
            }
            if isComparison, reading.periods().isEmpty { return [.incomplete(.operands)] }
            // "The trend in 2025" is each of its figures.
            if let trend = trend(reading, subject) { return [trend] }
            if kind == .amount, subject.unit == .percent {
                return [.refused(.onlyRates(crimeTypes: subject.series.compactMap(\.crimeType)))]
            }
            if runsBackwards(reading, subject) { return [] }
            guard let choice = pair(reading, subject) else { return noPeriod(subject, reading) }
            let direction = direction(reading, subject.unit)
            if reading.has(.direction), direction == nil { return [] }
            var claim: Claim?
            // "Since it rose" takes for granted what "did it rise" asks: both are set right when it fell.
            let isAssumed = !reading.has(.measure) && subject.unit == .percent
            if let direction, direction != .changed, !isAssumed {
                claim = Claim(condition: Condition(direction: direction))
            }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: .change(kind),
                        claim: claim.map { asserted($0, reading) }, stated: stated(reading)), subject, choice)
            ]
        }
    }

    /// The figures of a stretch one by one, where more than two are held; with two a trend is the change.
    private func trend(_ reading: Reading, _ subject: Subject) -> Meaning? {
        guard reading.has(.ask, "trend"), reading.word(.direction) == "changed",
            reading.filled.isDisjoint(with: [.kind, .by, .since, .fromNumber, .toNumber, .against]),
            subject.isOfOneMeasure, let choice = units(reading, subject), choice.periods.count > 2
        else { return nil }
        return question(FigureQuestion(series: subject.series, periods: choice.periods), subject, choice)
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

    func claims(_ reading: Reading) -> [Meaning] {
        // "Theirs was 9%. Was ours higher?" says of the number what nobody can tell.
        if !stated(reading).isEmpty, reading.has(.ask, "comparative") { return [] }
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
                guard subject.series.count > 1, !isStated, !reading.has(.extreme), quantifier(reading) != nil
                else { return [] }
            }
            if isChange, reading.has(.complement) { return [] }
            guard isChange else {
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
                guard condition != nil || !stated(reading).isEmpty else { return [] }
                return [
                    question(
                        FigureQuestion(
                            series: subject.series, periods: choice.periods, quantity: level(reading),
                            claim: asserted(Claim(condition: condition), reading), stated: stated(reading)),
                        subject, choice)
                ]
            }
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
    }

    // MARK: - What the forms share

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

    /// How a change is to be said; nil when the words ask for what the unit does not have.
    func kind(_ reading: Reading, _ unit: Unit) -> ChangeKind? {
        var words = Set(reading.words(.kind))
        for amount in reading.amounts(.by) + reading.amounts(.number) + conditionAmounts(reading) {
            switch amount.unit {
            case .percent?: words.insert("percent")
            case .points?: words.insert("points")
            case let counted? where counted == unit: words.insert("amount")
            // "Fell by 21.5" is of no count.
            case nil where unit.isOfEvents && amount.decimals > 0: return nil
            // "Fell by more than 20" of a rate does not say 20 what.
            case nil where unit.isAdditive: words.insert("amount")
            case nil where unit == .percent && words.isEmpty: return nil
            default: break
            }
        }
        // "How many of the types" counts types, "how many crimes fewer" crimes.
        let asksForAmount = reading.has(.ask, "how-many") && !reading.has(.which)
        let isRelative = words.contains("percent") || words.contains("relative")
        let hasPoints = words.contains("points")
        // A proportion of something is no way to say how far it moved.
        if words.contains("proportion"), unit != .percent { return nil }
        if hasPoints, unit != .percent { return nil }
        switch (isRelative, hasPoints, asksForAmount || words.contains("amount")) {
        case (false, false, false): return .both
        case (true, false, false): return .relative
        // "The absolute change in percentage points" is in points.
        case (false, true, _): return .points
        case (false, false, true): return .amount
        case (true, true, _), (true, false, true): return .both
        }
    }

    /// Better and worse say which way only of a rate of formal action.
    func direction(_ reading: Reading, _ unit: Unit) -> Direction? {
        switch reading.word(.direction) {
        case "improved": unit == .percent && reading.has(.measure) ? .rose : nil
        case "worsened": unit == .percent && reading.has(.measure) ? .fell : nil
        case let word?: Direction(rawValue: word)
        case nil: nil
        }
    }
}
