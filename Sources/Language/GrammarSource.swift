import Facts
import Notation

/// The grammar's files, read and checked for form: the codelists they define, and the rules that are compiled
/// once the catalogue of the store is known.
public struct GrammarSource: Sendable {
    public let codelists: Codelists
    let rules: [Rule]
    let forms: [QuestionForm]
    let wordings: [String: Wording]
    let lists: [ListName]
    let unheld: [String: Unheld]
    /// Of a measure that is part of another, the other: by id.
    let wholes: [String: String]
    /// Places by which people say where they come from: "my ward".
    let vagueAreas: Set<String>
    /// Words that say nothing and may stand anywhere between phrases.
    let smallWords: Set<String>
    /// Endings by which words nobody listed say nothing: "ly".
    let smallEndings: [String]
    /// Words that say nothing and may stand inside a phrase too: "rather", "the".
    let fillers: Set<String>
    /// Words by which somebody tells of themselves: "I", "my", "resident".
    let narrators: Set<String>
    /// Words by which a sentence restricts what is asked: a sentence with one is never background.
    let restrictors: Set<String>
    /// Words by which somebody begins to ask in the middle of a sentence: "could", "please".
    let requests: Set<String>
    /// Words by which somebody begins to give a reason: "because", "since".
    let subordinators: Set<String>
    /// Words by which a stretch begins that only leads up to a question: "bearing in mind that".
    let preambles: Set<String>
    /// Words by which a message leans on the one before: "and", "so".
    let openers: Set<String>
    /// Words of English that the grammar knows to be words, so that none is taken for a misspelling.
    let plainWords: Set<String>

    /// - Throws: `Problems`, with every mistake in every file.
    public init(files: [TextFile]) throws(Problems) {
        var reader = GrammarReader()
        for file in files { reader.read(file) }
        self = try reader.finish()
    }

    init(
        codelists: Codelists, rules: [Rule], forms: [QuestionForm], wordings: [String: Wording],
        lists: [ListName],
        unheld: [String: Unheld], wholes: [String: String], vagueAreas: Set<String>,
        words: [GrammarReader.WordKind: Set<String>]
    ) {
        self.codelists = codelists
        self.rules = rules
        self.forms = forms
        self.wordings = wordings
        self.lists = lists
        self.unheld = unheld
        self.wholes = wholes
        self.vagueAreas = vagueAreas
        let small = words[.small] ?? []
        smallWords = small.filter { !$0.hasPrefix("*") }
        smallEndings = small.filter { $0.hasPrefix("*") }.map { String($0.dropFirst()) }.sorted()
        fillers = words[.filler] ?? []
        narrators = words[.narrator] ?? []
        requests = words[.request] ?? []
        subordinators = words[.subordinator] ?? []
        preambles = words[.preamble] ?? []
        openers = words[.opener] ?? []
        restrictors = words[.restrictor] ?? []
        plainWords = words[.plain] ?? []
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

/// The names of a list that Data/ holds.
struct ListName: Sendable {
    let id: String
    /// `statutory partners`.
    let name: String
    let singular: String
    /// Whether its members are bodies that are in it, rather than things that are about something.
    let isOfBodies: Bool
    /// The measures, sums of money, that paid for its members.
    let paidBy: [String]
}

/// Something people ask for and no store of this kind holds.
struct Unheld: Sendable {
    let id: String
    /// After "No figures are held for": `causes`.
    let name: String
    /// Said instead of the usual sentence.
    let say: String?
}
