import Facts

/// One figure as a percentage or a multiple of another that it is no part of.
extension Interpreter {
    /// The reading with what a share or multiple is of named last; nil where nothing is left to be set against it.
    func naming(_ reading: Reading) -> Reading? {
        var naming = reading
        let crimes = reading[.of].filter { $0.wordValue != nil }
        let periods = reading[.of].filter { $0.periodValue != nil }
        guard crimes.count < 2, periods.count < 2, crimes.isEmpty != periods.isEmpty else { return nil }
        let slot: Slot = crimes.isEmpty ? .period : .crime
        let of = crimes + periods
        let others = reading[slot].filter { !of.contains($0) }
        guard others.count == 1 else { return nil }
        naming.set(slot, others + of)
        return naming
    }

    /// The period that a share or multiple is of.
    func base(_ reading: Reading, _ subject: Subject) -> Period? {
        let phrases = reading.periods(.of)
        return phrases.isEmpty ? nil : named(phrases, subject.series)?.periods.first
    }

    /// "Q1 as a percentage of Q2", "drug offences as a percentage of public order". Nil where one holds the other: that
    /// is a part of a whole.
    func shareOfAnother(_ reading: Reading) -> [Meaning]? {
        let isOfCrime = reading.word(.of) != nil
        var of = reading
        if !isOfCrime, reading.periods().count != 2 { return [.incomplete(.operands)] }
        of.set(.ask, reading[.ask].filter { $0 != Slot.Ask.howMuch.value })
        let found = withSubject(of) { subject in
            // A number of one thing is no percentage of another.
            guard subject.isOfOneMeasure, subject.series.count == (isOfCrime ? 2 : 1),
                reading.amounts(.number).isEmpty, !reading.has(.direction), !reading.has(Slot.Ask.isIt),
                let choice = isOfCrime
                    ? levels(reading, subject) : named(reading.periods(), subject.series),
                choice.periods.count == (isOfCrime ? 1 : 2)
            else { return [.incomplete(.operands)] }
            var periods = choice.periods
            if let base = base(reading, subject), periods.first == base { periods.reverse() }
            return [
                question(
                    FigureQuestion(series: subject.series, periods: periods, operation: .partOf), subject,
                    choice)
            ]
        }
        guard case .question(.figures(let question), _)? = found.first, let first = question.periods.first,
            let last = question.periods.last, first != last
        else { return found }
        return last.contains(first) || first.contains(last) ? nil : found
    }
}
