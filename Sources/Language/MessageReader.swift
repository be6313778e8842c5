import Facts

/// Reads a message: mends its spelling, takes it apart into sentences, sets aside what only gives background, and
/// finds the questions in the rest.
public struct MessageReader: Sendable {
    let grammar: Grammar
    let today: Day

    public init(grammar: Grammar, today: Day) {
        self.grammar = grammar
        self.today = today
    }

    /// Words and marks; a longer message is declined unread.
    static let longestMessage = 1_500

    /// - Parameters:
    ///   - fragment: the slots of the question before, which a follow-up is laid over.
    ///   - context: the figures answered about so far.
    public func read(_ message: String, after fragment: Fragment, context: Context) -> MessageReading {
        let written = Tokenizer.tokens(of: message)
        guard written.count <= Self.longestMessage else {
            return MessageReading(outcome: .tooLong, words: [], repairs: [], setAside: [])
        }
        let (tokens, repairs) = mended(written)
        let interpreter = Interpreter(grammar: grammar, today: today, context: context)
        var pass = MessagePass(
            message: message, tokens: tokens, grammar: grammar, interpreter: interpreter,
            last: fragment.reading)
        let outcome = pass.outcome()
        return MessageReading(
            outcome: outcome, words: pass.words(repairs: repairs), repairs: repairs.map(\.repair),
            setAside: pass.setAside.map { pass.text($0) })
    }

    /// Whether every word of a line is read by the grammar.
    public func isRead(_ line: String) -> Bool {
        let tokens = Tokenizer.tokens(of: line)
        return Cover.best(tokens, chart: Chart(tokens, grammar: grammar), grammar: grammar).first?.unread
            .isEmpty ?? true
    }

    private func mended(_ tokens: [Token]) -> ([Token], [(index: Int, repair: MessageReading.Repair)]) {
        var result = tokens
        var repairs: [(Int, MessageReading.Repair)] = []
        for (index, token) in tokens.enumerated() where token.isWord {
            guard let word = grammar.vocabulary.mended(token.text) else { continue }
            result[index] = Token(text: word, kind: .word, start: token.start, end: token.end)
            repairs.append((index, MessageReading.Repair(written: token.text, taken: word)))
        }
        return (result, repairs.map { (index: $0.0, repair: $0.1) })
    }
}

/// One message on its way to an outcome.
struct MessagePass {
    let message: String
    let tokens: [Token]
    let grammar: Grammar
    let interpreter: Interpreter
    /// The slots of the question before; those of the message's own first question for its second.
    var last: Reading
    private(set) var setAside: [Range<Int>] = []
    private var roles: [Int: String] = [:]

    init(message: String, tokens: [Token], grammar: Grammar, interpreter: Interpreter, last: Reading) {
        self.message = message
        self.tokens = tokens
        self.grammar = grammar
        self.interpreter = interpreter
        self.last = last
    }

    mutating func outcome() -> MessageReading.Outcome {
        let sentences = Sentences.split(tokens)
        if sentences.count > 1 {
            // Short notes are one question over several "sentences": "Public order. Q1. Thanks."
            let whole = unit(tokens.indices.map { $0 })
            if whole.unread.isEmpty, case .asked(let asked) = evaluate(whole) {
                note(whole)
                return .asked(asked)
            }
        }
        var asked: [Asked] = []
        var failures: [(outcome: MessageReading.Outcome, sentence: Range<Int>)] = []
        for sentence in sentences {
            let result = read(sentence)
            switch result {
            case .asked(let questions):
                asked += questions
                if let reading = questions.last?.fragment.reading { last = reading }
            case .none: continue
            case let outcome?: failures.append((outcome, sentence))
            }
        }
        if let failure = failures.first(where: {
            !isBackground($0.outcome, $0.sentence, hasQuestion: !asked.isEmpty)
        }) {
            return failures.map(\.outcome).first { if case .refused = $0 { true } else { false } }
                ?? failure.outcome
        }
        setAside += failures.map(\.sentence)
        if !asked.isEmpty { return .asked(asked) }
        return failures.first?.outcome ?? .notUnderstood([])
    }

    // MARK: - A sentence

    /// Slots that make no question by themselves: "Not the first quarter, not the change."
    private static let askingNothing: Set<Slot> = [.aside]
    /// Slots by which a stretch restricts what is asked, whoever tells it.
    private static let restricting: Set<Slot> = [
        .area, .except, .period, .whole, .since, .base, .complement, .others, .crossed,
    ]
    /// Slots by which a story asks and restricts nothing.
    private static let restrictingNothing: Set<Slot> = [
        .ask, .dates, .follow, .back, .aside, .source, .outsider,
    ]

    /// Nil for a sentence that says nothing: courtesy, or marks alone.
    private mutating func read(_ sentence: Range<Int>) -> MessageReading.Outcome? {
        let whole = unit(Array(sentence))
        note(whole)
        if whole.unread.isEmpty {
            if whole.isEmpty
                || whole.tiers.first?.allSatisfy({ $0.filled.isSubset(of: Self.askingNothing) }) == true
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
        if let kept = Clauses.withoutBackground(
            sentence, tokens: tokens, isRead: { unit(Array($0)).unread.isEmpty },
            isBackground: { isNarrative($0) })
        {
            let rest = unit(kept.kept)
            if rest.unread.isEmpty, !rest.isEmpty {
                let outcome = evaluate(rest)
                if case .asked = outcome {
                    setAside += kept.dropped
                    return outcome
                }
            }
        }
        if let outcome = split(sentence) { return outcome }
        if let refusal = refusal(whole) { return .refused(refusal, about: remainder(whole), .empty) }
        return .notUnderstood(whole.unread.map { tokens[$0].text })
    }

    /// Every place to split is tried, so a sentence longer than any two questions is left whole.
    private static let longestSplit = 80

    /// Two questions in one sentence: "what is it, and by how much did it change?"
    private mutating func split(_ sentence: Range<Int>) -> MessageReading.Outcome? {
        guard sentence.count <= Self.longestSplit else { return nil }
        for at in sentence where Clauses.isJoint(tokens[at]) && at > sentence.lowerBound {
            let left = unit(Array(sentence.lowerBound..<at))
            let right = unit(Array((at + 1)..<sentence.upperBound))
            guard left.unread.isEmpty, right.unread.isEmpty, !left.isEmpty, !right.isEmpty,
                case .asked(let first) = evaluate(left), let reading = first.last?.fragment.reading,
                // "Apart from domestic abuse, how many..." is one question.
                !reading.has(.except)
            else { continue }
            let before = last
            last = reading
            if case .asked(let second) = evaluate(right) {
                note(left)
                note(right)
                return .asked(first + second)
            }
            last = before
        }
        return nil
    }

    /// A stretch in which somebody tells of themselves, or that holds nothing the grammar knows. A stretch with a
    /// place in it is never set aside: it may be what the question is about.
    private func isNarrative(_ range: Range<Int>) -> Bool {
        let unit = unit(Array(range))
        guard !unit.unread.contains(where: { isName($0) }) else { return false }
        if unit.unread.isEmpty {
            // Read, and restricting nothing: "forgive me if this was covered at the last meeting".
            let isIdle =
                unit.tiers.first?.allSatisfy { $0.filled.isSubset(of: Self.restrictingNothing) } ?? true
            return isIdle && range.contains { grammar.source.narrators.contains(tokens[$0].text) }
        }
        let slots = unit.covers.first?.slots ?? []
        if !slots.isDisjoint(with: Self.restricting) { return false }
        // Much that cannot be read beside a cause or a cost is a story rather than a question.
        if range.contains(where: { grammar.source.restrictors.contains(tokens[$0].text) }) { return false }
        if unit.unread.count < 3, slots.contains(.unheld) { return false }
        return range.contains { grammar.source.narrators.contains(tokens[$0].text) }
    }

    /// An unread word with a capital inside a sentence is a name, and a name may be what the question is about.
    private func isName(_ index: Int) -> Bool {
        let token = tokens[index]
        let bytes = Array(message.utf8)
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[token.start]), index > 0 else {
            return false
        }
        if grammar.source.plainWords.contains(token.text) { return false }
        let isShouted = message.allSatisfy { !$0.isLowercase }
        return !isShouted && tokens[index - 1].kind != .pause
    }

    private func isBackground(_ outcome: MessageReading.Outcome, _ sentence: Range<Int>, hasQuestion: Bool)
        -> Bool
    {
        guard hasQuestion, tokens[sentence.upperBound - 1].text != "?" else { return false }
        switch outcome {
        case .notUnderstood: return isNarrative(sentence)
        case .asked, .refused, .unclear, .incomplete, .tooLong: return false
        }
    }

    // MARK: - Readings

    /// A run of tokens with its best covers.
    struct Unit {
        let tokens: [Int]
        let covers: [Cover]
        /// The readings, those of one likelihood together, the likeliest first.
        let tiers: [[Reading]]
        /// Indices into the message's tokens.
        let unread: [Int]
        var readings: [Reading] { Array(tiers.joined()) }

        static func tiers(_ readings: [(cost: Int, reading: Reading)]) -> [[Reading]] {
            var tiers: [[Reading]] = []
            var last: Int?
            for (cost, reading) in readings {
                if cost != last { tiers.append([]) }
                tiers[tiers.count - 1].append(reading)
                last = cost
            }
            return tiers
        }

        var isEmpty: Bool { covers.allSatisfy { $0.phrases.isEmpty } }
    }

    func unit(_ indices: [Int]) -> Unit {
        let run = indices.map { tokens[$0] }
        let chart = Chart(run, grammar: grammar)
        let covers = Cover.best(run, chart: chart, grammar: grammar)
        var seen: Set<Reading> = []
        let isOpened =
            indices.first == 0 && run.first.map { grammar.source.openers.contains($0.text) } == true
        let asksWhether = covers.first.map { beginsWithAuxiliary($0, run) } ?? false
        let readings = covers.compactMap { cover -> (cost: Int, reading: Reading)? in
            guard var reading = Reading(cover) else { return nil }
            // "Wasn't it one of them?" asks whether it was; "which did not fall?" asks for the others.
            let isNegativeQuestion = cover.phrases.contains { phrase in
                phrase.edge.name == "negated" && phrase.edge.end - phrase.start > 1
                    && beginsClause(phrase.start, cover, run)
            }
            if isNegativeQuestion { reading.set(.negated, nil) }
            // "Leaving drugs aside, what of the others?" says the same twice.
            if reading.has(.except) { reading.set(.others, nil) }
            reading.settleAsking(beginsWithAuxiliary: asksWhether || isNegativeQuestion)
            if isOpened, !reading.isEmpty { _ = reading.add(.word("yes"), to: .follow) }
            return seen.insert(reading).inserted ? (cover.cost, reading) : nil
        }
        return Unit(
            tokens: indices, covers: covers, tiers: Unit.tiers(readings),
            unread: (covers.first?.unread ?? []).map { indices[$0] })
    }

    /// Whether a clause of the run begins with "is", "did" and the like.
    private func beginsWithAuxiliary(_ cover: Cover, _ run: [Token]) -> Bool {
        let starts = cover.phrases.filter { phrase in
            guard case .slots(let assignments) = phrase.edge.value else { return false }
            return assignments.contains { $0.value == .word("auxiliary") }
        }.map(\.start)
        return starts.contains { beginsClause($0, cover, run) }
    }

    /// Whether nothing but small words stands before a token, or a mark that parts.
    private func beginsClause(_ start: Int, _ cover: Cover, _ run: [Token]) -> Bool {
        var taken = Set(cover.unread)
        for phrase in cover.phrases where phrase.start < start {
            taken.formUnion(phrase.start..<phrase.edge.end)
        }
        var at = start - 1
        while at >= 0, run[at].kind != .pause, !taken.contains(at) { at -= 1 }
        return at < 0 || run[at].kind == .pause
    }

    /// The likeliest readings that make a question decide; the others are looked at only when they make none.
    private func evaluate(_ unit: Unit) -> MessageReading.Outcome {
        var fallback: MessageReading.Outcome?
        // What every likeliest reading understands may not be read away as small words further down.
        let weighty = unit.tiers.first.map { Weight(of: $0) }
        for tier in unit.tiers {
            let tier = tier.filter { weighty?.isKept(by: $0) ?? true }
            switch evaluate(tier, of: unit) {
            case .asked(let asked): return .asked(asked)
            case .unclear(let questions): return .unclear(questions)
            case .refused(let refusal, let about, let fragment):
                return .refused(refusal, about: about, fragment)
            case .incomplete(let fragment): fallback = fallback ?? .incomplete(fragment)
            case .notUnderstood, .tooLong: continue
            }
        }
        if let fallback { return fallback }
        // Read to the last word, and about nothing: "up or down?", "the percentage for Q2, please".
        if let reading = unit.tiers.first?.first, unit.unread.isEmpty, reading.lacksOnlySubject {
            return .incomplete(Fragment(reading: reading))
        }
        return refusal(unit).map { .refused($0, about: remainder(unit), .empty) } ?? .notUnderstood([])
    }

    private func evaluate(_ readings: [Reading], of unit: Unit) -> MessageReading.Outcome {
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
                            fragment: Fragment(reading: reading)))
                case .refused(let refusal):
                    refusals.append(refusal)
                    refused = refused ?? Fragment(reading: reading)
                case .incomplete: incomplete.append(reading)
                }
            }
        }
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
    private func meanings(_ reading: Reading) -> [(Meaning, Reading, Bool)] {
        func isQuestion(_ meaning: Meaning) -> Bool { if case .incomplete = meaning { false } else { true } }
        var reading = reading
        // "And the Winchester ones?" after a list: the list that the sum paid for.
        if last.has(.list), reading.filled.isSubset(of: [.measure, .follow, .back]) {
            let paid = grammar.source.lists.filter { list in
                reading.words(.measure).contains { list.paidBy == [$0] }
            }
            if let list = paid.first {
                reading.set(.measure, nil)
                reading.set(.list, [.word(list.id)])
                if last.has(.ask, "how-many") { reading.set(.ask, [.word("how-many")]) }
            }
        }
        let own = interpreter.meanings(of: reading)
        let ownComplete = own.contains(where: isQuestion)
        var leaned: [(Meaning, Reading, Bool)] = []
        if !ownComplete || leansOnLast(reading), let merged = FollowUp.merged(reading, over: last) {
            leaned = interpreter.meanings(of: merged).filter(isQuestion).map { ($0, merged, true) }
        }
        return leaned.isEmpty ? own.map { ($0, reading, false) } : leaned
    }

    /// Words that could stand alone, and lean on the question before all the same: "and public order?"
    private func leansOnLast(_ reading: Reading) -> Bool {
        if reading.has(.period), reading.has(.crime) || reading.has(.measure) { return false }
        if reading.has(.topic), !reading.has(.list), last.has(.list) { return true }
        if reading.has(.follow) || reading.has(.back) { return true }
        return reading.filled.isSubset(of: [.crime, .area, .period, .kind, .acronym])
    }

    /// The question that is left when what is never held is taken out.
    private func remainder(_ unit: Unit) -> Asked? {
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
    private func refusal(_ unit: Unit) -> Refusal? {
        for reading in unit.readings {
            if reading.has(.unheld) { return .unheld(reading.words(.unheld)) }
            let areas = reading.words(.area).filter { area in
                !grammar.catalogue.held.keys.contains { $0.area == area }
            }
            if !areas.isEmpty { return .areas(areas) }
            let crimes = reading.words(.crime).filter { crime in
                !grammar.catalogue.held.keys.contains { $0.crimeType == crime }
            }
            if !crimes.isEmpty { return .crimeTypes(crimes) }
        }
        return nil
    }

    // MARK: - Words

    private mutating func note(_ unit: Unit) {
        guard let cover = unit.covers.first else { return }
        for phrase in cover.phrases {
            for at in phrase.start..<phrase.edge.end { roles[unit.tokens[at]] = phrase.edge.name }
        }
        for at in unit.unread { roles[at] = "unknown" }
    }

    func words(repairs: [(index: Int, repair: MessageReading.Repair)]) -> [Reply.Word] {
        let aside = Set(setAside.joined())
        return tokens.enumerated().filter { $0.element.kind != .pause && $0.element.kind != .joint }.map {
            index, token in
            let role = aside.contains(index) ? "background" : roles[index] ?? "small word"
            return Reply.Word(
                text: original(token), start: token.start, end: token.end, read: role)
        }
    }

    private func original(_ token: Token) -> String {
        String(decoding: Array(message.utf8)[token.start..<token.end], as: UTF8.self)
    }

    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: Array(message.utf8)[tokens[first].start..<tokens[last].end], as: UTF8.self)
    }
}
