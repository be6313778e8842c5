import Notation

/// A form of question: which slots it needs and may have, and what it means.
struct QuestionForm: Sendable {
    let name: String
    let title: String
    /// One of each group has to be filled.
    let needs: [[Requirement]]
    /// The slots that may be filled besides; any other kills the form.
    let allowed: SlotSet
    /// What may be asked of it by name, such as `ask=define`.
    let asks: Set<String>
    let kind: Kind
    /// Its first example, when it is among the questions to start with.
    let startingQuestion: String?

    /// A slot, and the value it has to hold when only some will do: `arithmetic=sum`.
    struct Requirement: Hashable, Sendable {
        let slot: Slot
        let value: String?
    }

    /// What the interpreter builds from the slots.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case value, change, claim, extreme, rank, filter, count, sum, mean, difference, range, ratio, share,
            per, sameness
        case list, membership, purpose, passage, acronym, dates, lookup, provenance, unit
    }
}

/// What rules a form out at a glance, so that looking for the forms of a reading does not look at each form's needs.
struct FormGate {
    private let allowed: SlotSet
    /// The slots that have to be filled, whatever else will do for other needs.
    private let needed: SlotSet
    /// Sets of which one slot each has to be filled.
    private let alternatives: [SlotSet]

    init(_ form: QuestionForm) {
        allowed = form.allowed.union(QuestionForm.anywhere)
        needed = SlotSet(form.needs.compactMap { $0.count == 1 ? $0[0].slot : nil })
        alternatives = form.needs.compactMap { $0.count == 1 ? nil : SlotSet($0.map(\.slot)) }
    }

    func lets(_ filled: SlotSet) -> Bool {
        filled.isSubset(of: allowed) && needed.isSubset(of: filled)
            && alternatives.allSatisfy { !$0.isDisjoint(with: filled) }
    }
}

extension QuestionForm {
    /// Slots that every form takes: they say how a message hangs together, not what it asks.
    static let anywhere: SlotSet = [.follow, .aside, .back, .ask, .rounded]

    /// - Parameter meanings: gets the values that slots have to hold, to be looked at when all names are known.
    init?(
        _ block: Block, examples: [GrammarExample], meanings: inout Meanings, problems: inout [Problem]
    ) {
        var needs: [[Requirement]] = []
        for field in block.all("needs") {
            for group in field.value.split(separator: ",") {
                needs.append(
                    group.split(separator: "|").compactMap {
                        Self.requirement($0, field, &meanings, &problems)
                    })
            }
        }
        let may = block.all("may").flatMap { field in
            field.value.split(separator: ",").compactMap {
                Self.requirement($0, field, &meanings, &problems)
            }
        }
        let named = may + needs.joined()
        guard let means = block.first("means") else { return nil }
        guard let kind = Kind(rawValue: means.value) else {
            let hint = EditDistance.hint(to: means.value, among: Kind.allCases.map(\.rawValue))
            problems.append(means.problem("no meaning '\(means.value)'" + hint))
            return nil
        }
        self.init(
            name: block.name, title: block.first("title")?.value ?? block.name, needs: needs,
            allowed: SlotSet(named.map(\.slot)),
            asks: Set(named.filter { $0.slot == .ask }.compactMap(\.value)), kind: kind,
            startingQuestion: block.first("start") == nil
                ? nil : examples.first { $0.gives != nil && $0.after == nil }?.question)
    }

    /// - Parameter text: a part of the field's value.
    private static func requirement(
        _ text: Substring, _ field: Block.Field, _ meanings: inout Meanings, _ problems: inout [Problem]
    ) -> Requirement? {
        func words(_ piece: Substring) -> String { piece.split(separator: " ").joined(separator: " ") }
        func offset(_ piece: Substring) -> Int {
            let start = piece.drop { $0 == " " }.startIndex
            return field.value.distance(from: field.value.startIndex, to: start)
        }
        let pieces = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = words(pieces[0])
        guard let slot = Slot(name: name) else {
            let hint = EditDistance.hint(to: name, among: Slot.allCases.map(\.name))
            problems.append(field.problem("no slot '\(name)'" + hint, offset: offset(pieces[0])))
            return nil
        }
        guard pieces.count > 1 else { return Requirement(slot: slot, value: nil) }
        let value = words(pieces[1])
        let mention = TermMention(content: .word(value), place: .slot(slot), offset: offset(pieces[1]))
        meanings.add([mention], of: nil, at: field, parts: [:])
        return Requirement(slot: slot, value: value)
    }
}
