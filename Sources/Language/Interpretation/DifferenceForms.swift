import Facts

/// How far figures lie apart: differences, ratios, ranges.
extension Interpreter {
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
}
