import Facts

/// Those of several figures that meet a condition, and how many they are.
extension Interpreter {
    func filters(_ reading: Reading) -> [Meaning] {
        if reading.has(.which, "other-grain") { return [] }
        return withSubject(reading) { subject in
            let axis = axis(reading, subject)
            // The months of two types are two sets of months.
            if axis == .period, subject.series.count > 1 { return [.incomplete(.operands)] }
            // Of one crime type there is nothing to pick.
            if axis == .crimeType, subject.series.count < 2 { return [.incomplete(.operands)] }
            let counting = reading.has(.ask, "how-many")
            let isChange = reading.has(.direction) || reading.has(.by)
            // "Higher than public order": the others against that series.
            if isChange {
                // From July to September is no step.
                if reading.has(.leftOut) || reading.has(.none) { return [] }
                // "The change each month" picks none of them.
                if axis == .period, !reading.has(.which, "period") { return [] }
                guard !reading.has(.complement),
                    let choice = axis == .period ? steps(reading, subject) : pair(reading, subject)
                else { return [] }
                return kinds(reading, subject).flatMap { kind -> [Meaning] in
                    guard var condition = changeCondition(reading, unit: subject.unit, kind: kind),
                        condition != Condition()
                    else { return [] }
                    if let typed = typeCondition(reading, subject) {
                        guard kind != .both else { return [.incomplete(.kind)] }
                        condition.comparison = typed.comparison
                        condition.bound = typed.bound
                    }
                    if let crime = reading.word(.alike) {
                        guard let alike = alike(reading, subject) else {
                            return [.refused(.crimeTypes([crime]))]
                        }
                        guard condition.comparison == nil, axis == .crimeType else { return [] }
                        condition = alike(condition)
                    }
                    // A type is not set against itself.
                    let series = subject.series.filter { condition.bound != .series($0) }
                    return [
                        question(
                            FigureQuestion(
                                series: series, periods: choice.periods, quantity: .change(kind),
                                operation: .filter(condition, over: axis, counting: counting)), subject,
                            choice)
                    ]
                }
            }
            let typed = typeCondition(reading, subject)
            guard let condition = typed ?? condition(reading, unit: subject.unit),
                var choice = levels(reading, subject)
            else { return [] }
            // "In which quarter was it below 2,500?" looks at all of them.
            if axis == .period, let units = units(reading, subject) { choice = units }
            // Of one figure there is nothing to pick.
            guard subject.series.count > 1 || choice.periods.count > 1 else { return [] }
            // A type is not set against itself.
            let series = subject.series.filter { typed?.bound != .series($0) }
            return [
                question(
                    FigureQuestion(
                        series: series, periods: choice.periods, quantity: level(reading),
                        operation: .filter(condition, over: axis, counting: counting)), subject, choice)
            ]
        }
    }

    /// How many crime types there are figures for.
    func counts(_ reading: Reading) -> [Meaning] {
        var reading = reading
        // Without a measure they are those of the first that is counted by type: "how many crime types are there?"
        if !reading.has(.measure), let measure = splitMeasures(areas(reading)).first {
            reading.set(.measure, [.word(measure)])
            return counts(reading).map { $0.assuming([.measure(measure)]) }
        }
        return withSubject(reading) { subject in
            guard subject.series.allSatisfy({ $0.crimeType != nil }), let choice = levels(reading, subject),
                choice.periods.count == 1
            else { return [] }
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods,
                        operation: .filter(Condition(), over: .crimeType, counting: true)), subject, choice)
            ]
        }
    }
}
