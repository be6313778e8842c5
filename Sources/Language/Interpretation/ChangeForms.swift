import Facts

/// Questions about how figures changed.
extension Interpreter {
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
