import Notation

/// A form of question: which slots it needs and may have, what it means, and examples that are run as tests.
struct QuestionForm: Sendable {
    let name: String
    let title: String
    /// One of each group has to be filled.
    let needs: [[Requirement]]
    /// The slots that may be filled besides; any other kills the form.
    let allowed: Set<Slot>
    /// What may be asked of it by name, such as `ask=define`.
    let asks: Set<String>
    let meaning: Meaning
    let examples: [Example]
    /// Whether its first example is among the questions to start with.
    let isStart: Bool

    /// A slot, and the value it has to hold when only some will do: `arithmetic=sum`.
    struct Requirement: Hashable, Sendable {
        let slot: Slot
        let value: String?
    }

    /// What the interpreter builds from the slots.
    enum Meaning: String, Hashable, Sendable, CaseIterable {
        case value, change, claim, extreme, rank, filter, count, sum, mean, difference, range, ratio, share,
            per, sameness
        case list, membership, purpose, passage, acronym, dates, lookup, provenance, unit
    }

    struct Example: Hashable, Sendable {
        let question: String
        /// The restatement it reads to; nil when it must not read as this form.
        let gives: String?
        /// The message before it in the conversation.
        let after: String?
        let field: Block.Field
    }

    init?(_ block: Block, problems: inout [Problem]) {
        name = block.name
        title = block.first("title")?.value ?? block.name
        var needs: [[Requirement]] = []
        for field in block.all("needs") {
            for group in field.value.split(separator: ",") {
                needs.append(
                    group.split(separator: "|").compactMap { Self.requirement($0, field, &problems) })
            }
        }
        self.needs = needs
        let may = block.all("may").flatMap { field in
            field.value.split(separator: ",").compactMap { Self.requirement($0, field, &problems) }
        }
        let named = may + needs.joined()
        allowed = Set(named.map(\.slot))
        asks = Set(named.filter { $0.slot == .ask }.compactMap(\.value))
        var examples: [Example] = []
        var after: String?
        for field in block.fields {
            switch field.key {
            case "after": after = field.value
            case "try", "not":
                examples.append(Example(question: field.value, gives: nil, after: after, field: field))
                after = nil
            case "gives":
                guard let last = examples.popLast(), last.field.key == "try" else {
                    problems.append(field.keyProblem("no 'try:' line before this"))
                    continue
                }
                examples.append(
                    Example(question: last.question, gives: field.value, after: last.after, field: last.field)
                )
            default: break
            }
        }
        for example in examples where example.field.key == "try" && example.gives == nil {
            problems.append(example.field.keyProblem("nothing says what this gives; add a 'gives:' line"))
        }
        self.examples = examples
        guard let means = block.first("means") else { return nil }
        guard let meaning = Meaning(rawValue: means.value) else {
            let hint = EditDistance.nearest(to: means.value, among: Meaning.allCases.map(\.rawValue))
            problems.append(
                means.problem("no meaning '\(means.value)'" + (hint.map { "; did you mean '\($0)'?" } ?? "")))
            return nil
        }
        self.meaning = meaning
        isStart = block.first("start") != nil
    }

    private static func requirement(
        _ text: some StringProtocol, _ field: Block.Field, _ problems: inout [Problem]
    ) -> Requirement? {
        let pieces = text.split(separator: "=").map { $0.split(separator: " ").joined(separator: " ") }
        guard let name = pieces.first, let slot = Slot(rawValue: name) else {
            let hint = EditDistance.nearest(to: pieces.first ?? "", among: Slot.allCases.map(\.rawValue))
            problems.append(
                field.problem(
                    "no slot '\(pieces.first ?? "")'" + (hint.map { "; did you mean '\($0)'?" } ?? ""),
                    offset: field.offset(of: pieces.first ?? "")))
            return nil
        }
        return Requirement(slot: slot, value: pieces.count > 1 ? pieces[1] : nil)
    }
}
