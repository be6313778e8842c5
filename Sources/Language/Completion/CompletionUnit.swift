import Facts

/// Words that the grammar reads as one thing, ready to be offered: "drug offences", "compared with", "highest".
struct CompletionUnit: Sendable {
    /// As it is offered: in small letters, but for letters that stand for something, and without punctuation.
    let text: String
    /// As a message is taken apart.
    let tokens: [String]
    /// What it adds to the meaning.
    let reading: Reading
    /// Its place among the grammar's units.
    let order: Int

    var slots: SlotSet { reading.filled }

    /// So many of its kind are offered before others have had their turn.
    var mostBesides: Int {
        switch symbol {
        case .name(.crime): 15
        case .name(.period): 3
        case .name: 5
        default: 3
        }
    }

    /// Whether figures can be asked about it, or of it.
    var isSubject: Bool {
        switch symbol {
        case .name(.crime), .name(.measure), .name(.period), .name(.area): true
        default: false
        }
    }

    /// What it is to the words beside it: a name is like every name of its kind.
    var symbol: Symbol {
        let slots = Array(slots)
        if slots.count == 1, let slot = slots.first, Self.names.contains(slot) { return .name(slot) }
        return .meaning(reading)
    }

    enum Symbol: Hashable, Sendable {
        case start
        case name(Slot)
        case meaning(Reading)
        case words([String])
        case end

        /// What stands in the same places.
        var kind: Symbol { self == .name(.measure) ? .name(.crime) : self }
    }

    private static let names: SlotSet = [
        .crime, .measure, .area, .period, .list, .topic, .acronym, .passage,
    ]
}

/// The units of a grammar, in the order of its files; before them the periods held and the proper names of what is
/// held. Each is read when it is asked for: there are thousands.
struct CompletionUnits: Sendable {
    let texts: [String]
    private let inSmallLetters: [String]
    /// How many of them are names.
    let names: Int
    /// The sequences of two words that mean what a sequence means.
    private let longer: [String: [Int]]
    /// How many sequences begin with the same two words.
    private let openings: [String: Int]
    private let meanings: [String]
    private let grammar: Grammar
    private let today: Day

    /// Longer ones are whole clauses, of which the beginnings are units too.
    private static let mostWords = 5
    private static let mostLonger = 2
    /// What nothing is held for leads to no answer, and courtesy leads nowhere.
    private static let leadingNowhere: SlotSet = [.unheld, .outsider, .others, .crossed, .aside]

    init(_ grammar: Grammar, graph: SequenceGraph, today: Day) {
        self.grammar = grammar
        self.today = today
        var texts: [String] = []
        var meanings: [String] = []
        var longer: [String: [Int]] = [:]
        var openings: [String: Int] = [:]
        var seen: Set<String> = []
        func add(_ text: String, meaning: String) {
            guard Self.isPlain(text), seen.insert(text.lowercased()).inserted else { return }
            if text.split(separator: " ").count == 2 { longer[meaning, default: []].append(texts.count) }
            texts.append(text)
            meanings.append(meaning)
        }
        for name in Self.periods(of: grammar.catalogue) + Self.properNames(of: grammar) {
            add(name, meaning: name)
        }
        names = texts.count
        let letters = grammar.catalogue.acronyms.map(\.letters)
        let acronyms = Dictionary(letters.map { ($0.lowercased(), $0) }) { first, _ in first }
        for sequence in WordSequences(graph, most: Self.mostWords).all {
            if sequence.words.count > 1 {
                openings[sequence.words.prefix(2).joined(separator: " "), default: 0] += 1
            }
            add(sequence.words.map { acronyms[$0] ?? $0 }.joined(separator: " "), meaning: sequence.meaning)
        }
        self.texts = texts
        inSmallLetters = texts.map { $0.lowercased() }
        self.meanings = meanings
        self.longer = longer
        self.openings = openings
    }

    /// Nil when nothing that leads to an answer is read in it.
    func unit(_ index: Int) -> CompletionUnit? {
        let tokens = Tokenizer.tokens(of: texts[index])
        guard let cover = grammar.likeliestCover(of: tokens), cover.unread.isEmpty,
            let reading = Reading(cover),
            !reading.isEmpty, reading.filled.isDisjoint(with: Self.leadingNowhere)
        else { return nil }
        let interpreter = Interpreter(grammar: grammar, today: today, context: Context())
        guard interpreter.unheldAreas(reading).isEmpty, interpreter.unheldCrimes(reading).isEmpty else {
            return nil
        }
        return CompletionUnit(
            text: texts[index], tokens: tokens.map(\.text), reading: reading, order: index)
    }

    /// Those that begin so, and of several that mean the same the first.
    func meanings(beginningWith text: String) -> [Int] {
        var seen: Set<String> = []
        return texts.indices.filter {
            inSmallLetters[$0].hasPrefix(text) && seen.insert(meanings[$0]).inserted
        }
    }

    /// Two words that say the same as one, those that the grammar has most uses for.
    func longerWays(of unit: CompletionUnit) -> [Int] {
        guard !unit.text.contains(" ") else { return [] }
        let ways = (longer[meanings[unit.order]] ?? []).map { ($0, openings[texts[$0].lowercased()] ?? 0) }
        return ways.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.mostLonger).map(\.0)
    }

    /// Without punctuation, but for the stroke of a financial year, and more than a number.
    static func isPlain(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.contains { $0.contains(where: \.isLetter) }
            && words.allSatisfy { word in
                word.allSatisfy { $0.isLetter || $0.isNumber }
                    || word.first?.isNumber == true && word.allSatisfy { $0.isNumber || $0 == "/" }
            }
    }

    /// As messages are taken apart: brackets go.
    private static func properNames(of grammar: Grammar) -> [String] {
        let held = grammar.catalogue.held
        let crimes = grammar.codelists.crimeTypes.filter { held.holds(crimeType: $0.id) }
        let measures = grammar.codelists.measures.filter { held.holds(measure: $0.id) }
        let areas = grammar.codelists.areas.filter {
            grammar.areas.contains($0.id) && held.holds(area: $0.id)
        }
        let names =
            crimes.map(\.name) + measures.map(\.name) + areas.map(\.name)
            + grammar.definitions.lists.map(\.name)
            + grammar.catalogue.acronyms.map(\.letters) + grammar.catalogue.passages.map(\.name)
        return names.map { name in name.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") }
    }

    /// `Q2`, then `Q2 2022/23`, then `July to September 2022`; of each the latest first.
    private static func periods(of catalogue: Catalogue) -> [String] {
        let held = catalogue.held.periods.reversed()
        let months = held.map { period in
            let (first, last) = (Day.monthNames[period.start.month - 1], Day.monthNames[period.end.month - 1])
            return "\(first) to \(last) \(period.end.year)"
        }
        return held.map(\.shortLabel) + held.map(\.label) + months
    }
}

extension Grammar {
    /// Nil for no words.
    func likeliestCover(of tokens: [Token]) -> Cover? {
        let chart = Chart(tokens, lexicon: lexicon)
        return CoverSearch(chart).best(of: tokens.indices).first
    }

    func isFiller(_ token: Token) -> Bool { lexicon.lexeme(token).isFiller }
}
