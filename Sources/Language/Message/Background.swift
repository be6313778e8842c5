import Facts

/// What a message says without asking it.
extension MessagePass {
    /// A sentence without the parts that only give background, and those parts; nil when a part neither reads nor is
    /// background.
    ///
    /// What runs on from background is background until somebody asks: "my neighbour, who keeps bees, wonders".
    func withoutBackground(_ sentence: Range<Int>) -> (kept: [Int], dropped: [Range<Int>])? {
        let isLedUpTo = leadsUp(sentence)
        let parts = Clauses.parts(sentence, tokens: tokens) {
            beginsPart($0) || isLedUpTo && beginsToWish($0)
        }
        guard parts.count > 1 else { return nil }
        var kept: [Int] = []
        var dropped: [Range<Int>] = []
        for part in parts {
            if isNarrative(part, .clause)
                || (part.lowerBound > sentence.lowerBound && isIdleAlternative(part))
            {
                dropped.append(part)
            } else if stretch(part).unread.isEmpty {
                kept += part
            } else if dropped.last?.upperBound == part.lowerBound - 1, runsOn(part) {
                dropped.append(part)
            } else {
                return nil
            }
        }
        return dropped.isEmpty ? nil : (kept, dropped)
    }

    /// Whether somebody begins to ask, or to give a reason, in the middle of a clause.
    private func beginsPart(_ index: Int) -> Bool {
        if lexemes[index].flags.contains(.request) { return true }
        guard lexemes[index].flags.contains(.subordinator) else { return false }
        let next = ((index + 1)..<tokens.count).first { tokens[$0].isWord }
        return next.map { lexemes[$0].flags.contains(.narrator) } ?? false
    }

    /// "Before I put my name to it I'd like the rate": somebody comes to what they want.
    private func beginsToWish(_ index: Int) -> Bool {
        guard lexemes[index].flags.contains(.narrator), index + 1 < tokens.count else { return false }
        return lexemes[index + 1].flags.contains(.wish)
    }

    /// More of a story: nothing is asked in it, named in it or restricted by it.
    private func runsOn(_ range: Range<Int>) -> Bool {
        let stretch = stretch(range)
        let isRequest = range.first.map { lexemes[$0].flags.contains(.request) } ?? false
        return !isRequest
            && stretch.covers.allSatisfy { $0.slots.isSubset(of: [.ask]) }
            && !stretch.unread.contains { isName($0) } && !restricts(range)
    }

    /// "Is the fire service in it, or is it just there for show?": what comes after the "or" names nothing to ask about.
    private func isIdleAlternative(_ range: Range<Int>) -> Bool {
        guard range.first.map({ tokens[$0].text == "or" }) == true else { return false }
        let stretch = stretch(range)
        return stretch.covers.allSatisfy { $0.slots.isSubset(of: [.ask, .follow, .aside]) }
            && !stretch.unread.isEmpty && !stretch.unread.contains { isName($0) } && !restricts(range)
    }

    /// Whether a sentence beside those that ask is background. It may name what is not held: "nuisance in my ward
    /// worries me greatly".
    func isBackground(_ outcome: MessageReading.Outcome, _ sentence: Range<Int>, of asked: [Asked]) -> Bool {
        guard !asked.isEmpty, tokens[sentence.upperBound - 1].text != "?" else { return false }
        if isToldBeside(outcome, sentence, asked) { return true }
        switch outcome {
        case .notUnderstood:
            return !definesQuestion(sentence) && (isNarrative(sentence, .sentence) || isStatement(sentence))
        case .refused(.areas(let areas, let crimeTypes), _, _)
        where crimeTypes.isEmpty && areas.allSatisfy(isVague):
            return isNarrative(sentence, .sentence) && isStory(stretch(sentence))
                || isStatement(sentence) && namesOnlyOrigins(sentence)
        case .refused:
            return !restricts(sentence) && isStory(stretch(sentence)) && isNarrative(sentence, .sentence)
        case .asked, .unclear, .incomplete, .tooLong: return false
        }
    }

    /// Whether a question says less than it was meant to without a stretch: "I write about stalking. Which project
    /// is there?" is not about every project.
    func widens(_ asked: [Asked], without stretch: Range<Int>, _ standing: Standing) -> Bool {
        // A word of two meanings says no more than a question that takes it in one of them: "worried about drugs".
        let meant = Array(self.stretch(stretch).covers.prefix(standing == .sentence ? Int.max : 1))
        return !meant.isEmpty && meant.allSatisfy { widens(asked, without: $0, in: stretch, standing) }
    }

    private func widens(
        _ asked: [Asked], without cover: Cover, in stretch: Range<Int>, _ standing: Standing
    ) -> Bool {
        let told = cover.slots.intersection([.crime, .topic, .list, .passage, .acronym, .measure])
        return asked.contains { one in
            isUnspecific(one)
                || standing == .clause && saysMore(cover, in: stretch, than: one)
                || !told.isSubset(
                    of: one.fragment.reading.filled.union(one.fragment.reading.has(.crime) ? [.measure] : []))
                || isLimited(one, by: cover)
        }
    }

    /// "That course they do inside (prison)": the question is about both, and not about prison alone. Where somebody
    /// begins with themselves, and more than a word cannot be read, they tell a story.
    private func saysMore(_ cover: Cover, in stretch: Range<Int>, than asked: Asked) -> Bool {
        let opening = stretch.filter { tokens[$0].isWord }.prefix(2)
        let beginsWithSpeaker = opening.contains { lexemes[$0].flags.contains(.narrator) }
        if beginsWithSpeaker, cover.unread.count > 1 { return false }
        guard !cover.slots.isDisjoint(with: Self.subjects) else { return false }
        guard let told = Reading(cover) else { return true }
        let reading = asked.fragment.reading
        return Self.subjects.contains { slot in
            reading.has(slot) && told[slot].contains { !reading[slot].contains($0) }
        }
    }

    /// Whether a question is of figures, and a story beside it is of another time or place: "I look after another district."
    private func isLimited(_ asked: Asked, by cover: Cover) -> Bool {
        guard case .figures = asked.question else { return false }
        if cover.slots.contains(.crossed) { return true }
        if cover.slots.contains(.area), !namesOnlyVagueAreas(cover) { return true }
        guard cover.slots.contains(.period) else { return false }
        let told = Reading(cover)?.periods() ?? []
        return told.isEmpty || !told.allSatisfy { asked.fragment.reading.periods().contains($0) }
    }

    /// "Which project covers it?" after a story is about the story, and not about every project.
    func isUnspecific(_ asked: Asked) -> Bool {
        let reading = asked.fragment.reading
        switch asked.question {
        case .items(let question):
            let isOfBodies = grammar.definitions.lists.contains {
                question.lists.contains($0.id) && $0.isOfBodies
            }
            // "Are they one of them?" names nobody.
            let namesNobody =
                reading.has(Slot.Ask.isIt) && reading.filled.isDisjoint(with: [.topic, .outsider, .number])
            if isOfBodies { return namesNobody && question.aspect == .list }
            return question.about.isEmpty && !reading.has(Slot.Ask.howMany)
                && !reading.has(Slot.Ask.list)
        case .figures(let question):
            let isSplit = question.series.contains { $0.crimeType != nil }
            return isSplit && !reading.has(.crime) && !reading.has(.every) && !reading.has(.which)
        case .passages, .acronym, .dates, .lookup, .provenance, .unit: return false
        }
    }
}
