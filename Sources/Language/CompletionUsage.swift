import Facts

/// How the grammar's examples use its units: which of them they use, what follows what, and which slots go together.
struct CompletionUsage: Sendable {
    typealias Symbol = CompletionUnit.Symbol

    /// What is offered before anything of it was typed: the names of what is held, what the examples use, and beside
    /// each of these the first way of saying it in several words.
    let usual: [CompletionUnit]
    private let examples: [Example]
    private let byFirstToken: [String: [CompletionUnit]]

    /// An example that stands on its own.
    private struct Example {
        let reading: Reading
        /// The start, then each unit.
        let pieces: [Piece]
    }

    /// A unit of an example.
    private struct Piece {
        let symbol: Symbol
        /// Nil at the start.
        let unit: CompletionUnit?
        /// The words before it that belong to no unit: "the".
        let before: [String]
        /// All that follows it.
        let rest: String
    }

    init(of units: CompletionUnits, grammar: Grammar, today: Day) {
        let questions = grammar.exampleGroups.flatMap(\.questions)
        var usual = (0..<units.names).compactMap { units.unit($0) }
        usual += Self.used(in: questions, units, after: units.names)
        let taken = Set(usual.map(\.order))
        let others = usual.compactMap { units.longerWay(of: $0) }.filter { !taken.contains($0) }
        usual += Set(others).sorted().compactMap { units.unit($0) }
        self.usual = usual
        let byFirstToken = Self.byFirstToken(usual)
        self.byFirstToken = byFirstToken
        let reader = MessageReader(grammar: grammar, today: today)
        examples = questions.compactMap { question in
            let outcome = reader.read(question, after: .empty, context: Context()).outcome
            guard case .asked(let asked) = outcome, let last = asked.last else { return nil }
            let tokens = Tokenizer.tokens(of: question)
            let pieces = Self.pieces(of: tokens.map(\.text), byFirstToken).map { unit, start, end, before in
                Piece(
                    symbol: unit.symbol, unit: unit, before: before,
                    rest: String(decoding: Array(question.utf8)[tokens[end - 1].end...], as: UTF8.self))
            }
            let start = Piece(symbol: .start, unit: nil, before: [], rest: question)
            return Example(reading: last.fragment.reading, pieces: [start] + pieces)
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
        let named = byFirstToken((Array(0..<first) + found).compactMap { units.unit($0) })
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
        fileprivate let symbols: [Symbol]
        /// Words after the last unit.
        fileprivate let between: [String]
        /// The last unit's tokens, counted from the end of the line.
        fileprivate let last: Range<Int>

        /// Whether a unit may begin so many tokens before the end: within one no other begins.
        func mayBegin(before count: Int) -> Bool { count <= last.lowerBound || count >= last.upperBound }
        var slots: SlotSet { said.filled.subtracting(joining) }
    }

    func line(_ tokens: [String], said: Reading) -> Line {
        let pieces = Self.pieces(of: tokens, byFirstToken)
        return Line(
            said: said, symbols: [.start] + pieces.map(\.unit.symbol),
            between: Array(tokens[(pieces.last?.end ?? 0)...]),
            last: pieces.last.map { tokens.count - $0.end..<tokens.count - $0.start } ?? 0..<0)
    }

    /// The pieces of examples that follow where a line ends, with how many units before that are the same.
    private func following(_ line: Line) -> [(piece: Piece, likeness: Int, example: Example)] {
        examples.flatMap { example in
            example.pieces.indices.dropFirst().compactMap { index in
                let before = example.pieces[..<index].map(\.symbol).reversed()
                let likeness = zip(before, line.symbols.reversed()).prefix { $0 == $1 }.count
                return likeness > 0 ? (example.pieces[index], likeness, example) : nil
            }
        }.sorted { $0.likeness > $1.likeness }
    }

    /// What may follow, the likeliest first: what does in the likest examples; then of the candidates the usual, by what
    /// examples have together with what was said; a few of each kind before more of one.
    func ranked(_ candidates: [CompletionUnit], after line: Line) -> [String] {
        var likeness: [Symbol: Int] = [:]
        var ways: [(text: String, unit: CompletionUnit)] = []
        for (piece, count, _) in following(line) {
            likeness[piece.symbol] = max(likeness[piece.symbol] ?? 0, count)
            if let way = bridge(to: piece, after: line) { ways.append(way) }
        }
        let bridged = Set(ways.map(\.unit.order))
        ways += candidates.filter { !bridged.contains($0.order) }.map { ($0.text, $0) }
        var together: [SlotSet: Int] = [:]
        for own in Set(candidates.map(\.slots)) {
            let union = line.slots.union(own.subtracting(joining))
            together[own] = union == line.slots ? 0 : examples.count { union.isSubset(of: $0.reading.filled) }
        }
        let isUsual = Set(usual.map(\.order))
        let ranked = ways.enumerated().map { place, way in
            let rank = (
                isUsual.contains(way.unit.order) ? 0 : 1, -likeness[way.unit.symbol, default: 0],
                -together[way.unit.slots, default: 0], place
            )
            return (way: way, rank: rank)
        }.sorted { $0.rank < $1.rank }.map(\.way)
        var taken: [Symbol: Int] = [:]
        var (few, rest): ([String], [String]) = ([], [])
        for (text, unit) in ranked {
            taken[unit.symbol, default: 0] += 1
            if taken[unit.symbol, default: 0] <= unit.mostBesides {
                few.append(text)
            } else {
                rest.append(text)
            }
        }
        return few + rest
    }

    /// A unit with the words before it, which the line may have begun: "which crime type" at the start, "the highest"
    /// after "had". A name stands for any other, and comes by itself.
    private func bridge(to piece: Piece, after line: Line) -> (text: String, unit: CompletionUnit)? {
        guard let unit = piece.unit, case .meaning = unit.symbol, piece.before.starts(with: line.between),
            piece.before.allSatisfy(CompletionUnits.isPlain)
        else { return nil }
        return ((piece.before.dropFirst(line.between.count) + [unit.text]).joined(separator: " "), unit)
    }

    /// What the likest examples say after the line's last unit.
    func rests(after line: Line) -> [String] {
        var rests: [(rest: String, likeness: Int)] = []
        for example in examples where line.slots.isSubset(of: example.reading.filled) {
            for index in example.pieces.indices {
                let before = example.pieces[...index].map(\.symbol).reversed()
                let likeness = zip(before, line.symbols.reversed()).prefix { $0 == $1 }.count
                if likeness > 0 { rests.append((example.pieces[index].rest, likeness)) }
            }
        }
        var seen: Set<String> = []
        return rests.sorted { $0.likeness > $1.likeness }.map(\.rest).filter { seen.insert($0).inserted }
            .prefix(mostRests).map(\.self)
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
private let joining: SlotSet = [.follow, .back, .ask, .aside]
