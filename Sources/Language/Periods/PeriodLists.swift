import Facts

extension PeriodResolution {
    /// Several phrases of one question, each in the light of the others: in "Q2 and Q3 2025/26" the first is of
    /// 2025/26 too, and in "Q2 2022/23 against the same quarter last year" the second is counted from the first.
    /// Nil when one of them means nothing, or nobody can tell what.
    public func resolve(_ phrases: [PeriodPhrase]) -> [Resolved]? {
        guard phrases.count > 1 else { return phrases.first.flatMap { resolve($0) }.map { [$0] } }
        var result: [Resolved?] = phrases.map { $0.isUndated || $0.leansOnAnother ? nil : resolve($0) }
        for (index, phrase) in phrases.enumerated()
        where result[index] == nil && !phrase.isUndated && !phrase.leansOnAnother {
            return nil
        }
        let anchors = result
        for (index, phrase) in phrases.enumerated() where phrase.isUndated {
            if let next = anchor(in: anchors, steps: index + 1..<anchors.count) {
                result[index] = near(next, phrase, isBefore: true)
            } else if let last = anchor(in: anchors, steps: (0..<index).reversed()) {
                result[index] = near(last, phrase, isBefore: false)
            } else {
                result[index] = resolve(phrase)
            }
        }
        if anchors.allSatisfy({ $0 == nil }), !areOfOneYear(phrases, result) { return nil }
        for (index, phrase) in phrases.enumerated() where phrase.leansOnAnother {
            let base =
                anchor(in: result, steps: (0..<index).reversed())
                ?? anchor(in: result, steps: index + 1..<result.count)
            result[index] = leaning(on: base ?? reference).resolve(phrase)
        }
        let found = result.compactMap { $0 }
        return found.count == phrases.count ? found : nil
    }

    private func leaning(on period: Period?) -> PeriodResolution {
        PeriodResolution(today: today, held: held, reference: period, isAdditive: isAdditive)
    }

    /// The first single period found on the way.
    private func anchor(in resolved: [Resolved?], steps: some Sequence<Int>) -> Period? {
        steps.lazy.compactMap { resolved[$0] }.first { $0.periods.count == 1 && !$0.periods[0].isOpen }?
            .periods[0]
    }

    /// The year of a phrase that takes it from its neighbour. "Q4 to Q1 2025/26" may run over the end of the year, and
    /// then both are given.
    private func near(_ anchor: Period, _ phrase: PeriodPhrase, isBefore: Bool) -> Resolved? {
        let all = leaning(on: anchor).placements(phrase)
        let guesses = all.indices.flatMap { index -> [Period] in
            let same = all[index]
            guard isSameYear(same, anchor, phrase) else { return [] }
            // The other side of the year's end, when that is next to the neighbour and the order asks for it.
            if isBefore, same > anchor, index > 0, isNext(all[index - 1], anchor) {
                return [same, all[index - 1]]
            }
            if !isBefore, same < anchor, index + 1 < all.count, isNext(anchor, all[index + 1]) {
                return [same, all[index + 1]]
            }
            return [same]
        }
        return choice(among: guesses.map { Guess(period: $0) }, isUndecided: false).map {
            Resolved(periods: $0.periods, supposition: guesses.count > 1 ? $0.supposition : nil)
        }
    }

    /// Quarters and halves go by the financial year, months and days by the calendar's.
    private func isSameYear(_ period: Period, _ anchor: Period, _ phrase: PeriodPhrase) -> Bool {
        switch phrase {
        case .quarter, .half: period.financialYear == anchor.financialYear
        default: period.start.year == anchor.start.year
        }
    }

    private func isNext(_ first: Period, _ second: Period) -> Bool { first.end.adding(1) == second.start }

    /// Whether quarters or months that were all named without a year are of one year, or follow on one another. The
    /// latest Q1 held and the latest Q3 held may be of two years, and then nobody meant those two.
    private func areOfOneYear(_ phrases: [PeriodPhrase], _ resolved: [Resolved?]) -> Bool {
        let named = zip(phrases, resolved).filter { $0.0.isUndated }.map { ($0.0, $0.1?.periods.first) }
        return zip(named, named.dropFirst()).allSatisfy { first, second in
            guard let start = first.1, let end = second.1 else { return true }
            if start == end || isNext(start, end) || isNext(end, start) { return true }
            // "December to January" runs over the year's end, and is not from January to December.
            if end < start, let wrapped = end.shifted(years: 1), isNext(start, wrapped) { return false }
            return isSameYear(start, end, first.0)
        }
    }
}
