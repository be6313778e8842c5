/// What a word does in a message. Blocks `words KIND` list words of every kind but the first.
///
/// A new kind is a case here, the place that asks for it, and a row of the table in Grammar/README.md.
enum WordKind: UInt8, CaseIterable {
    /// It stands in a sequence. The compiler finds these out by itself.
    case content
    /// It says nothing and may stand anywhere between phrases.
    case small
    /// It says nothing and may stand inside a phrase too: "rather", "the".
    case filler
    /// By it somebody tells of themselves: "I", "my", "resident".
    case narrator
    /// By it a sentence restricts what is asked: a sentence with one is never background.
    case restrictor
    /// By it somebody begins to ask in the middle of a sentence: "could", "please".
    case request
    /// By it somebody begins to give a reason: "because", "since".
    case subordinator
    /// By it a stretch begins that only leads up to a question: "bearing in mind that".
    case preamble
    /// A statement may begin with it: "the", "my".
    case subject
    /// With it a statement says something of its subject: "is", "told".
    case predicate
    /// A question may begin with it: "which", "did".
    case interrogative
    /// With it somebody comes to what they want: "need", "should".
    case wish
    /// With it a sentence says what is meant by another: "focus", "calendar".
    case scope
    /// Before a place it says where somebody is or comes from: "at".
    case origin
    /// A name comes after it: "Councillor".
    case title
    /// By it a message leans on the one before: "and", "so".
    case opener
    /// It is a word of English, not to be taken for a misspelling.
    case plain

    /// Those that a block lists words of.
    static var listed: ArraySlice<WordKind> { allCases.dropFirst() }

    /// As a block writes it.
    var name: String { "\(self)" }
}

/// A set of kinds, a bit for each: a word may be of several.
struct WordKinds: ExpressibleByArrayLiteral, Hashable, Sendable {
    private(set) var bits: Int

    init(bits: Int) { self.bits = bits }
    init(arrayLiteral kinds: WordKind...) { bits = kinds.reduce(0) { $0 | WordKinds.bit($1) } }

    private static func bit(_ kind: WordKind) -> Int { 1 << Int(kind.rawValue) }

    mutating func insert(_ kind: WordKind) { bits |= WordKinds.bit(kind) }
    func contains(_ kind: WordKind) -> Bool { bits & WordKinds.bit(kind) != 0 }
    func isDisjoint(with other: WordKinds) -> Bool { bits & other.bits == 0 }
}
