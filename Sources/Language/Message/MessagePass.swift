import Facts

/// One message on its way to an outcome.
struct MessagePass {
    let message: String
    /// The message's own, which the tokens' places count.
    let utf8: [UInt8]
    let tokens: [Token]
    let grammar: Grammar
    var interpreter: Interpreter
    let search: CoverSearch
    /// What has been made of runs of the tokens: several steps look at the same one.
    let stretches = Stretches()
    /// The slots of the question before; those of the message's own first question for its second.
    var last: Reading
    /// Tells apart what is leant on: a number of its own for each of the message's questions.
    var ground = 0
    private(set) var setAside: [Range<Int>] = []
    /// What each token was read as; nil for small words.
    var roles: [String?]

    init(message: String, tokens: [Token], grammar: Grammar, interpreter: Interpreter, last: Reading) {
        self.message = message
        utf8 = Array(message.utf8)
        self.tokens = tokens
        self.grammar = grammar
        self.interpreter = interpreter
        self.last = last
        roles = Array(repeating: nil, count: tokens.count)
        search = CoverSearch(Chart(tokens, lexicon: grammar.lexicon))
    }

    /// The tokens as the lexicon knows them.
    var lexemes: [Lexeme] { search.chart.lexemes }

    mutating func outcome() -> MessageReading.Outcome {
        let sentences = Sentences.split(tokens) { lexemes[$0].flags.contains(.interrogative) }
        if sentences.count > 1, !sentences.contains(where: isTold) || !sentences.contains(where: asksByItself)
        {
            // Short notes are one question over several "sentences": "Public order. Q1. Thanks."
            let whole = stretch(tokens.indices)
            if whole.unread.isEmpty, case .asked(let asked) = evaluate(whole) {
                note(whole)
                return .asked(asked)
            }
        }
        var asked: [Asked] = []
        var failures: [(outcome: MessageReading.Outcome, sentence: Range<Int>)] = []
        for sentence in sentences {
            var result = read(sentence)
            // What says too little by itself leans on the sentence before, when that asked nothing.
            if needsMore(result), let told = failures.last?.sentence, told.upperBound == sentence.lowerBound,
                tokens[told.upperBound - 1].text != "?", let questions = leaning(sentence, on: told)
            {
                failures.removeLast()
                result = .asked(questions)
            }
            switch result {
            case .asked(let questions):
                if sentences.count > 1, isRestriction(sentence, questions) { return .notUnderstood([]) }
                asked += questions
                if let question = questions.last { lean(on: question) }
            case .none: continue
            case let outcome?: failures.append((outcome, sentence))
            }
        }
        if let failure = failures.first(where: {
            !isBackground($0.outcome, $0.sentence, of: asked)
        }) {
            return failures.map(\.outcome).first { if case .refused = $0 { true } else { false } }
                ?? failure.outcome
        }
        if !asked.isEmpty,
            let lost = failures.first(where: { widens(asked, without: $0.sentence, .sentence) })
        {
            return lost.outcome
        }
        setAside += failures.map(\.sentence)
        if !asked.isEmpty { return .asked(asked) }
        return failures.first?.outcome ?? .notUnderstood([])
    }

    /// What comes next in the message may lean on a question of its own.
    mutating func lean(on asked: Asked) {
        last = asked.fragment.reading
        ground = stretches.nextGround()
        // Two questions in one breath are put side by side; the second need not keep what the first was about.
        interpreter.context.asked = nil
    }

    /// "Violnce inj, second q?" leaves drugs, whatever it says of violence.
    func leavesSubject(_ outcome: MessageReading.Outcome) -> Bool {
        guard case .notUnderstood(let words) = outcome, !words.isEmpty else { return false }
        let slots = stretch(tokens.indices).cover?.slots ?? []
        return !slots.isDisjoint(with: [.crime, .measure, .list, .passage, .acronym])
    }

    /// What suggestions start from.
    func heard(_ outcome: MessageReading.Outcome) -> [Fragment] {
        if case .asked = outcome { return [] }
        return search.best(of: tokens.indices).prefix(Self.mostHeard).map(Fragment.init(heard:)).distinct
    }

    /// Of a long message there may be a hundred ways, and the first few differ where it matters: "on drugs" is about a
    /// crime type or a project.
    private static let mostHeard = 12

    private func needsMore(_ outcome: MessageReading.Outcome?) -> Bool {
        switch outcome {
        case .asked(let asked): asked.contains { isUnspecific($0) }
        case .incomplete, .notUnderstood, .unclear: true
        case .refused, .tooLong, nil: false
        }
    }

    /// Whether a sentence ends as a question, and is one without those around it.
    private func asksByItself(_ sentence: Range<Int>) -> Bool {
        let stretch = stretch(sentence)
        guard tokens[sentence.upperBound - 1].text == "?", stretch.unread.isEmpty else { return false }
        if case .asked = evaluate(stretch) { return true }
        return false
    }

    /// "Excluding drugs. How many crimes?", "I mean young people. What was the rate?": a sentence that asks nothing
    /// limits what is asked beside it.
    private func isRestriction(_ sentence: Range<Int>, _ asked: [Asked]) -> Bool {
        guard tokens[sentence.upperBound - 1].text != "?" else { return false }
        return asked.contains { one in
            let reading = one.fragment.reading
            let excepts =
                reading.has(.except) && reading.filled.isSubset(of: [.except, .crime, .aside, .follow])
            let isOfLetters =
                reading.has(.acronym) && reading.filled.isSubset(of: [.acronym, .aside, .follow])
            // "I'm looking at the under 25s" is no condition on figures talked about before.
            let isCondition =
                one.isFollowUp
                && stretch(sentence).tiers.first?.contains {
                    !$0.filled.isDisjoint(with: Self.conditions) && !$0.has(.ask)
                } == true
            return excepts || isCondition || isOfLetters
                || one.assumptions.contains(.list) && reading.filled.isDisjoint(with: [.ask])
        }
    }

    mutating func setAside(_ stretch: Range<Int>) { setAside.append(stretch) }

    // MARK: - A sentence

    /// Nil for a sentence that says nothing: courtesy, or marks alone.
    mutating func read(_ sentence: Range<Int>) -> MessageReading.Outcome? {
        let whole = stretch(sentence)
        note(whole)
        if whole.unread.isEmpty {
            if whole.isEmpty
                || whole.tiers.first?.allSatisfy({
                    $0.filled.isSubset(of: Self.askingNothing) && !$0.has(.aside, "period")
                }) == true
            {
                return nil
            }
            let outcome = evaluate(whole)
            if case .asked(let asked) = outcome {
                // "Who are the partners, and what is the vision?" asks both.
                let isTwofold = asked.contains {
                    $0.fragment.reading.has(.list) && $0.fragment.reading.has(.passage)
                }
                return (isTwofold ? split(sentence) : nil) ?? outcome
            }
            if case .refused = outcome { return outcome }
            return split(sentence) ?? outcome
        }
        var several: MessageReading.Outcome?
        if let kept = withoutBackground(sentence) {
            let rest = stretch(kept.kept)
            if rest.unread.isEmpty, asksSomething(rest) {
                let outcome = evaluate(rest)
                if case .asked(let asked) = outcome,
                    !kept.dropped.contains(where: { widens(asked, without: $0, .clause) })
                {
                    setAside += kept.dropped
                    return outcome
                }
                if case .unclear = outcome { several = outcome }
            }
        }
        if let outcome = split(sentence) ?? several { return outcome }
        if let refusal = refusal(whole) { return .refused(refusal, about: remainder(whole), .empty) }
        return .notUnderstood(whole.unread.map { tokens[$0].text })
    }

    /// "Scratch that" asks for nothing without what came after it.
    private func asksSomething(_ stretch: Stretch) -> Bool {
        stretch.tiers.first?.contains { !$0.filled.isSubset(of: [.follow, .back, .aside]) } ?? false
    }
}
