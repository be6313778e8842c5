import Facts
import Notation

/// The grammar's files, read and checked for form: what they define, and the rules and words that are compiled.
public struct GrammarSource: Sendable {
    let definitions: Definitions
    let rules: [Rule]
    let words: [WordKind: Set<String>]
    /// Of each form, in the forms' order.
    let examples: [[GrammarExample]]

    /// - Throws: `Problems`, with every mistake in every file.
    public init(files: [TextFile]) throws(Problems) {
        var reader = GrammarReader()
        for file in files { reader.read(file) }
        self = try reader.finish()
    }

    /// What the files define, whatever mistakes are in them: so that a mistake here hides none in Data/.
    public static func codelists(of files: [TextFile]) -> Codelists {
        var reader = GrammarReader()
        for file in files { reader.read(file) }
        return reader.codelists
    }

    init(
        definitions: Definitions, rules: [Rule], words: [WordKind: Set<String>],
        examples: [[GrammarExample]]
    ) {
        self.definitions = definitions
        self.rules = rules
        self.words = words
        self.examples = examples
    }
}

/// One way to ask for a part or phrase.
struct Rule: Sendable {
    /// What it reads: `period`, `crime type`, or `phrase` when it adds to the whole message.
    let part: String
    let sequences: [Pattern.Sequence]
    let term: Term
    /// The name of the block it stands in, shown as what a word was read as.
    let name: String
}
