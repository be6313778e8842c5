import Facts

/// What tells a story, a statement and a preamble from a question.
extension MessagePass {
    func restricts(_ range: Range<Int>) -> Bool {
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
        let stretch = stretch(range)
        let isStory = isStory(stretch)
        guard isStory || leadsUp || !stretch.unread.contains(where: { isName($0) }) else { return false }
        if stretch.unread.isEmpty {
            // Read, and restricting nothing: "forgive me if this was covered at the last meeting".
            return stretch.tiers.first?.allSatisfy { $0.filled.isSubset(of: Self.restrictingNothing) } ?? true
        }
        guard let cover = stretch.cover else { return false }
        switch standing {
        case .sentence:
            // What else may restrict a question is looked at beside that question.
            return cover.slots.isDisjoint(with: Self.excepting.union(Self.conditions))
                && (isStory || !restricts(range))
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
                && !(stretch.unread.count < Self.storyOfUnheldLength && slots.contains(.unheld))
        }
    }

    func tellsOfSpeaker(_ range: Range<Int>) -> Bool {
        lexemes[range].contains { $0.flags.contains(.narrator) }
    }

    /// "Bearing in mind that dogs bark", "before I write to him": it begins as something does that only comes before a
    /// question.
    func leadsUp(_ range: Range<Int>) -> Bool {
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
        return stretch(range).covers.allSatisfy { $0.slots.isSubset(of: Self.restrictingNothing) }
    }

    /// With so much that nobody can read, a stretch tells rather than asks.
    func isStory(_ stretch: Stretch) -> Bool {
        guard let cover = stretch.cover, !stretch.unread.isEmpty else { return false }
        let read = cover.phrases.reduce(0) { $0 + $1.end - $1.start }
        return stretch.unread.count >= Self.storyLength || stretch.tokens.count - read >= Self.longStoryLength
    }

    /// "We have done drugs.": somebody tells it, so that it is no note of what the question beside it is about.
    func isTold(_ sentence: Range<Int>) -> Bool {
        tokens[sentence.upperBound - 1].text == "." && tellsOfSpeaker(sentence)
            && lexemes[sentence].contains { $0.flags.contains(.predicate) }
    }

    /// "The minutes are wanted by noon": a sentence that begins as a statement does, and tells rather than asks.
    func isStatement(_ sentence: Range<Int>) -> Bool {
        let words = sentence.filter { tokens[$0].isWord && !lexemes[$0].flags.contains(.opener) }
        guard let first = words.first, words.count >= Self.statementLength else { return false }
        let stretch = stretch(sentence)
        guard let cover = stretch.cover, !stretch.unread.contains(where: { isName($0) }) else {
            return false
        }
        return !lexemes[first].flags.isDisjoint(with: [.subject, .narrator])
            && words.dropFirst().contains { lexemes[$0].flags.contains(.predicate) }
            && cover.slots.isDisjoint(with: Self.excepting.union(Self.conditions)) && !restricts(sentence)
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

    /// So many words that nobody can read make a story: "My good friend, a retired magistrate, is of the view that all
    /// four rates went down." With fewer, "The scope is retail premises." would be one.
    private static let storyLength = 4
    /// So many words that no phrase reads make one, where one of them at least cannot be read at all: "Somebody
    /// mentioned Circles at the last meeting and I nodded along like a fool." With fewer, "It's girls I'm asking about."
    /// would be set aside.
    private static let longStoryLength = 9
    /// Beside a cause or a cost so many do. With one, "when budget-setting comes round I shall be asked for it" would
    /// be one.
    private static let storyOfUnheldLength = 3
    /// A statement has at least so many words: "I live in" such a place. A shorter one may be a note of what is asked.
    private static let statementLength = 4

    /// "We work on calendar quarters.", "My boss wants ages.": short, and about what is asked beside it.
    func definesQuestion(_ sentence: Range<Int>) -> Bool {
        let stretch = stretch(sentence)
        guard !isStory(stretch) else { return false }
        if lexemes[sentence].contains(where: { $0.flags.contains(.scope) }) { return true }
        if stretch.covers.first?.slots.contains(.crossed) == true { return true }
        let wish = sentence.first { lexemes[$0].flags.contains(.wish) }
        return wish.map { wish in stretch.unread.contains { $0 > wish && $0 <= wish + 2 } } ?? false
    }

    /// "The scoutmaster in the next village likes a superlative": the place says where somebody or something is, and nobody
    /// wants anything of it.
    func namesOnlyOrigins(_ sentence: Range<Int>) -> Bool {
        guard let cover = stretch(sentence).covers.first,
            !lexemes[sentence].contains(where: { $0.flags.contains(.wish) })
        else { return false }
        return cover.phrases.allSatisfy { phrase in
            !phrase.assignments.contains { $0.slot == .area }
                || lexemes[sentence.lowerBound...(sentence.lowerBound + phrase.start)].contains {
                    $0.flags.contains(.origin)
                }
        }
    }

    func namesOnlyVagueAreas(_ cover: Cover) -> Bool {
        cover.phrases.allSatisfy { phrase in
            phrase.assignments.allSatisfy { assignment in
                assignment.slot != .area
                    || assignment.value.wordValue.map { isVague($0) } == true
            }
        }
    }

    func isVague(_ area: String) -> Bool {
        grammar.definitions.vagueAreas.contains(area) || area == grammar.codelists.home?.id
    }
}
