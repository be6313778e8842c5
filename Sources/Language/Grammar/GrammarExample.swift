import Notation

/// An example that stands beside a question form, ready to be run.
public struct GrammarExample: Sendable {
    public let question: String
    /// The restatement it has to read to; nil when it must not be read at all.
    public let gives: String?
    /// The message before it in the conversation.
    public let after: String?
    private let field: Block.Field

    /// A problem at the example's line.
    public func problem(_ message: String) -> Problem { field.problem(message) }

    /// The examples of a form's block.
    static func all(of block: Block, problems: inout [Problem]) -> [GrammarExample] {
        var examples: [GrammarExample] = []
        var after: String?
        for field in block.fields {
            switch field.key {
            case "after": after = field.value
            case "try", "not":
                examples.append(GrammarExample(question: field.value, gives: nil, after: after, field: field))
                after = nil
            case "gives":
                guard let last = examples.popLast(), last.field.key == "try" else {
                    problems.append(field.keyProblem("no 'try:' line before this"))
                    continue
                }
                examples.append(
                    GrammarExample(
                        question: last.question, gives: field.value, after: last.after, field: last.field))
            default: break
            }
        }
        for example in examples where example.field.key == "try" && example.gives == nil {
            problems.append(example.field.keyProblem("nothing says what this gives; add a 'gives:' line"))
        }
        return examples
    }
}

extension GrammarExample {
    func pack(into packer: inout Packer) {
        packer.add([question, field.key, field.line, field.location.path])
        packer.add(gives)
        packer.add(after)
        for place in [field.location, field.valueLocation] {
            packer.add(place.line)
            packer.add(place.column)
        }
    }

    init(_ packed: inout Unpacker) {
        let texts = packed.texts()
        question = texts[0]
        gives = packed.optionalText()
        after = packed.optionalText()
        func location() -> Location {
            Location(path: texts[3], line: packed.number(), column: packed.number())
        }
        field = Block.Field(
            key: texts[1], value: question, location: location(), valueLocation: location(), line: texts[2])
    }
}
