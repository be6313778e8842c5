import Facts

/// What a message says without asking it.
extension MessagePass {
    /// A sentence without the parts that only give background, and those parts; nil when a part neither reads nor is
    /// background.
    ///
    /// What runs on from background is background until somebody asks: "my neighbour, who keeps bees, wonders".
    func withoutBackground(_ sentence: Range<Int>) -> (kept: [Int], dropped: [Range<Int>])? {
        let parts = Clauses.parts(sentence, tokens: tokens) {
            beginsPart($0) || leadsUp(sentence) && beginsToWish($0)
        }
        guard parts.count > 1 else { return nil }
        var kept: [Int] = []
        var dropped: [Range<Int>] = []
        for part in parts {
            if isNarrative(part, .clause)
                || (part.lowerBound > sentence.lowerBound && isIdleAlternative(part))
            {
                dropped.append(part)
            } else if unit(part).unread.isEmpty {
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
        let unit = unit(range)
        let isRequest = range.first.map { lexemes[$0].flags.contains(.request) } ?? false
        return !isRequest
            && unit.covers.allSatisfy { $0.slots.isSubset(of: [.ask]) }
            && !unit.unread.contains { isName($0) } && !restricts(range)
    }

    /// "Is the fire service in it, or is it just there for show?": what comes after the "or" names nothing to ask about.
    private func isIdleAlternative(_ range: Range<Int>) -> Bool {
        let unit = unit(range)
        return range.first.map { tokens[$0].text == "or" } == true
            && unit.covers.allSatisfy { $0.slots.isSubset(of: [.ask, .follow, .aside]) }
            && !unit.unread.isEmpty && !unit.unread.contains { isName($0) } && !restricts(range)
    }

    private func restricts(_ range: Range<Int>) -> Bool {
        lexemes[range].contains { $0.flags.contains(.restrictor) }
    }

    /// How much a stretch stands by itself: a sentence of its own says less of a question than a clause beside it.
    enum Standing { case sentence, clause }

    /// A stretch in which somebody tells of themselves or leads up to a question, and that restricts nothing asked
    /// beside it.
    func isNarrative(_ range: Range<Int>, _ standing: Standing) -> Bool {
        let leadsUp = standing == .clause && leadsUp(range)
        guard tellsOfSpeaker(range) || self.leadsUp(range) || standing == .clause && leadsIn(range) else {
            return false
        }
        let unit = unit(range)
        let isStory = isStory(unit)
        guard isStory || leadsUp || !unit.unread.contains(where: { isName($0) }) else { return false }
        if unit.unread.isEmpty {
            // Read, and restricting nothing: "forgive me if this was covered at the last meeting".
            return unit.tiers.first?.allSatisfy { $0.filled.isSubset(of: Self.restrictingNothing) } ?? true
        }
        guard let cover = unit.cover else { return false }
        switch standing {
        case .sentence:
            // What else may restrict a question is looked at beside that question.
            return cover.slots.isDisjoint(with: Self.excepting) && (isStory || !restricts(range))
        case .clause:
            var slots = cover.slots
            // "My ward has a good many farms" tells where somebody comes from.
            if isStory, namesOnlyVagueAreas(cover) { slots.remove(.area) }
            // "The chair needs it in fractions."
            if !isStory, lexemes[range].contains(where: { $0.flags.contains(.scope) }) { return false }
            // "Put that fall into points for me" asks, whatever else is in it.
            if !isStory, !slots.isDisjoint(with: Self.asking) { return false }
            return slots.isDisjoint(with: Self.restricting) && !restricts(range)
                // Much that cannot be read beside a cause or a cost is a story rather than a question.
                && !(unit.unread.count < 3 && slots.contains(.unheld))
        }
    }

    private func tellsOfSpeaker(_ range: Range<Int>) -> Bool {
        lexemes[range].contains { $0.flags.contains(.narrator) }
    }

    /// "Bearing in mind that dogs bark", "before I write to him": it begins as something does that only comes before a
    /// question.
    private func leadsUp(_ range: Range<Int>) -> Bool {
        let words = range.filter { tokens[$0].isWord }
        let start = words.drop { lexemes[$0].flags.contains(.opener) }
        let opening = (start.isEmpty ? words[...] : start).prefix(2).map { lexemes[$0].flags }
        guard let first = opening.first else { return false }
        return first.contains(.preamble)
            || first.contains(.subordinator) && opening.count > 1 && opening[1].contains(.narrator)
    }

    /// "It grieves me to ask, but which fell most?": nothing is named in it, and a question comes after it with "but".
    private func leadsIn(_ range: Range<Int>) -> Bool {
        let next = (range.upperBound..<tokens.count).prefix(3).filter { tokens[$0].isWord }
        guard let turn = next.first, tokens[turn].text == "but" else { return false }
        return unit(range).covers.allSatisfy { $0.slots.isSubset(of: Self.restrictingNothing) }
    }

    /// With so much that nobody can read, a stretch tells rather than asks.
    private func isStory(_ unit: Unit) -> Bool {
        guard let cover = unit.cover, !unit.unread.isEmpty else { return false }
        let read = cover.phrases.reduce(0) { $0 + $1.end - $1.start }
        return unit.unread.count >= Self.storyLength || unit.tokens.count - read >= Self.longStoryLength
    }

    /// "We have done drugs.": somebody tells it, so that it is no note of what the question beside it is about.
    func isTold(_ sentence: Range<Int>) -> Bool {
        tokens[sentence.upperBound - 1].text == "." && tellsOfSpeaker(sentence)
            && lexemes[sentence].contains { $0.flags.contains(.predicate) }
    }

    /// "The minutes are wanted by noon": a sentence that begins as a statement does, and tells rather than asks.
    private func isStatement(_ sentence: Range<Int>) -> Bool {
        let words = sentence.filter { tokens[$0].isWord && !lexemes[$0].flags.contains(.opener) }
        guard let first = words.first, words.count >= Self.statementLength else { return false }
        let unit = unit(sentence)
        guard let cover = unit.cover, !unit.unread.contains(where: { isName($0) }) else {
            return false
        }
        return !lexemes[first].flags.isDisjoint(with: [.subject, .narrator])
            && words.dropFirst().contains { lexemes[$0].flags.contains(.predicate) }
            && cover.slots.isDisjoint(with: Self.excepting) && !restricts(sentence)
    }

    /// An unread word with a capital inside a sentence is a name, and a name may be what the question is about; that
    /// of a person with a title is not.
    func isName(_ index: Int) -> Bool {
        let token = tokens[index]
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(utf8[token.start]), index > 0 else {
            return false
        }
        if !lexemes[index].flags.isDisjoint(with: [.plain, .title]) { return false }
        if lexemes[index - 1].flags.contains(.title) { return false }
        let isShouted = message.allSatisfy { !$0.isLowercase }
        return !isShouted && tokens[index - 1].kind != .pause
    }

    /// Whether a sentence beside those that ask is background. It may name what is not held: "nuisance in my ward
    /// worries me greatly".
    func isBackground(_ outcome: MessageReading.Outcome, _ sentence: Range<Int>, of asked: [Asked]) -> Bool {
        guard !asked.isEmpty, tokens[sentence.upperBound - 1].text != "?" else { return false }
        switch outcome {
        case .notUnderstood:
            return !definesQuestion(sentence) && (isNarrative(sentence, .sentence) || isStatement(sentence))
        case .refused(.areas(let areas, let crimeTypes), _, _)
        where crimeTypes.isEmpty && areas.allSatisfy(isVague):
            return isNarrative(sentence, .sentence) && isStory(unit(sentence))
                || isStatement(sentence) && namesOnlyOrigins(sentence)
        case .refused:
            return isStory(unit(sentence)) && isNarrative(sentence, .sentence)
        case .asked, .unclear, .incomplete, .tooLong: return false
        }
    }

    /// Whether a question says less than it was meant to without a stretch: "I write about stalking. Which project
    /// is there?" is not about every project.
    func widens(_ asked: [Asked], without stretch: Range<Int>, _ standing: Standing) -> Bool {
        // A word of two meanings says no more than a question that takes it in one of them: "worried about drugs".
        let meant = Array(unit(stretch).covers.prefix(standing == .sentence ? Int.max : 1))
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

    /// Whether a question is of figures, and a story beside it is of another time or place: "I look after Andover."
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
                reading.has(.ask, "is-it") && reading.filled.isDisjoint(with: [.topic, .outsider, .number])
            if isOfBodies { return namesNobody && question.aspect == .list }
            return question.about.isEmpty && !reading.has(.ask, "how-many")
                && !reading.has(.ask, "list")
        case .figures(let question):
            let isSplit = question.series.contains { $0.crimeType != nil }
            return isSplit && !reading.has(.crime) && !reading.has(.every) && !reading.has(.which)
        case .passages, .acronym, .dates, .lookup, .provenance, .unit: return false
        }
    }

    /// So many words that nobody can read make a story, and so many that say nothing beside one that nobody can read.
    private static let storyLength = 4
    private static let statementLength = 4
    private static let longStoryLength = 9

    /// "We work on calendar quarters.", "My boss wants ages.": short, and about what is asked beside it.
    private func definesQuestion(_ sentence: Range<Int>) -> Bool {
        let unit = unit(sentence)
        guard !isStory(unit) else { return false }
        if lexemes[sentence].contains(where: { $0.flags.contains(.scope) }) { return true }
        if unit.covers.first?.slots.contains(.crossed) == true { return true }
        let wish = sentence.first { lexemes[$0].flags.contains(.wish) }
        return wish.map { wish in unit.unread.contains { $0 > wish && $0 <= wish + 2 } } ?? false
    }

    /// "The scoutmaster at Swanmore likes a superlative": the place says where somebody or something is, and nobody
    /// wants anything of it.
    private func namesOnlyOrigins(_ sentence: Range<Int>) -> Bool {
        guard let cover = unit(sentence).covers.first,
            !lexemes[sentence].contains(where: { $0.flags.contains(.wish) })
        else { return false }
        return cover.phrases.allSatisfy { phrase in
            !phrase.assignments.contains { $0.slot == .area }
                || lexemes[sentence.lowerBound...(sentence.lowerBound + phrase.start)].contains {
                    $0.flags.contains(.origin)
                }
        }
    }

    private func namesOnlyVagueAreas(_ cover: Cover) -> Bool {
        cover.phrases.allSatisfy { phrase in
            phrase.assignments.allSatisfy { assignment in
                assignment.slot != .area
                    || assignment.value.wordValue.map { isVague($0) } == true
            }
        }
    }

    private func isVague(_ area: String) -> Bool {
        grammar.definitions.vagueAreas.contains(area) || area == grammar.codelists.home?.id
    }
}
