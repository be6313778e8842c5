import Facts

/// What a sentence may tell beside a question that says by itself what it is about, however little of it is read.
extension MessagePass {
    /// "My late husband sat on that board. What does HCP stand for?"
    func isToldBeside(
        _ outcome: MessageReading.Outcome, _ sentence: Range<Int>, _ asked: [Asked]
    ) -> Bool {
        guard asked.allSatisfy(namesItsSubject), tells(sentence), let cover = stretch(sentence).cover else {
            return false
        }
        let isOfNoPlace = asked.allSatisfy(isOfNoPlace)
        switch outcome {
        case .notUnderstood: break
        case .refused(.areas(let areas, crimeTypes: []), _, _) where areas.allSatisfy(isVague): break
        case .refused: guard isOfNoPlace else { return false }
        case .asked, .unclear, .incomplete, .tooLong: return false
        }
        // A name may be that of a place, and a place or a time limits no text of the page.
        if isOfNoPlace { return cover.slots.isDisjoint(with: Self.excepting.union([.crossed])) }
        let limits = Self.restricting.union([.number, .dates])
        let slots = namesOnlyVagueAreas(cover) ? cover.slots.subtracting([.area]) : cover.slots
        return slots.isDisjoint(with: limits) && !stretch(sentence).unread.contains(where: isName)
    }

    /// Nothing that is left unsaid could narrow the question: it names its crime type, or asks what a text says.
    private func namesItsSubject(_ asked: Asked) -> Bool {
        if isUnspecific(asked) { return false }
        if isOfNoPlace(asked) { return true }
        guard case .figures(let question) = asked.question else { return false }
        return asked.fragment.reading.has(.crime) && !asked.isFollowUp
            && question.series.allSatisfy { $0.crimeType != nil }
    }

    /// Whether a question is answered with what the partnership says of itself, so that no place limits it.
    func isOfNoPlace(_ asked: Asked) -> Bool {
        if asked.isFollowUp { return false }
        switch asked.question {
        case .passages, .acronym, .dates, .provenance, .unit, .items: return true
        case .figures(let question):
            return question.series.allSatisfy {
                grammar.codelists.measure($0.measure)?.unit == .pounds
            }
        case .lookup: return false
        }
    }

    /// It begins as somebody begins who tells something, and neither limits nor defines what is asked.
    private func tells(_ sentence: Range<Int>) -> Bool {
        let words = sentence.filter { tokens[$0].isWord && !lexemes[$0].flags.contains(.opener) }
        guard let first = words.first, words.count >= Self.fewestToTell else { return false }
        let speaks = zip(words, words.dropFirst()).contains { pair in
            lexemes[pair.0].flags.contains(.narrator) && lexemes[pair.1].flags.contains(.predicate)
        }
        let begins = !lexemes[first].flags.isDisjoint(with: [.subject, .narrator])
        let says = words.dropFirst().contains { lexemes[$0].flags.contains(.predicate) }
        return (speaks || begins && says) && !restricts(sentence)
            && !lexemes[sentence].contains { !$0.flags.isDisjoint(with: [.scope, .wish]) }
    }

    private static let fewestToTell = 4
}
