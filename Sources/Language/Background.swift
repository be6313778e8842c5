import Facts

/// What a message says without asking it.
extension MessagePass {
    /// A stretch in which somebody tells of themselves, or that holds nothing the grammar knows. A stretch with a
    /// place in it is never set aside: it may be what the question is about.
    func isNarrative(_ range: Range<Int>) -> Bool {
        let unit = unit(Array(range))
        let isStory = unit.unread.count >= Self.storyLength
        guard isStory || !unit.unread.contains(where: { isName($0) }) else { return false }
        if unit.unread.isEmpty {
            // Read, and restricting nothing: "forgive me if this was covered at the last meeting".
            let isIdle =
                unit.tiers.first?.allSatisfy { $0.filled.isSubset(of: Self.restrictingNothing) } ?? true
            return isIdle && range.contains { grammar.source.narrators.contains(tokens[$0].text) }
        }
        var slots = unit.covers.first?.slots ?? []
        // "My ward has a good many farms" tells where somebody comes from.
        if isStory, unit.covers.first.map({ namesOnlyVagueAreas($0) }) == true { slots.remove(.area) }
        if !slots.isDisjoint(with: Self.restricting) { return false }
        // Much that cannot be read beside a cause or a cost is a story rather than a question.
        if range.contains(where: { grammar.source.restrictors.contains(tokens[$0].text) }) { return false }
        if unit.unread.count < 3, slots.contains(.unheld) { return false }
        return range.contains { grammar.source.narrators.contains(tokens[$0].text) }
    }

    /// An unread word with a capital inside a sentence is a name, and a name may be what the question is about.
    func isName(_ index: Int) -> Bool {
        let token = tokens[index]
        let bytes = Array(message.utf8)
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[token.start]), index > 0 else {
            return false
        }
        if grammar.source.plainWords.contains(token.text) { return false }
        let isShouted = message.allSatisfy { !$0.isLowercase }
        return !isShouted && tokens[index - 1].kind != .pause
    }

    func isBackground(_ outcome: MessageReading.Outcome, _ sentence: Range<Int>, hasQuestion: Bool)
        -> Bool
    {
        guard hasQuestion, tokens[sentence.upperBound - 1].text != "?" else { return false }
        switch outcome {
        case .notUnderstood: return isNarrative(sentence)
        // A story may name what is not held: "nuisance in my ward worries me greatly".
        case .refused: return unit(Array(sentence)).unread.count >= Self.storyLength && isNarrative(sentence)
        case .asked, .unclear, .incomplete, .tooLong: return false
        }
    }

    /// Whether a question says less than it was meant to without a stretch: "I write about stalking. Which project
    /// is there?" is not about every project.
    func widens(_ asked: [Asked], without stretch: Range<Int>) -> Bool {
        let told = (unit(Array(stretch)).covers.first?.slots ?? []).intersection([
            .crime, .topic, .list, .passage, .acronym, .measure,
        ])
        return asked.contains { one in
            isUnspecific(one)
                || !told.isSubset(
                    of: one.fragment.reading.filled.union(one.fragment.reading.has(.crime) ? [.measure] : []))
        }
    }

    /// "Which project covers it?" after a story is about the story, and not about every project.
    private func isUnspecific(_ asked: Asked) -> Bool {
        let reading = asked.fragment.reading
        switch asked.question {
        case .items(let question):
            let isOfBodies = grammar.source.lists.contains { question.lists.contains($0.id) && $0.isOfBodies }
            return !isOfBodies && question.about.isEmpty && !reading.has(.ask, "how-many")
                && !reading.has(.ask, "list")
        case .figures(let question):
            let isSplit = question.series.contains { $0.crimeType != nil }
            return isSplit && !reading.has(.crime) && !reading.has(.every) && !reading.has(.which)
        case .passages, .acronym, .dates, .lookup, .provenance, .unit: return false
        }
    }

    /// With so many words that nobody can read, a stretch tells rather than asks.
    private static let storyLength = 4

    private func namesOnlyVagueAreas(_ cover: Cover) -> Bool {
        cover.phrases.allSatisfy { phrase in
            guard case .slots(let assignments) = phrase.edge.value else { return true }
            return assignments.allSatisfy { assignment in
                assignment.slot != .area
                    || assignment.value.wordValue.map { grammar.source.vagueAreas.contains($0) } == true
            }
        }
    }
}
