import Notation

/// A line of the grammar that says how something is asked, taken apart into every sequence it stands for.
///
///     [the] (fall | drop) in <crime type>
///
/// stands for four sequences. A name may be given to what is read: `<from: period> to <to: period>`.
struct Pattern {
    enum Symbol: Hashable {
        case word(String)
        case part(String)
    }

    struct Sequence {
        var symbols: [Symbol] = []
        /// The name of each part, in the order of the parts.
        var captures: [String] = []
    }

    let sequences: [Sequence]

    /// Which parts each name may be read by.
    var parts: [String: Set<String>] {
        var parts: [String: Set<String>] = [:]
        for sequence in sequences {
            let read = sequence.symbols.compactMap { if case .part(let part) = $0 { part } else { nil } }
            for (name, part) in zip(sequence.captures, read) { parts[name, default: []].insert(part) }
        }
        return parts
    }

    /// More sequences than this is a mistake: the line should be split or a part taken out of it.
    static let mostSequences = 1_000

    init(_ field: Block.Field, text: String? = nil, offset: Int = 0, problems: inout [Problem]) {
        var parser = PatternParser(characters: Array(text ?? field.value), field: field, offset: offset)
        let sequences = parser.alternatives(until: nil)
        problems += parser.problems
        if sequences.contains(where: \.symbols.isEmpty), parser.problems.isEmpty {
            problems.append(
                field.problem("this can be empty; something has to be outside of [ ]", offset: offset))
        }
        self.sequences = parser.problems.isEmpty ? sequences.filter { !$0.symbols.isEmpty } : []
    }
}

private struct PatternParser {
    let characters: [Character]
    let field: Block.Field
    let offset: Int
    var at = 0
    var problems: [Problem] = []

    init(characters: [Character], field: Block.Field, offset: Int) {
        self.characters = characters
        self.field = field
        self.offset = offset
    }

    mutating func alternatives(until close: Character?) -> [Pattern.Sequence] {
        let opened = at - 1
        var finished: [Pattern.Sequence] = []
        var current = [Pattern.Sequence()]
        while at < characters.count {
            let character = characters[at]
            switch character {
            case " ", "\t": at += 1
            case "[":
                at += 1
                let inner = alternatives(until: "]")
                current = current + product(current, inner)
            case "(":
                at += 1
                let inner = alternatives(until: ")")
                current = product(current, inner)
            case "|":
                at += 1
                finished += current
                current = [Pattern.Sequence()]
            case "]", ")":
                guard character == close else {
                    problem("'\(character)' closes nothing", at)
                    at += 1
                    continue
                }
                at += 1
                return finished + current
            case "<" where at + 1 < characters.count && characters[at + 1].isLetter:
                current = product(current, [part()])
            default: current = product(current, [word()])
            }
        }
        if let close { problem("no '\(close)' for this", opened) }
        return finished + current
    }

    private mutating func part() -> Pattern.Sequence {
        let start = at
        guard let end = characters[at...].firstIndex(of: ">") else {
            problem("no '>' for this", start)
            at = characters.count
            return Pattern.Sequence()
        }
        let content = String(characters[(at + 1)..<end])
        at = end + 1
        let pieces = content.split(separator: ":", maxSplits: 1).map { piece in
            String(piece.drop { $0 == " " })
        }
        let name = pieces[pieces.count - 1]
        return Pattern.Sequence(symbols: [.part(name)], captures: [pieces[0]])
    }

    private mutating func word() -> Pattern.Sequence {
        let start = at
        while at < characters.count, !"[]()| \t".contains(characters[at]) {
            if characters[at] == "<", at > start { break }
            at += 1
        }
        let tokens = Tokenizer.tokens(of: String(characters[start..<at]))
        // "co-ordinator" is two words; a hyphen by itself is a hyphen.
        let kept = tokens.count == 1 ? tokens : tokens.filter { $0.kind != .joint }
        return Pattern.Sequence(symbols: kept.map { .word($0.text) })
    }

    private mutating func product(_ left: [Pattern.Sequence], _ right: [Pattern.Sequence]) -> [Pattern
        .Sequence]
    {
        guard left.count * right.count <= Pattern.mostSequences else {
            if problems.isEmpty {
                problem(
                    "this stands for more than \(Pattern.mostSequences) sequences; take a part out of it", 0)
            }
            return left
        }
        return left.flatMap { first in
            right.map {
                Pattern.Sequence(symbols: first.symbols + $0.symbols, captures: first.captures + $0.captures)
            }
        }
    }

    private mutating func problem(_ message: String, _ position: Int) {
        problems.append(field.problem(message, offset: offset + max(position, 0)))
    }
}
