import Facts

/// From the readings of a run of tokens to the question they make.
extension MessagePass {
    /// What a stretch asks, leaning on what was asked before it: several steps look at the same one.
    func evaluate(_ stretch: Stretch) -> MessageReading.Outcome {
        guard let run = stretch.run else { return evaluated(stretch) }
        if let known = stretches.outcome(of: run, leaningOn: ground) { return known }
        let outcome = evaluated(stretch)
        stretches.keep(outcome, of: run, leaningOn: ground)
        return outcome
    }

    /// The likeliest readings that make a question decide; the others are looked at only when they make none.
    private func evaluated(_ stretch: Stretch) -> MessageReading.Outcome {
        var fallback: MessageReading.Outcome?
        var weight: Weight?
        for tier in stretch.tiers {
            // What is read so as to be declined is not read away as small words further down.
            if weight == nil, !tier.isEmpty, tier.allSatisfy({ $0.has(.crossed) }) { break }
            switch evaluate(tier.filter { weight?.isKept(by: $0) ?? true }, of: stretch) {
            case .asked(let asked): return .asked(asked)
            case .unclear(let questions): return .unclear(questions)
            case .refused(let refusal, let about, let fragment):
                return .refused(refusal, about: about, fragment)
            case .incomplete(let fragment): fallback = fallback ?? .incomplete(fragment)
            case .notUnderstood, .tooLong: break
            }
            // What every likeliest reading understands may not be read away as small words further down.
            weight = weight ?? Weight(of: tier, vague: grammar.vague)
        }
        if let fallback { return fallback }
        // Read to the last word, and about nothing: "up or down?", "the percentage for Q2, please".
        if let reading = stretch.tiers.first?.first, stretch.unread.isEmpty, reading.lacksOnlySubject {
            return .incomplete(Fragment(reading: reading))
        }
        return refusal(stretch).map { .refused($0, about: remainder(stretch), .empty) } ?? .notUnderstood([])
    }

    func evaluate(_ readings: [Reading], of stretch: Stretch) -> MessageReading.Outcome {
        var asked: [Asked] = []
        var refusals: [Refusal] = []
        var refused: Fragment?
        var incomplete: [Reading] = []
        for reading in readings {
            for (meaning, reading, isFollowUp) in meanings(reading) {
                switch meaning {
                case .question(let question, let assumptions):
                    guard !asked.contains(where: { interpreter.isSame($0.question, question) }) else {
                        continue
                    }
                    asked.append(
                        Asked(
                            question: question, assumptions: assumptions, isFollowUp: isFollowUp,
                            fragment: Fragment(reading: reading, settledBy: question, isFollowUp: isFollowUp))
                    )
                case .refused(let refusal):
                    refusals.append(refusal)
                    refused = refused ?? Fragment(reading: reading)
                case .incomplete: incomplete.append(reading)
                }
            }
        }
        // In talk of figures, "for drugs" is no question about projects.
        if last.has(.crime) || last.has(.measure) || interpreter.context.isOfFigures {
            asked.removeAll { $0.assumptions.contains(.list) }
        }
        if asked.contains(where: { !$0.assumptions.contains(.list) }) {
            asked.removeAll { $0.assumptions.contains(.list) }
        } else if !refusals.isEmpty {
            asked = []
        }
        if asked.count == 1 { return .asked(asked) }
        if asked.count > 1 { return .unclear(asked.map(\.question)) }
        if let refusal = refusals.first {
            return .refused(refusal, about: remainder(stretch), refused ?? .empty)
        }
        if let reading = incomplete.first { return .incomplete(Fragment(reading: reading)) }
        return .notUnderstood([])
    }

    /// On its own, or laid over the question before.
    func meanings(_ reading: Reading) -> [(Meaning, Reading, Bool)] {
        func isQuestion(_ meaning: Meaning) -> Bool { if case .incomplete = meaning { false } else { true } }
        var reading = reading
        // "And the district's own?" after a list: the list that the sum paid for.
        if last.has(.list), reading.filled.isSubset(of: [.measure, .follow, .back]) {
            let paid = grammar.definitions.lists.filter { list in
                reading.words(.measure).contains { list.paidBy.first == $0 }
            }
            if let list = paid.first {
                reading.set(.measure, nil)
                reading.set(.list, [.word(list.id)])
                if last.has(Slot.Ask.howMany) { reading.set(.ask, [Slot.Ask.howMany.value]) }
            }
        }
        let own = reading.lacksOtherSide ? [.incomplete(.subject)] : interpreter.meanings(of: reading)
        let ownComplete = own.contains(where: isQuestion)
        var leaning = interpreter
        leaning.isFollowUp = true
        // "The difference between the two" is of the two that were talked about.
        if ownComplete, reading.has(.back), reading.has(.arithmetic), !reading.has(.period) {
            return own.filter { leaning.continues($0, reading) }.map { ($0, reading, false) }
        }
        guard !ownComplete || leansOnLast(reading) else { return own.map { ($0, reading, false) } }
        let leaned = laidOver(last, reading, leaning)
        if leaned.contains(where: { $0.0.isAnswerable }) { return leaned }
        // "And public order?" after an average is of the same period and place.
        let elsewhere = reading.has(.others) ? [] : laidOver(last.keeping(Self.setting), reading, leaning)
        if elsewhere.contains(where: { $0.0.isAnswerable }) { return elsewhere }
        if !leaned.isEmpty { return leaned }
        return own.filter { leaning.continues($0, reading) }.map { ($0, reading, false) }
    }

    /// Slots that say when and where, whatever is asked.
    private static let setting: SlotSet = [.period, .area]

    /// What a follow-up means when it is laid over what was said before, and keeps what it does not speak of.
    private func laidOver(
        _ old: Reading, _ reading: Reading, _ leaning: Interpreter
    ) -> [(Meaning, Reading, Bool)] {
        guard let merged = FollowUp.merged(reading, over: old) else { return [] }
        return leaning.meanings(of: merged)
            .filter { if case .incomplete = $0 { false } else { leaning.continues($0, reading) } }
            .map { ($0, merged, true) }
    }

    /// Words that could stand alone, and lean on the question before all the same: "and public order?"
    func leansOnLast(_ reading: Reading) -> Bool {
        // "Over the same period" is that of the question before.
        if reading.periods().contains(.beside(0)) { return true }
        let isOfOwnTime = reading.periods().contains { $0 != .beside(0) }
        if isOfOwnTime, reading.has(.crime) || reading.has(.measure) { return false }
        if reading.has(.topic), !reading.has(.list), last.has(.list) { return true }
        if reading.has(.follow) || reading.has(.back) { return true }
        return reading.filled.isSubset(of: [
            .crime, .measure, .area, .period, .kind, .acronym, .except, .every, .aside,
        ])
    }

    /// The question that is left when what is never held is taken out.
    func remainder(_ stretch: Stretch) -> Asked? {
        guard stretch.unread.isEmpty, stretch.covers.maySay({ $0.slot == .unheld }) else { return nil }
        for reading in stretch.readings where reading.has(.unheld) {
            var rest = reading
            rest.set(.unheld, nil)
            for (meaning, reading, isFollowUp) in meanings(rest) {
                guard case .question(let question, let assumptions) = meaning else { continue }
                return Asked(
                    question: question, assumptions: assumptions, isFollowUp: isFollowUp,
                    fragment: Fragment(reading: reading))
            }
        }
        return nil
    }

    /// What is said and never held, even when other words were not read.
    func refusal(_ stretch: Stretch) -> Refusal? {
        guard stretch.covers.maySay(isUnheld) else { return nil }
        for reading in stretch.readings {
            if reading.has(.unheld) { return .unheld(reading.words(.unheld)) }
            let areas = interpreter.unheldAreas(reading)
            let crimes = interpreter.unheldCrimes(reading)
            if !areas.isEmpty { return .areas(areas, crimeTypes: crimes) }
            if !crimes.isEmpty { return .crimeTypes(crimes) }
        }
        return nil
    }

    /// Whether it names what nothing is held for.
    private func isUnheld(_ assignment: Value.Assignment) -> Bool {
        switch assignment.slot {
        case .unheld: true
        case .area: assignment.value.hasElement { $0.wordValue.map { !grammar.areas.contains($0) } ?? false }
        case .crime:
            assignment.value.hasElement { $0.wordValue.map { !interpreter.isHeld(crime: $0) } ?? false }
        default: false
        }
    }
}
