import Facts

/// The highest, the lowest, and the order of all; which of two is higher.
extension Interpreter {
    func extremes(_ reading: Reading) -> [Meaning] {
        // "Which year had the most?" is not answered with a quarter.
        let isOfAnyTime = reading.has(.ask, "when") && !reading.has(.which, "period")
        if reading.has(.which, "other-grain") || isOfAnyTime { return [] }
        // A month that is left out leaves no whole quarter.
        let isOfQuarters = reading.periods().contains {
            if case .every(.quarter, _, _) = $0 { true } else { false }
        }
        if reading.has(.leftOut), isOfQuarters { return [] }
        // "Which district had the highest month?" chooses twice.
        if reading.has(.which, "area"), reading.has(.which, "period") { return [] }
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
            // "Was burglary highest in February?" may be asked of the months or of the crimes.
            if named != nil, subject.unit.isAdditive, reading[.period].count == 1, !reading.has(.measure) {
                return nil
            }
            return order(reading, subject, axis).map {
                // "The top three" is the beginning of an order.
                isOfSeveral ? .rank($0, over: axis) : .extreme($0, position: position, over: axis)
            }
        }
    }

    /// "Did one district have more burglaries than another?" claims that the one figure is above the other.
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
}
