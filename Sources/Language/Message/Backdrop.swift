import Facts

/// What a sentence says that the question after it leans on: "Crime is soaring, I hear. Is that right?"
extension MessagePass {
    /// The questions of a sentence that says too little by itself, read together with the one before it.
    mutating func leaning(_ sentence: Range<Int>, on told: Range<Int>) -> [Asked]? {
        together(told, sentence) ?? aboutSubject(of: told, sentence)
    }

    /// "My neighbour insists that drug offences fell. Is she right?" is one question, once it is clear where what
    /// is insisted on begins.
    private mutating func together(_ told: Range<Int>, _ sentence: Range<Int>) -> [Asked]? {
        let starts = [told.lowerBound] + told.filter { isClaimAfter($0) }.map { $0 + 1 }
        for start in starts where start < told.upperBound {
            let before = told.lowerBound..<start
            guard before.isEmpty || isIntroduction(before) else { continue }
            let whole = stretch(start..<sentence.upperBound)
            guard whole.unread.isEmpty, case .asked(let asked) = evaluate(whole),
                !asked.contains(where: isUnspecific)
            else { continue }
            note(whole)
            if !before.isEmpty { setAside(before) }
            return asked
        }
        return nil
    }

    /// "Drug offences worry my residents. What was the rate in Q2?" is about drug offences.
    private mutating func aboutSubject(of told: Range<Int>, _ sentence: Range<Int>) -> [Asked]? {
        let asking = stretch(sentence)
        guard asking.unread.isEmpty, isNarrative(told, .clause),
            // "Is that so?" is about all that was said.
            asking.readings.allSatisfy({ !$0.filled.isSubset(of: Self.restrictingNothing) }),
            // "In the latest quarter, is it?" is too.
            asking.tiers.first?.contains(where: asksWhether) != true
        else { return nil }
        // "I keep tripping over CSE. What does it mean?": letters may name a subject of the projects too.
        for cover in stretch(told).covers.prefix(Self.mostSubjects) {
            guard let subject = subject(of: cover, for: asking),
                let asked = asked(about: subject, asking)
            else { continue }
            note(asking)
            setAside(told)
            return asked
        }
        return nil
    }

    /// Whether it asks for yes or no, and says of nothing but a time and a place what is so.
    private func asksWhether(_ reading: Reading) -> Bool {
        reading.has(.ask, "is-it")
            && reading.filled.isSubset(of: Self.restrictingNothing.union([.period, .area]))
    }

    /// What a story read in one way lends a question.
    private func subject(of cover: Cover, for asking: Stretch) -> Reading? {
        guard
            cover.slots.isSubset(
                of: Self.subjects.union(Self.restrictingNothing).union(Self.claiming).union([.area, .period])),
            // "I have the figure for Q2. What was it in Q1?"
            !cover.slots.contains(.period) || asking.readings.allSatisfy({ $0.has(.period) }),
            let subject = Reading(cover)?.keeping(Self.subjects), !subject.isEmpty,
            // A story about two things lends neither, and one about "unheard-of drug offences" not those.
            Self.subjects.allSatisfy({ subject[$0].count < 2 }), !isSubjectQualified(cover)
        else { return nil }
        return subject
    }

    private func asked(about subject: Reading, _ asking: Stretch) -> [Asked]? {
        for tier in asking.tiers {
            let merged = tier.map { reading in
                subject.filled.reduce(into: reading) {
                    $0.set($1, reading.has($1) ? reading[$1] : subject[$1])
                }
            }
            if case .asked(let asked) = evaluate(merged, of: asking), !asked.contains(where: isUnspecific) {
                return asked
            }
        }
        return nil
    }

    /// What somebody may have claimed of the subject: "went from just under 20 per cent to about 16".
    private static let claiming: SlotSet = [
        .direction, .kind, .by, .fromNumber, .toNumber, .number, .approximately, .below, .above,
    ]

    /// In so many ways a story is looked at for what it is about.
    private static let mostSubjects = 4

    /// Whether a word that nobody can read stands beside what the story is about.
    private func isSubjectQualified(_ cover: Cover) -> Bool {
        let unread = Set(cover.unread)
        return cover.phrases.contains { phrase in
            phrase.assignments.contains { Self.subjects.contains($0.slot) }
                && (unread.contains(phrase.start - 1) || unread.contains(phrase.end))
        }
    }

    /// What a story can lend a question.
    static let subjects: SlotSet = [.crime, .topic, .acronym, .list]

    /// After "that" and after a mark somebody may begin to claim something.
    private func isClaimAfter(_ index: Int) -> Bool {
        tokens[index].text == "that" || tokens[index].kind == .pause
    }

    /// "I was chatting to the vicar and he had the impression": it holds nothing that a question could be about.
    private func isIntroduction(_ range: Range<Int>) -> Bool {
        let stretch = stretch(range)
        guard let cover = stretch.cover else { return true }
        return !cover.phrases.contains { phrase in
            phrase.assignments.contains { !Self.restrictingNothing.contains($0.slot) }
        } || isNarrative(range, .clause)
    }
}
