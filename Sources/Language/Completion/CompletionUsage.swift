import Facts

/// How the grammar's examples use its units: which of them they use, what follows what, and which slots go together.
struct CompletionUsage: Sendable {
    typealias Symbol = CompletionUnit.Symbol

    /// What is offered before anything of it was typed: the names of what is held, what the examples use, and beside
    /// each of these the first way of saying it in several words.
    let usual: [CompletionUnit]
    /// The names among them.
    let names: [CompletionUnit]
    /// Beside a unit of an example, by its order, other ways of saying it.
    let longerWays: [Int: [CompletionUnit]]
    let examples: [Example]
    private let byFirstToken: [String: [CompletionUnit]]

    /// An example that stands on its own.
    struct Example {
        let reading: Reading
        /// The start, then each unit.
        let pieces: [Piece]
    }

    /// A unit of an example.
    struct Piece {
        let symbol: Symbol
        /// Nil at the start and at the end.
        let unit: CompletionUnit?
        /// The words before it that belong to no unit: "the".
        let before: [String]
        /// All that follows it.
        let rest: String
        /// The same, as words.
        let restTokens: [String]

        /// Words before a name are of a kind of their own.
        var ownSymbol: Symbol {
            guard let unit, case .meaning = unit.symbol else { return .words(before) }
            return symbol
        }

        /// The words of an example that are offered together; those before a name stand for any name of its kind.
        var words: [String] {
            guard let unit, case .meaning = symbol else { return before }
            return before + unit.text.split(separator: " ").map { $0.lowercased() }
        }
    }

    init(of units: CompletionUnits, grammar: Grammar, today: Day) {
        let questions = grammar.exampleGroups.flatMap(\.questions)
        let names = (0..<units.names).compactMap { units.unit($0) }
        let used = Self.used(in: questions, units, after: units.names)
        let taken = Set((names + used).map(\.order))
        let others = (names + used).map { unit in
            (
                unit.order,
                units.longerWays(of: unit).filter { !taken.contains($0) }.compactMap { units.unit($0) }
            )
        }
        longerWays = Dictionary(others) { one, _ in one }
        let longer = Set(others.flatMap { $0.1.map(\.order) })
        let usual = names + used + longer.sorted().compactMap { units.unit($0) }
        self.usual = usual
        self.names = names
        let byFirstToken = Self.byFirstToken(usual)
        self.byFirstToken = byFirstToken
        let reader = MessageReader(grammar: grammar, today: today)
        examples = questions.compactMap { question in
            let outcome = reader.read(question, after: .empty, context: Context()).outcome
            guard case .asked(let asked) = outcome, let last = asked.last else { return nil }
            let tokens = Tokenizer.tokens(of: question)
            let words = tokens.map(\.text)
            let found = Self.pieces(of: words, byFirstToken)
            let pieces = found.map { unit, _, end, before in
                Piece(
                    symbol: unit.symbol, unit: unit, before: before,
                    rest: String(decoding: Array(question.utf8)[tokens[end - 1].end...], as: UTF8.self),
                    restTokens: Array(words[end...]))
            }
            let start = Piece(symbol: .start, unit: nil, before: [], rest: question, restTokens: words)
            let end = Piece(
                symbol: .end, unit: nil, before: Array(words[(found.last?.end ?? 0)...]), rest: "",
                restTokens: [])
            return Example(reading: last.fragment.reading, pieces: [start] + pieces + [end])
        }
    }

    /// Units that an example is made of, each the longest there.
    private static func used(in questions: [String], _ units: CompletionUnits, after first: Int)
        -> [CompletionUnit]
    {
        let questions = questions.map { Tokenizer.tokens(of: $0).map(\.text) }
        let texts = questions.map { " " + $0.joined(separator: " ") + " " }
        let found = (first..<units.texts.count).filter { index in
            let text = " \(units.texts[index].lowercased()) "
            return texts.contains { $0.contains(text) }
        }
        // "Did" and "who are" only lead up to what is asked.
        let asking = (Array(0..<first) + found).compactMap { units.unit($0) }.filter {
            !$0.slots.isSubset(of: joining)
        }
        let named = byFirstToken(asking)
        let used = questions.flatMap { pieces(of: $0, named).map(\.unit) }.filter { $0.order >= first }
        return Dictionary(used.map { ($0.order, $0) }) { one, _ in one }.values.sorted { $0.order < $1.order }
    }

    /// The longest first: "compared with" before "compared".
    private static func byFirstToken(_ units: [CompletionUnit]) -> [String: [CompletionUnit]] {
        Dictionary(grouping: units) { $0.tokens.first ?? "" }.mapValues { units in
            units.sorted { ($1.tokens.count, $0.order) < ($0.tokens.count, $1.order) }
        }
    }

    /// Units from left to right, each the longest there, with the words between them.
    private static func pieces(of tokens: [String], _ byFirstToken: [String: [CompletionUnit]]) -> [(
        unit: CompletionUnit, start: Int, end: Int, before: [String]
    )] {
        var found: [(CompletionUnit, Int, Int, [String])] = []
        var at = 0
        var between: [String] = []
        while at < tokens.count {
            let rest = tokens[at...]
            if let unit = byFirstToken[tokens[at]]?.first(where: { rest.starts(with: $0.tokens) }) {
                found.append((unit, at, at + unit.tokens.count, between))
                at += unit.tokens.count
                between = []
            } else {
                between.append(tokens[at])
                at += 1
            }
        }
        return found
    }

    // MARK: - A line that was begun

    /// What was said so far, as the examples are taken apart.
    struct Line {
        let said: Reading
        /// In a conversation the line may go on with what was talked about.
        let beginnings: [Symbol]
        let symbols: [Symbol]
        /// Words after the last unit.
        let between: [String]
        /// The last unit's tokens, counted from the end of the line.
        fileprivate let last: Range<Int>

        /// Whether a unit may begin so many tokens before the end: within one no other begins.
        func mayBegin(before count: Int) -> Bool { count <= last.lowerBound || count >= last.upperBound }
        var slots: SlotSet { said.filled.subtracting(joining) }

        /// How many of its last units are like the last of these. A crime type and a measure are subjects alike.
        fileprivate func likeness(to others: [Symbol]) -> Int {
            beginnings.map { beginning in
                zip(others.reversed(), symbols.reversed() + [beginning]).prefix { $0.kind == $1.kind }.count
            }.max() ?? 0
        }
    }

    func line(_ tokens: [String], said: Reading, isFollowUp: Bool) -> Line {
        let pieces = Self.pieces(of: tokens, byFirstToken)
        return Line(
            said: said, beginnings: isFollowUp ? [.start, .name(.crime)] : [.start],
            symbols: pieces.map(\.unit.symbol),
            between: Array(tokens[(pieces.last?.end ?? 0)...]),
            last: pieces.last.map { tokens.count - $0.end..<tokens.count - $0.start } ?? 0..<0)
    }

    /// The pieces of examples that follow where a line ends, with how many units before that are the same.
    func following(_ line: Line) -> [(piece: Piece, likeness: Int)] {
        examples.flatMap { example in
            example.pieces.indices.dropFirst().compactMap { index in
                let likeness = line.likeness(to: example.pieces[..<index].map(\.symbol))
                return likeness > 0 ? (example.pieces[index], likeness) : nil
            }
        }
    }

    /// What the likest examples say after the line's last unit and the words that stand there already.
    func rests(after line: Line) -> [String] {
        var rests: [(rest: String, likeness: Int)] = []
        for example in examples where line.slots.isSubset(of: example.reading.filled) {
            for index in example.pieces.indices {
                let likeness = line.likeness(to: example.pieces[...index].map(\.symbol))
                guard likeness > 0 else { continue }
                let piece = example.pieces[index]
                if line.between.isEmpty || !piece.restTokens.starts(with: line.between) {
                    rests.append((piece.rest, 2 * likeness - (line.between.isEmpty ? 0 : 1)))
                } else {
                    let tokens = piece.restTokens.dropFirst(line.between.count)
                    rests.append((tokens.joined(separator: " "), 2 * likeness))
                }
            }
        }
        var seen: Set<String> = []
        return rests.enumerated().sorted {
            ($1.element.likeness, $0.offset) < ($0.element.likeness, $1.offset)
        }
        .map(\.element.rest).filter { seen.insert($0).inserted }.prefix(mostRests).map(\.self)
    }

    /// Of each example that has all slots of a line, the slots that the line lacks; the nearest example first.
    func lacking(_ line: Line) -> [[(slot: Slot, values: [Value])]] {
        let lacking = examples.map(\.reading).filter { line.slots.isSubset(of: $0.filled) }.map { example in
            example.filled.subtracting(line.slots).subtracting(joining).sorted { $0.rawValue < $1.rawValue }
                .map {
                    (slot: $0, values: example[$0])
                }
        }
        return Array(lacking.filter { !$0.isEmpty }.sorted { $0.count < $1.count }.prefix(mostLacking))
    }
}

private let mostRests = 3
private let mostLacking = 2
/// How a message hangs together, not what it asks.
let joining: SlotSet = [.follow, .back, .ask, .aside]
