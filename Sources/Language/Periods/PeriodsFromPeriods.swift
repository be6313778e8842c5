import Facts

/// Periods that are made of others: "from May to July", "the month after", "the third quarter of 2021".
extension PeriodConstruction {
    static func range(_ given: Arguments) -> PeriodPhrase? {
        guard let first = given.phrase(0), let last = given.phrase(1) else { return nil }
        return .joining(first, last)
    }

    static func ends(_ given: Arguments) -> PeriodPhrase? {
        guard let first = given.phrase(0), let last = given.phrase(1),
            PeriodPhrase.joining(first, last) != nil
        else { return nil }
        return .ends(first, last)
    }

    static func dated(_ given: Arguments) -> PeriodPhrase? {
        guard let phrase = given.phrase(0) else { return nil }
        if let year = given.year(1) { return phrase.dated(year) }
        return given.phrase(1).flatMap { phrase.dated(in: $0) }
    }

    static func fromDay(_ given: Arguments) -> PeriodPhrase? {
        guard let day = given.integer(0, in: 1...31), let last = given.phrase(1) else { return nil }
        return .joining(day: day, last)
    }

    static func same(_ given: Arguments) -> PeriodPhrase? {
        guard let name = given.phrase(0), let dates = given.phrase(1) else { return nil }
        return name.agreeing(with: dates)
    }

    static func whole(_ given: Arguments) -> PeriodPhrase? {
        guard let phrase = given.phrase(1) else { return nil }
        if given.values.first?.wordValue == "year" {
            return phrase.required { $0.isWhole(nil) } ?? .whole(nil, phrase)
        }
        guard let grain = given.grain(0) else { return nil }
        return phrase.required { $0.isWhole(grain) } ?? .whole(grain, phrase)
    }

    static func lasting(_ given: Arguments) -> PeriodPhrase? {
        guard let months = given.integer(0), let phrase = given.phrase(1) else { return nil }
        return phrase.required { $0.wholeMonths == months }
    }

    static func ending(_ given: Arguments) -> PeriodPhrase? {
        guard let phrase = given.phrase(0), let months = given.integer(1, in: 1...240) else { return nil }
        if let fixed = phrase.mapped({ .months(months, endingWith: $0) }) { return fixed }
        let ending = PeriodPhrase.ending(phrase, months: months)
        return ending.isUndated ? ending : nil
    }

    static func yearsLater(_ given: Arguments) -> PeriodPhrase? {
        guard let phrase = given.phrase(0), let count = given.integer(1, in: -200...200) else {
            return nil
        }
        return phrase.mapped({ $0.shifted(years: count) }) ?? .years(phrase, count)
    }

    static func shifted(_ given: Arguments) -> PeriodPhrase? {
        guard let phrase = given.phrase(0), let count = given.integer(1, in: -200...200) else {
            return nil
        }
        return phrase.mapped({ $0.shifted(by: count) }) ?? .shifted(phrase, count)
    }

    static func part(_ construction: Construction, _ given: Arguments) -> PeriodPhrase? {
        guard let number = given.integer(0, in: -400...400), let grain = given.grain(1),
            let phrase = given.phrase(2)
        else { return nil }
        guard construction == .nth else {
            return phrase.mapped({ $0.stretch(number, grain) }) ?? .stretch(number, grain, of: phrase)
        }
        return .nth(number, grain, in: phrase)
    }

    static func every(_ given: Arguments) -> PeriodPhrase? {
        guard let grain = given.grain(0), let phrase = given.phrase(1) else { return nil }
        return .every(grain, of: phrase, count: given.integer(2))
    }

    static func several(_ construction: Construction, _ given: Arguments) -> PeriodPhrase? {
        let phrases = given.values.compactMap(\.periodValue)
        guard phrases.count == given.values.count else { return nil }
        return construction == .either ? .either(phrases) : .likely(phrases)
    }
}
