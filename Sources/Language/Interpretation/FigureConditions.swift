import Facts

/// What figures are compared with: a threshold, another crime type.
extension Interpreter {
    func conditionAmounts(_ reading: Reading) -> [Amount] {
        [Slot.above, .atLeast, .below, .atMost, .between].flatMap { reading.amounts($0) }
    }

    /// "Higher than public order": the threshold is another series of the same measure.
    func typeCondition(_ reading: Reading, _ subject: Subject) -> Condition? {
        let slots: [(Slot, Comparison)] = [(.aboveType, .above), (.belowType, .below)]
        guard conditionAmounts(reading).isEmpty, subject.areas.count == 1, let area = subject.areas.first
        else { return nil }
        for (slot, comparison) in slots {
            guard let crime = reading.word(slot) else { continue }
            let series = Series(measure: subject.measure, crimeType: crime, area: area)
            guard isHeld(series) else { return nil }
            return Condition(comparison: comparison, bound: .series(series), isNegated: reading.has(.negated))
        }
        return nil
    }

    /// The threshold on a level; nil when there is none or its unit is another.
    func condition(_ reading: Reading, unit: Unit) -> Condition? {
        let isFitting = conditionAmounts(reading).allSatisfy { $0.unit == nil || $0.unit == unit }
        guard isFitting else { return nil }
        return threshold(reading)
    }

    /// The direction of a change and the threshold on its size; nil when the threshold's unit is another.
    func changeCondition(_ reading: Reading, unit: Unit, kind: ChangeKind) -> Condition? {
        let amounts = conditionAmounts(reading)
        let expected: [Unit?]
        switch kind {
        case .relative: expected = [.percent]
        case .points: expected = [.points]
        case .amount: expected = [nil, unit]
        case .both: expected = amounts.isEmpty ? [] : unit == .percent ? [] : [nil, unit]
        }
        guard amounts.allSatisfy({ expected.contains($0.unit) }) else { return nil }
        var condition = threshold(reading) ?? Condition()
        condition.direction = direction(reading, unit)
        if reading.has(.direction), condition.direction == nil { return nil }
        condition.isNegated = reading.has(.negated)
        return condition
    }

    private func threshold(_ reading: Reading) -> Condition? {
        if reading.has(.none) {
            guard conditionAmounts(reading).isEmpty, !reading.has(.negated) else { return nil }
            return Condition(comparison: .equal, bound: .number(0))
        }
        let comparisons: [(Slot, Comparison)] = [
            (.above, .above), (.atLeast, .atLeast), (.below, .below), (.atMost, .atMost),
            (.between, .between),
        ]
        let found = comparisons.filter { reading.has($0.0) }
        guard found.count == 1, let (slot, comparison) = found.first else { return nil }
        let amounts = reading.amounts(slot)
        if comparison == .between {
            guard amounts.count == 2, amounts[0].value < amounts[1].value else { return nil }
            return Condition(
                comparison: .between, bound: .number(amounts[0].value), upper: amounts[1].value,
                isNegated: reading.has(.negated))
        }
        guard amounts.count == 1 else { return nil }
        return Condition(
            comparison: comparison, bound: .number(amounts[0].value), isNegated: reading.has(.negated))
    }
}
