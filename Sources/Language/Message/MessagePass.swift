import Facts

/// One message on its way to an outcome.
struct MessagePass {
    let message: String
    /// The message's own, which the tokens' places count.
    let utf8: [UInt8]
    let tokens: [Token]
    let grammar: Grammar
    let interpreter: Interpreter
    let search: CoverSearch
    /// What has been made of runs of the tokens: several steps look at the same one.
    let units = Units()
    /// The slots of the question before; those of the message's own first question for its second.
    var last: Reading
    private(set) var setAside: [Range<Int>] = []
    /// What each token was read as; nil for small words.
    private var roles: [String?]

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
            let whole = unit(tokens.indices)
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
                if let reading = questions.last?.fragment.reading { last = reading }
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

    /// "Violnce inj, second q?" leaves drugs, whatever it says of violence.
    func leavesSubject(_ outcome: MessageReading.Outcome) -> Bool {
        guard case .notUnderstood(let words) = outcome, !words.isEmpty else { return false }
        let slots = unit(tokens.indices).cover?.slots ?? []
        return !slots.isDisjoint(with: [.crime, .measure, .list, .passage, .acronym])
    }

    private func needsMore(_ outcome: MessageReading.Outcome?) -> Bool {
        switch outcome {
        case .asked(let asked): asked.contains { isUnspecific($0) }
        case .incomplete, .notUnderstood, .unclear: true
        case .refused, .tooLong, nil: false
        }
    }

    /// Whether a sentence ends as a question, and is one without those around it.
    private func asksByItself(_ sentence: Range<Int>) -> Bool {
        let unit = unit(sentence)
        guard tokens[sentence.upperBound - 1].text == "?", unit.unread.isEmpty else { return false }
        if case .asked = evaluate(unit) { return true }
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
                && unit(sentence).tiers.first?.contains {
                    !$0.filled.isDisjoint(with: Self.conditions) && !$0.has(.ask)
                } == true
            return excepts || isCondition || isOfLetters
                || one.assumptions.contains(.list) && reading.filled.isDisjoint(with: [.ask])
        }
    }

    mutating func setAside(_ stretch: Range<Int>) { setAside.append(stretch) }

    // MARK: - A sentence

    /// Slots that make no question by themselves: "Not the first quarter, not the change."
    static let askingNothing: SlotSet = [.aside]
    /// Slots by which a stretch restricts what is asked, whoever tells it.
    static let restricting: SlotSet = excepting.union([.area, .period, .crossed])
    /// Those of them that a sentence of its own may not fill beside any question.
    static let excepting: SlotSet = [
        .except, .whole, .since, .base, .complement, .others, .together, .leftOut, .none,
    ]
    /// Slots by which a clause asks, unless it is plainly a story.
    static let asking: SlotSet = [.kind, .direction, .extreme, .arithmetic, .rank, .per]
    /// Slots by which a story asks and restricts nothing.
    static let restrictingNothing: SlotSet = [
        .ask, .dates, .follow, .back, .aside, .source, .outsider,
    ]

    /// Nil for a sentence that says nothing: courtesy, or marks alone.
    mutating func read(_ sentence: Range<Int>) -> MessageReading.Outcome? {
        let whole = unit(sentence)
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
            let rest = unit(kept.kept)
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
    private func asksSomething(_ unit: Unit) -> Bool {
        unit.tiers.first?.contains { !$0.filled.isSubset(of: [.follow, .back, .aside]) } ?? false
    }

    /// Every place to split is tried, so a sentence longer than any two questions is left whole.
    static let longestSplit = 80

    /// "The county and the city combined" is one thing, whether or not it can be answered, and no two questions.
    private func namesOne(_ sentence: Range<Int>) -> Bool {
        let reading = unit(sentence).cover.flatMap { Reading($0) }
        return reading?.filled.isDisjoint(with: [.together, .leftOut]) == false
    }

    /// Two questions in one sentence: "what is it, and by how much did it change?"
    mutating func split(_ sentence: Range<Int>) -> MessageReading.Outcome? {
        guard sentence.count <= Self.longestSplit, !namesOne(sentence) else { return nil }
        for at in sentence where Clauses.isJoint(tokens[at]) && at > sentence.lowerBound {
            let left = unit(sentence.lowerBound..<at)
            let right = unit((at + 1)..<sentence.upperBound)
            guard left.unread.isEmpty, right.unread.isEmpty, !left.isEmpty, !right.isEmpty,
                case .asked(let first) = evaluate(left), let reading = first.last?.fragment.reading,
                // "Apart from domestic abuse, how many..." is one question.
                !reading.has(.except), !reading.has(.arithmetic),
                !reading.has(.against) || reading.has(.period)
            else { continue }
            let before = last
            last = reading
            // A mark before a fragment parts no questions: "total crime 2025: Portsmouth v Southampton" is one.
            if case .asked(let second) = evaluate(right), !isOneCondition(first, second),
                !isOneClaim(first, second),
                tokens[at].isWord || !second.contains(where: { $0.isFollowUp && !asksByItself($0) })
            {
                note(left)
                note(right)
                return .asked(first + second)
            }
            last = before
        }
        return nil
    }

    /// "Districts with more than 50 burglaries and fewer than 10 robberies" are those that both hold for.
    private func isOneCondition(_ first: [Asked], _ second: [Asked]) -> Bool {
        guard let reading = first.last?.fragment.reading, reading.has(.which) else { return false }
        return !reading.filled.isDisjoint(with: Self.conditions)
            && second.contains {
                $0.isFollowUp && !$0.fragment.reading.filled.isDisjoint(with: Self.conditions)
            }
    }

    /// "The partners are the police and the council, right?" claims one thing of a list.
    private func isOneClaim(_ first: [Asked], _ second: [Asked]) -> Bool {
        guard case .items(let left)? = first.last?.question, case .items(let right)? = second.first?.question,
            left.lists == right.lists
        else { return false }
        return second.contains { $0.fragment.reading.has(.ask, "is-it") }
            && !first.contains { $0.fragment.reading.has(.ask) }
    }

    /// Slots by which only some of several are meant.
    static let conditions: SlotSet = [.above, .atLeast, .below, .atMost, .between, .none]

    private func asksByItself(_ asked: Asked) -> Bool {
        asked.fragment.reading.has(.ask) || asked.fragment.reading.has(.follow)
    }

    // MARK: - Words

    mutating func note(_ unit: Unit) {
        guard let cover = unit.cover else { return }
        for phrase in cover.phrases {
            let name = grammar.lexicon.text(phrase.name)
            for at in phrase.start..<phrase.end { roles[unit.tokens[at]] = name }
        }
        for at in unit.unread { roles[at] = "unknown" }
    }

    func words(repairs: [(index: Int, repair: MessageReading.Repair)]) -> [Reply.Word] {
        var words: [Reply.Word] = []
        words.reserveCapacity(tokens.count)
        for index in tokens.indices where tokens[index].kind != .pause && tokens[index].kind != .joint {
            let isAside = setAside.contains { $0.contains(index) }
            words.append(
                Reply.Word(
                    text: original(tokens[index]), start: tokens[index].start, end: tokens[index].end,
                    read: isAside ? "background" : roles[index] ?? "small word"))
        }
        return words
    }

    func original(_ token: Token) -> String {
        String(decoding: utf8[token.start..<token.end], as: UTF8.self)
    }

    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: utf8[tokens[first].start..<tokens[last].end], as: UTF8.self)
    }
}
