import Facts

/// Gives a reading its meaning: finds the question forms whose slots are the reading's slots, and builds the
/// typed question with every default settled.
struct Interpreter {
    let grammar: Grammar
    let today: Day
    var context: Context
    /// Whether the reading was laid over the question before; its quarters are then of that question's year.
    var isFollowUp = false

    /// The measure meant, when the reading names none and several would do.
    var supposed: String?

    /// The meanings of the most particular forms that take all of the reading's slots. Two different ones are two
    /// readings, equally good; none means that no form takes these slots together.
    ///
    /// Where a name stands for several, or no measure was named, the first for which most is held is meant.
    func meanings(of reading: Reading) -> [Meaning] {
        // "Drug offences, not Q2" does not say which.
        if reading.has(Slot.Aside.period), reading.periods().isEmpty { return [] }
        if reading.has(.unheld) { return [.refused(.unheld(reading.words(.unheld)))] }
        guard let reading = namingOthers(reading.pickedInOrder) else { return [] }
        let unknown = unheldAreas(reading)
        if !unknown.isEmpty {
            return [.refused(.areas(unknown, crimeTypes: unheldCrimes(reading)))]
        }
        let choices = choices(withSums(reading))
        // Of one there is nothing to choose.
        if choices.count == 1 { return meanings(of: choices[0], reading) }
        var best: (meanings: [Meaning], support: Support)?
        // "Since April" and "the latest quarter" are of whatever was counted last.
        let takesLatest = reading.periods().contains { $0.isOfLatest }
        for choice in choices {
            let found = meanings(of: choice, reading)
            let support = found.map { self.support(of: $0) }.max() ?? .none
            let isLater = takesLatest && support == best?.support && found.isLater(than: best?.meanings ?? [])
            if best == nil || isLater || best.map({ $0.support < support }) == true {
                best = (found, support)
            }
            if support == .whole, !takesLatest { break }
        }
        return best?.meanings ?? []
    }

    private func meanings(of choice: MeasureChoice, _ reading: Reading) -> [Meaning] {
        var interpreter = self
        interpreter.supposed = choice.measure
        return interpreter.rounding(interpreter.formMeanings(of: choice.reading), reading)
            .map { $0.assuming(choice.assumptions) }
    }

    private func formMeanings(of reading: Reading) -> [Meaning] {
        var best: [Meaning] = []
        var incomplete: [Meaning] = []
        var particular = -1
        for form in grammar.forms(taking: reading.filled) {
            guard let matched = matches(form, reading) else { continue }
            let built = build(form, reading)
            let complete = built.filter { if case .incomplete = $0 { false } else { true } }
            if complete.isEmpty {
                incomplete += built
            } else if matched > particular {
                best = complete
                particular = matched
            } else if matched == particular {
                best += complete.filter { !best.contains($0) }
            }
        }
        return best.isEmpty ? incomplete.reduced() : best.reduced()
    }

    /// The areas named that nothing is held for.
    func unheldAreas(_ reading: Reading) -> [String] {
        reading.words(.area).filter { !grammar.areas.contains($0) }
    }

    /// The crime types named that nothing is held for.
    func unheldCrimes(_ reading: Reading) -> [String] { reading.words(.crime).filter { !isHeld(crime: $0) } }

    /// Whether anything is held of a crime type, or of one that it may stand for.
    func isHeld(crime: String) -> Bool {
        guard let family = grammar.definitions.families[crime] else {
            return grammar.heldCrimeTypes.contains(crime)
        }
        return family.contains(where: grammar.heldCrimeTypes.contains)
    }

    /// How many of its needs a form that takes the reading's slots finds, or nil when it lacks one.
    private func matches(_ form: QuestionForm, _ reading: Reading) -> Int? {
        // What letters mean or money was for is asked of nothing else.
        guard
            reading[.ask].allSatisfy({ asked in
                asked.wordValue.map { !Self.particularAsks.contains($0) || form.asks.contains($0) } ?? true
            })
        else { return nil }
        var score = 0
        for group in form.needs {
            var best = 0
            for need in group where need.value.map({ reading.has(need.slot, $0) }) ?? reading.has(need.slot) {
                best = max(best, need.value == nil ? 2 : 3)
            }
            guard best > 0 else { return nil }
            score += best
        }
        return score
    }

    private static let particularAsks = [Slot.Ask.define, .purpose, .who].map(\.rawValue)

    private func build(_ form: QuestionForm, _ reading: Reading) -> [Meaning] {
        let elsewhere = reading.words(.area).filter { $0 != grammar.codelists.home?.id }
        if form.kind.isOfPage, !elsewhere.isEmpty { return [.refused(.elsewhere(elsewhere))] }
        switch form.kind {
        case .value: return values(reading)
        case .change: return changes(reading)
        case .claim: return claims(reading)
        case .extreme: return extremes(reading)
        case .rank: return rankings(reading)
        case .filter: return filters(reading)
        case .count: return counts(reading)
        case .sum: return sums(reading)
        case .mean: return means(reading)
        case .difference: return differences(reading)
        case .range: return ranges(reading)
        case .ratio: return ratios(reading)
        case .share: return shares(reading)
        case .per: return averages(reading)
        case .sameness: return samenesses(reading)
        case .list: return lists(reading)
        case .membership: return memberships(reading)
        case .passage: return passages(reading)
        case .purpose: return purposes(reading)
        case .acronym: return acronyms(reading)
        case .dates: return dates(reading)
        case .lookup: return lookups(reading)
        case .provenance: return provenances(reading)
        case .unit: return units(reading)
        }
    }
}

extension QuestionForm.Kind {
    /// Whether it is answered with what the partnership says of itself, and not with figures of an area.
    fileprivate var isOfPage: Bool {
        switch self {
        case .list, .membership, .purpose, .passage, .acronym: true
        case .value, .change, .claim, .extreme, .rank, .filter, .count, .sum, .mean, .difference, .range,
            .ratio, .share, .per, .sameness, .dates, .lookup, .provenance, .unit:
            false
        }
    }
}

extension [Meaning] {
    /// Whether what it asks of begins later.
    fileprivate func isLater(than other: [Meaning]) -> Bool {
        guard let start = latestStart, let before = other.latestStart else { return false }
        return start > before
    }

    private var latestStart: Day? {
        flatMap { meaning -> [Day] in
            guard case .question(.figures(let question), _) = meaning else { return [] }
            return question.periods.map(\.start)
        }.max()
    }

    /// Without repeats. A question beats a refusal of the same words: of two readings of "drugs", the one that the
    /// store can answer is meant.
    fileprivate func reduced() -> [Meaning] {
        guard count > 1 else { return self }
        let distinct = self.distinct
        let questions = distinct.filter { if case .question = $0 { true } else { false } }
        return questions.isEmpty ? distinct : questions
    }
}
