import Notation

/// The sentences of a form, by the names of their cases. A wording carries no logic: the finding names the case,
/// `{ }` is written, and a `[ ]` stretch drops out when a value in it is missing.
struct Wording: Sendable {
    struct Case: Sendable {
        let name: String
        let pieces: [Piece]
    }

    indirect enum Piece: Hashable, Sendable {
        case text(String)
        case value(String)
        /// `{increase|decrease}`: which one is chosen by the case's direction.
        case choice([String])
        case optional([Piece])
    }

    let cases: [Case]

    init(cases: [Case]) { self.cases = cases }

    /// `say`, `say rise`, `say fall of drug-offences`: the most particular case is tried first, then the rest.
    init(_ block: Block, said: inout SaidLines, problems: inout [Problem]) {
        var cases: [Case] = []
        var lines: [SaidLines.Line] = []
        for field in block.fields where field.key == "say" || field.key.hasPrefix("say ") {
            var parser = WordingParser(characters: Array(field.value), field: field)
            let pieces = parser.pieces(until: nil)
            problems += parser.problems
            lines.append(parser.line)
            cases.append(Case(name: parser.line.name, pieces: pieces))
        }
        said.add(block, lines)
        self.cases = cases
    }

    /// The sentence of the first case that there is, or nil when a value outside `[ ]` is missing.
    func sentence(_ names: [String], _ values: [String: String]) -> String? {
        for name in names {
            guard let found = cases.first(where: { $0.name == name }) else { continue }
            return Self.text(found.pieces, values)
        }
        return nil
    }

    /// "An 8.55% rise", "an 11% rise", "an 18% rise"; "a 110% rise".
    private static func startsWithVowel(_ value: String) -> Bool {
        let digits = value.prefix { $0.isNumber }
        return digits.first == "8" || digits == "11" || digits == "18"
    }

    private static func text(_ pieces: [Piece], _ values: [String: String]) -> String? {
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .value(let name):
                guard let value = values[name] else { return nil }
                if result.hasSuffix(" a "), startsWithVowel(value) { result = result.dropLast() + "n " }
                result += value
            case .choice(let choices):
                guard let index = values["direction"].flatMap({ ["rose", "fell"].firstIndex(of: $0) }),
                    index < choices.count
                else { return nil }
                result += choices[index]
            case .optional(let inner): result += text(inner, values) ?? ""
            }
        }
        return result
    }
}

private struct WordingParser {
    let characters: [Character]
    let field: Block.Field
    var at = 0
    var problems: [Problem] = []
    private(set) var line: SaidLines.Line

    init(characters: [Character], field: Block.Field) {
        line = SaidLines.Line(field: field, name: String(field.key.dropFirst(4)))
        self.characters = characters
        self.field = field
    }

    mutating func pieces(until close: Character?) -> [Wording.Piece] {
        let opened = at - 1
        var result: [Wording.Piece] = []
        var text = ""
        func flushed() -> [Wording.Piece] { text.isEmpty ? result : result + [.text(text)] }
        while at < characters.count {
            let character = characters[at]
            at += 1
            if character == close { return flushed() }
            switch character {
            case "[":
                result = flushed()
                text = ""
                result.append(.optional(pieces(until: "]")))
            case "{":
                result = flushed()
                text = ""
                guard let end = characters[at...].firstIndex(of: "}") else {
                    problems.append(field.problem("no '}' for this", offset: at - 1))
                    return result
                }
                let name = String(characters[at..<end])
                at = end + 1
                let choices = name.split(separator: "|").map(String.init)
                if choices.count > 1 {
                    line.choices.append((choices.count, at - name.count - 2))
                    result.append(.choice(choices))
                } else {
                    line.values.append((name, at - name.count - 2))
                    result.append(.value(name))
                }
            case "]", "}": problems.append(field.problem("'\(character)' closes nothing", offset: at - 1))
            default: text.append(character)
            }
        }
        if let close { problems.append(field.problem("no '\(close)' for this", offset: opened)) }
        return flushed()
    }
}
