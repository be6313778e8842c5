import Facts

/// From the readings of a run of tokens to the question they make.
extension MessagePass {
    /// The likeliest readings that make a question decide; the others are looked at only when they make none.
    func evaluate(_ unit: Unit) -> MessageReading.Outcome {
        var fallback: MessageReading.Outcome?
        var weight: Weight?
        for tier in unit.tiers {
            switch evaluate(tier.filter { weight?.isKept(by: $0) ?? true }, of: unit) {
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
        if let reading = unit.tiers.first?.first, unit.unread.isEmpty, reading.lacksOnlySubject {
            return .incomplete(Fragment(reading: reading))
        }
        return refusal(unit).map { .refused($0, about: remainder(unit), .empty) } ?? .notUnderstood([])
    }

    func evaluate(_ readings: [Reading], of unit: Unit) -> MessageReading.Outcome {
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
        if last.has(.crime) || last.has(.measure) { asked.removeAll { $0.assumptions.contains(.list) } }
        if asked.contains(where: { !$0.assumptions.contains(.list) }) {
            asked.removeAll { $0.assumptions.contains(.list) }
        } else if !refusals.isEmpty {
            asked = []
        }
        if asked.count == 1 { return .asked(asked) }
        if asked.count > 1 { return .unclear(asked.map(\.question)) }
        if let refusal = refusals.first {
            return .refused(refusal, about: remainder(unit), refused ?? .empty)
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
                if last.has(.ask, "how-many") { reading.set(.ask, [.word("how-many")]) }
            }
        }
        let own = reading.lacksOtherSide ? [.incomplete(.subject)] : interpreter.meanings(of: reading)
        let ownComplete = own.contains(where: isQuestion)
        // "The difference between the two" is of the two that were talked about.
        if ownComplete, reading.has(.back), reading.has(.arithmetic), !reading.has(.period) {
            return own.map { ($0, reading, false) }
        }
        var leaned: [(Meaning, Reading, Bool)] = []
        if !ownComplete || leansOnLast(reading), let merged = FollowUp.merged(reading, over: last) {
            var leaning = interpreter
            leaning.isFollowUp = true
            leaned = leaning.meanings(of: merged)
                .filter { isQuestion($0) && leaning.continues($0, reading) }.map { ($0, merged, true) }
        }
        return leaned.isEmpty ? own.map { ($0, reading, false) } : leaned
    }

    /// Words that could stand alone, and lean on the question before all the same: "and public order?"
    func leansOnLast(_ reading: Reading) -> Bool {
        // "Over the same period" is that of the question before.
        if reading.periods().contains(.beside(0)) { return true }
        let isOfOwnTime = reading.periods().contains { $0 != .beside(0) }
        if isOfOwnTime, reading.has(.crime) || reading.has(.measure) { return false }
        if reading.has(.topic), !reading.has(.list), last.has(.list) { return true }
        if reading.has(.follow) || reading.has(.back) { return true }
        return reading.filled.isSubset(of: [.crime, .area, .period, .kind, .acronym, .except, .every])
    }

    /// The question that is left when what is never held is taken out.
    func remainder(_ unit: Unit) -> Asked? {
        guard unit.unread.isEmpty else { return nil }
        for reading in unit.readings where reading.has(.unheld) {
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
    func refusal(_ unit: Unit) -> Refusal? {
        guard unit.covers.maySay(isUnheld) else { return nil }
        for reading in unit.readings {
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
