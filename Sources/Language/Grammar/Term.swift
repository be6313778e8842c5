import Facts
import Notation

/// What a line of the grammar means, before anything was read: `quarter(<n>, <year>)`.
indirect enum Term: Sendable {
    case word(String)
    case number(Int)
    /// What a part of the pattern read, by its name.
    case capture(String)
    case call(Construction, [Term])
    case slots([(Slot, Term)])

    /// The names of the parts it uses.
    var captures: [String] {
        switch self {
        case .word, .number: []
        case .capture(let name): [name]
        case .call(_, let arguments): arguments.flatMap(\.captures)
        case .slots(let assignments): assignments.flatMap(\.1.captures)
        }
    }
}

/// Reads the right-hand side of a `means:` line.
struct TermParser {
    private let characters: [Character]
    private let field: Block.Field
    private let offset: Int
    private var at = 0
    private(set) var problems: [Problem] = []
    private(set) var mentions: [TermMention] = []

    init(_ field: Block.Field, text: String? = nil, offset: Int = 0) {
        characters = Array(text ?? field.value)
        self.field = field
        self.offset = offset
    }

    /// `crime = <crime type>, ask = how-many`, each name a slot's.
    mutating func slots() -> Term {
        var assignments: [(Slot, Term)] = []
        repeat {
            skipSpaces()
            let start = at
            let name = self.name()
            skipSpaces()
            guard at < characters.count, characters[at] == "=" else {
                problem("expected 'slot = meaning'", max(start, at - name.count))
                break
            }
            at += 1
            let slot = Slot(name: name)
            let value = term(in: slot.map { .slot($0) } ?? .part)
            guard let slot else {
                problem(
                    "no slot '\(name)'" + EditDistance.hint(to: name, among: Slot.allCases.map(\.name)),
                    start)
                continue
            }
            assignments.append((slot, value))
        } while take(",")
        end()
        return .slots(assignments)
    }

    /// A meaning with no slots.
    mutating func whole() -> Term {
        let value = term(in: .part)
        end()
        return value
    }

    private mutating func term(in place: TermMention.Place) -> Term {
        func mention(_ content: TermMention.Content, _ start: Int) {
            mentions.append(TermMention(content: content, place: place, offset: offset + start))
        }
        skipSpaces()
        let start = at
        guard at < characters.count else {
            problem("nothing here; expected a meaning", at)
            return .word("")
        }
        if characters[at] == "<" {
            guard let close = characters[at...].firstIndex(of: ">") else {
                problem("no '>' for this", at)
                at = characters.count
                return .word("")
            }
            let name = String(characters[(at + 1)..<close])
            at = close + 1
            mention(.capture(name), start)
            return .capture(name)
        }
        let name = self.name()
        if name.isEmpty {
            problem("expected a meaning", at)
            at = characters.count
            return .word("")
        }
        if let number = Int(name) {
            mention(.number, start)
            return .number(number)
        }
        guard at < characters.count, characters[at] == "(" else {
            mention(.word(name), start)
            return .word(name)
        }
        at += 1
        let called = Construction(rawValue: name)
        // What is in a list stands where the list stands.
        let inner = called.map { $0 == .list ? place : .argument($0) } ?? place
        if let called, called != .list { mention(.built(called), start) }
        var arguments: [Term] = []
        if !take(")") {
            repeat { arguments.append(term(in: inner)) } while take(",")
            if !take(")") { problem("no ')' for this", start) }
        }
        guard let construction = called else {
            let hint = EditDistance.hint(to: name, among: Construction.allCases.map(\.rawValue))
            problem("nothing is built by '\(name)'" + hint, start)
            return .word(name)
        }
        return .call(construction, arguments)
    }

    private mutating func name() -> String {
        let start = at
        while at < characters.count,
            characters[at].isLetter || characters[at].isNumber || characters[at] == "-"
        {
            at += 1
        }
        return String(characters[start..<at])
    }

    private mutating func take(_ mark: Character) -> Bool {
        skipSpaces()
        guard at < characters.count, characters[at] == mark else { return false }
        at += 1
        return true
    }

    private mutating func end() {
        skipSpaces()
        if at < characters.count, problems.isEmpty { problem("this is left over", at) }
    }

    private mutating func skipSpaces() {
        while at < characters.count, characters[at] == " " { at += 1 }
    }

    private mutating func problem(_ message: String, _ position: Int) {
        problems.append(field.problem(message, offset: offset + position))
    }
}
