import Facts
import Notation

/// A word, number or part in what a line of the grammar means, and where it stands.
struct TermMention: Sendable {
    enum Content: Hashable, Sendable {
        case word(String)
        case number
        case capture(String)
        case built(Construction)
    }

    enum Place: Hashable, Sendable {
        /// It is what its part means.
        case part
        case slot(Slot)
        case argument(Construction)
    }

    let content: Content
    let place: Place
    /// In characters from the start of the line's value.
    let offset: Int
}

/// What lines of the grammar mean, gathered to see whether slots are given only what they take.
///
/// A word that a part stands for is followed into the slots that the part fills, and told at the part.
struct Meanings {
    private struct Line {
        let field: Block.Field
        let mentions: [TermMention]
        /// The parts that each name of the line's patterns may be read by.
        let parts: [String: Set<String>]
    }

    /// By the part that they are meanings of; those of no part stand under an empty name.
    private var lines: [String: [Line]] = [:]

    mutating func add(
        _ mentions: [TermMention], of part: String?, at field: Block.Field, parts: [String: Set<String>]
    ) {
        lines[part ?? "", default: []].append(Line(field: field, mentions: mentions, parts: parts))
    }

    /// The mistakes; names that Data/ declares are not looked at.
    func problems(declared: [Vocabulary.Name: Set<String>]) -> [Problem] {
        var found: Set<Problem> = []
        forEachLeaf { leaf, place in
            if let problem = problem(leaf, in: place, declared) { found.insert(problem) }
        }
        return Array(found)
    }

    /// The names that Data/ has to declare, in the order of the files.
    var dataNames: [DataName] {
        var found: Set<DataName> = []
        forEachLeaf { leaf, place in
            guard case .slot(let slot) = place, case .word(let word) = leaf.content else { return }
            let kinds = slot.vocabulary.names.compactMap { DataName.Kind(rawValue: $0.rawValue) }
            guard let kind = kinds.first else { return }
            let at = leaf.field.problem("", offset: leaf.offset).location
            found.insert(
                DataName(
                    kind: kind, id: word, path: at.path, line: at.line, column: at.column,
                    text: leaf.field.line))
        }
        return found.sorted { ($0.path, $0.line, $0.column) < ($1.path, $1.line, $1.column) }
    }

    private func forEachLeaf(_ body: (Leaf, TermMention.Place) -> Void) {
        for line in lines.values.joined() {
            for mention in line.mentions where mention.place != .part {
                for leaf in leaves(of: mention, in: line) { body(leaf, mention.place) }
            }
        }
    }

    // MARK: - What is given

    /// What a slot or construction is given in the end, and where that is written.
    private struct Leaf {
        enum Content {
            case word(String)
            case name(Vocabulary.Name, part: String)
            case number, period
        }

        let content: Content
        let field: Block.Field
        let offset: Int
    }

    private func leaves(of mention: TermMention, in line: Line) -> [Leaf] {
        func leaf(_ content: Leaf.Content) -> [Leaf] {
            [Leaf(content: content, field: line.field, offset: mention.offset)]
        }
        switch mention.content {
        case .word(let word): return leaf(.word(word))
        case .number: return leaf(.number)
        case .built(let construction): return leaf(construction.isPeriod ? .period : .number)
        case .capture(let name):
            var seen: Set<String> = []
            return (line.parts[name] ?? []).sorted().flatMap { part in
                words(of: part, &seen) + kinds(of: part).flatMap(leaf)
            }
        }
    }

    /// The words that a part may stand for, each where it is written.
    private func words(of part: String, _ seen: inout Set<String>) -> [Leaf] {
        guard seen.insert(part).inserted else { return [] }
        var found: [Leaf] = []
        for line in lines[part] ?? [] {
            for mention in line.mentions where mention.place == .part {
                switch mention.content {
                case .word(let word):
                    found.append(Leaf(content: .word(word), field: line.field, offset: mention.offset))
                case .capture(let name):
                    for part in (line.parts[name] ?? []).sorted() { found += words(of: part, &seen) }
                case .number, .built: break
                }
            }
        }
        return found
    }

    /// What else a part may stand for.
    private func kinds(of part: String) -> [Leaf.Content] {
        var seen: Set<String> = []
        var (names, hasNumber, hasPeriod): (Set<Vocabulary.Name>, Bool, Bool) = ([], false, false)
        func look(at part: String) {
            guard seen.insert(part).inserted else { return }
            if let name = Vocabulary.Name(rawValue: part) { names.insert(name) }
            if part == WellKnownText.number.text { hasNumber = true }
            for line in lines[part] ?? [] {
                for mention in line.mentions where mention.place == .part {
                    switch mention.content {
                    case .number: hasNumber = true
                    case .built(let construction):
                        if construction.isPeriod { hasPeriod = true } else { hasNumber = true }
                    case .capture(let name): for part in line.parts[name] ?? [] { look(at: part) }
                    case .word: break
                    }
                }
            }
        }
        look(at: part)
        return names.sorted { $0.rawValue < $1.rawValue }.map { .name($0, part: part) }
            + (hasNumber ? [.number] : []) + (hasPeriod ? [.period] : [])
    }

    // MARK: - What is taken

    private func problem(
        _ leaf: Leaf, in place: TermMention.Place, _ declared: [Vocabulary.Name: Set<String>]
    ) -> Problem? {
        let message: String?
        switch place {
        case .part: message = nil
        case .slot(let slot): message = Self.message(leaf, in: slot, declared)
        case .argument(let construction): message = Self.message(leaf, in: construction)
        }
        return message.map { leaf.field.problem($0, offset: leaf.offset) }
    }

    private static func message(
        _ leaf: Leaf, in slot: Slot, _ declared: [Vocabulary.Name: Set<String>]
    ) -> String? {
        let taken = slot.vocabulary
        switch leaf.content {
        case .word(let word): return slot.problem(word: word, declared)
        case .name(let name, let part):
            guard !taken.names.contains(name) else { return nil }
            return "the slot '\(slot.name)' takes no <\(part)>; it takes \(taken.description)"
        case .number:
            guard !taken.takesNumbers else { return nil }
            return "the slot '\(slot.name)' takes no number; it takes \(taken.description)"
        case .period:
            guard !taken.takesPeriods else { return nil }
            return "the slot '\(slot.name)' takes no period; it takes \(taken.description)"
        }
    }

    /// Constructions take words for the units of time, and no others.
    private static func message(_ leaf: Leaf, in construction: Construction) -> String? {
        guard case .word(let word) = leaf.content else { return nil }
        let known = Grain.allCases.map(\.rawValue) + (construction == .whole ? ["year"] : [])
        guard !known.contains(word) else { return nil }
        return "no unit of time '\(word)'" + EditDistance.hint(to: word, among: known)
    }
}

extension Slot {
    /// What is wrong with a word that the slot is given; nil when it takes it, or Data/ would have to tell.
    func problem(word: String, _ declared: [Vocabulary.Name: Set<String>]) -> String? {
        let taken = vocabulary
        let names = taken.names.flatMap { declared[$0] ?? [] }
        guard !taken.words.contains(word), !names.contains(word),
            !taken.names.contains(where: { DataName.Kind(rawValue: $0.rawValue) != nil })
        else { return nil }
        if let hint = EditDistance.nearest(to: word, among: taken.words + names) {
            return "the slot '\(name)' takes no '\(word)'; did you mean '\(hint)'?"
        }
        let isName = taken == Vocabulary(names: taken.names)
        let declaring = FigureText.list(taken.names.map { $0 == .unheld ? "block" : $0.rawValue }, "or")
        return "the slot '\(name)' takes no '\(word)'; "
            + (isName ? "no \(declaring) is called so" : "it takes \(taken.description)")
    }
}
