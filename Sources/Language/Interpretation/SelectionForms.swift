import Facts

/// Questions that pick from several figures: superlatives, rankings, filters.
extension Interpreter {
    func extremes(_ reading: Reading) -> [Meaning] {
        // "Which year had the most?" is not answered with a quarter.
        let isOfAnyTime = reading.has(.ask, "when") && !reading.has(.which, "period")
        if reading.has(.which, "other-grain") || isOfAnyTime { return [] }
        // "How many more in one than in the other?" asks by how many.
        let asksHowMany = reading.has(.ask, "how-many") && !reading.has(.which)
        if asksHowMany, reading[.area].count > 1 || reading.has(.ask, "comparative") { return [] }
        let isComparative = reading.has(.ask, "comparative")
        let isOfTwo = reading[.area].count == 2 || reading[.crime].count == 2 || reading[.period].count == 2
        // Why there is no count still has to be said.
        if isComparative, !isOfTwo, !reading.has(.which), !reading.has(.every) {
            return withSubject(reading) { _ in [] }
        }
        if reading.has(.ask, "is-it") || isComparative, reading.has(.against), reading[.period].count == 2 {
            return comparisons(reading)
        }
        if let claim = outnumbering(reading) { return claim }
        let position = reading[.position].first?.integer ?? 1
        let isOfSeveral = (reading[.limit].first?.integer ?? 1) > 1
        let named = claimedWinner(reading)
        return selections(named?.reading ?? reading, winner: named?.crime) { axis, subject in
            order(reading, subject, axis).map {
                // "The top three" is the beginning of an order.
                isOfSeveral ? .rank($0, over: axis) : .extreme($0, position: position, over: axis)
            }
        }
    }

    /// "Did Derby have more burglaries than Leeds?" claims that the one figure is above the other.
    private func outnumbering(_ reading: Reading) -> [Meaning]? {
        guard reading.has(.ask, "is-it"), reading.has(.against), !isAboutChange(reading),
            reading[.area].count == 2 || reading[.crime].count == 2
        else { return nil }
        return withSubject(reading) { subject in
            guard subject.series.count == 2, let order = order(reading, subject, .area),
                let choice = levels(reading, subject), choice.periods.count == 1
            else { return [] }
            let condition = Condition(
                comparison: order == .highest ? .above : .below, bound: .series(subject.series[1]),
                isNegated: reading.has(.negated))
            return [
                question(
                    FigureQuestion(
                        series: [subject.series[0]], periods: choice.periods,
                        claim: Claim(condition: condition)), subject, choice)
            ]
        }
    }

    func rankings(_ reading: Reading) -> [Meaning] {
        let order = reading.word(.rank).flatMap(Order.init(rawValue:)) ?? .highest
        return selections(reading, winner: nil) { axis, _ in .rank(order, over: axis) }
    }

    /// "Was it higher in Q1 than in Q2?" claims how it moved between the two.
    private func comparisons(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { subject in
            guard subject.series.count == 1,
                let order = reading.word(.extreme).flatMap(Order.init(rawValue:)),
                let choice = named(reading.periods(), subject.series), choice.periods.count == 2,
                areComparable(choice.periods, subject), !isAboutChange(reading)
            else { return [] }
            let isFirstLater = choice.periods[0] > choice.periods[1]
            // "By what percentage was it lower in Q1 than in Q2?" is a percentage of the later.
            if !isFirstLater, !reading.words(.kind).isEmpty { return [] }
            let direction: Direction = (order == .highest) == isFirstLater ? .rose : .fell
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods.sorted(), quantity: .change(.both),
                        claim: Claim(condition: Condition(direction: direction))), subject, choice)
            ]
        }
    }

    /// What a superlative asks for. The best rate of formal action is the highest, the best count of crime the lowest;
    /// of crime types alone, "best" says nothing that figures can tell.
    private func order(_ reading: Reading, _ subject: Subject, _ axis: Axis) -> Order? {
        guard let word = reading.word(.extreme) else { return nil }
        if let order = Order(rawValue: word) { return order }
        let isClear = reading.has(.measure) || (subject.unit.isAdditive && axis != .crimeType)
        guard isClear, !isAboutChange(reading) else { return nil }
        let isRate = subject.unit == .percent
        return (word == "best") == isRate ? .highest : .lowest
    }

    /// "Domestic abuse had the highest rate, didn't it?" claims a winner among all of them.
    private func claimedWinner(_ reading: Reading) -> (reading: Reading, crime: String)? {
        // "Is this district the lowest for burglary?" is about districts.
        guard !reading.has(.area) else { return nil }
        // "Were there more burglaries in May or in June?" is about the months.
        if reading.has(.ask, "comparative"), reading[.period].count == 2 { return nil }
        guard reading.has(.ask, "is-it"), !reading.has(.which), reading.words(.crime).count == 1,
            reading[.area].count < 2, let crime = reading.word(.crime)
        else { return nil }
        var all = reading
        all.set(.crime, nil)
        all.set(.every, [.word("crime-type")])
        return (all, crime)
    }

    func filters(_ reading: Reading) -> [Meaning] {
        if reading.has(.which, "other-grain") { return [] }
        return withSubject(reading) { subject in
            let axis = axis(reading, subject)
            // The months of two types are two sets of months.
            if axis == .period, subject.series.count > 1 { return [.incomplete(.operands)] }
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

    /// A superlative or ranking of levels or changes, over crime types, periods or areas.
    private func selections(
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
            let isNamed = named.map { Condition(comparison: .equal, bound: .series($0)) }
            if isAboutChange(reading) {
                guard !reading.has(.complement), !reading.has(.leftOut),
                    let choice = axis == .period
                        ? steps(reading, subject) : subject.series.count > 1 ? pair(reading, subject) : nil
                else {
                    return [.incomplete(.operands)]
                }
                let claim = direction(reading, subject.unit)
                // "Improved most" does not say which way, of a count.
                guard named == nil, claim != nil || !reading.has(.direction) else { return [] }
                return kinds(reading, subject).map { kind in
                    let condition = claim.flatMap { $0 == .changed ? nil : Condition(direction: $0) }
                    return question(
                        FigureQuestion(
                            series: subject.series, periods: choice.periods, quantity: .change(kind),
                            operation: operation, claim: condition.map { Claim(condition: $0) },
                            limit: reading[.limit].first?.integer), subject, choice)
                }
            }
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
            return [
                question(
                    FigureQuestion(
                        series: subject.series, periods: choice.periods, quantity: level(reading),
                        operation: operation, claim: isNamed.map { Claim(condition: $0) },
                        limit: reading[.limit].first?.integer), subject, choice)
            ]
        }
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
    private func steps(_ reading: Reading, _ subject: Subject) -> PeriodChoice? {
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
    private func kinds(_ reading: Reading, _ subject: Subject) -> [ChangeKind] {
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
    private func axis(_ reading: Reading, _ subject: Subject) -> Axis {
        if reading.has(.which, "period") { return .period }
        if reading.has(.which, "area") { return .area }
        if reading.has(.which, "crime-type") { return .crimeType }
        if Set(subject.series.map(\.crimeType)).count > 1 { return .crimeType }
        if Set(subject.series.map(\.area)).count > 1 { return .area }
        return .period
    }
}
