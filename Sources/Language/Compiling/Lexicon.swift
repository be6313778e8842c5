import Facts

/// The words the grammar knows, and which sequences of words and parts mean something.
///
/// It has two layers of one form: that of Grammar/'s files, compiled once, and over it a small one with the names and
/// topics of the store. The upper goes on numbering texts and nodes where the lower ends.
final class Lexicon: Sendable {
    let lower: LexiconLayer
    let upper: LexiconLayer
    let smallEndings: [String]
    /// What the layers point into.
    private let compiled: [CompiledGrammar]

    init(lower: CompiledGrammar, upper: CompiledGrammar, smallEndings: [String]) {
        self.lower = LexiconLayer(lower)
        self.upper = LexiconLayer(upper)
        self.smallEndings = smallEndings
        compiled = [lower, upper]
    }

    /// What a text of the lexicon is as a word.
    struct Flags: OptionSet {
        let rawValue: Int
        /// It stands in a sequence.
        static let content = Flags(rawValue: 1)
        /// It says nothing and may stand anywhere between phrases.
        static let small = Flags(rawValue: 2)
        /// It says nothing and may stand inside a phrase too: "rather", "the".
        static let filler = Flags(rawValue: 4)
        /// By it somebody tells of themselves: "I", "my", "resident".
        static let narrator = Flags(rawValue: 8)
        /// By it a sentence restricts what is asked: a sentence with one is never background.
        static let restrictor = Flags(rawValue: 16)
        /// By it a message leans on the one before: "and", "so".
        static let opener = Flags(rawValue: 32)
        /// It is a word of English, not to be taken for a misspelling.
        static let plain = Flags(rawValue: 64)
        /// By it somebody begins to ask in the middle of a sentence: "could", "please".
        static let request = Flags(rawValue: 128)
        /// By it somebody begins to give a reason: "because", "since".
        static let subordinator = Flags(rawValue: 256)
        /// By it a stretch begins that only leads up to a question: "bearing in mind that".
        static let preamble = Flags(rawValue: 512)
        /// A statement may begin with it: "the", "my".
        static let subject = Flags(rawValue: 1024)
        /// With it a statement says something of its subject: "is", "told".
        static let predicate = Flags(rawValue: 2048)
        /// A question may begin with it: "which", "did".
        static let interrogative = Flags(rawValue: 8192)
        /// With it somebody comes to what they want: "need", "should".
        static let wish = Flags(rawValue: 16384)
        /// Before a place it says where somebody is or comes from: "at".
        static let origin = Flags(rawValue: 32768)
        /// With it a sentence says what is meant by another: "focus", "calendar".
        static let scope = Flags(rawValue: 65536)
        /// A name comes after it: "Councillor".
        static let title = Flags(rawValue: 4096)
    }

    /// The number of a text that is known.
    func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { utf8 in
            let utf8 = UnsafeRawBufferPointer(utf8)
            let hash = LexiconLayer.hash(utf8)
            return lower.number(of: utf8, hash: hash) ?? upper.number(of: utf8, hash: hash)
        }
    }

    func text(_ number: Int) -> String { layer(of: number).text(number) }

    func utf8(_ number: Int) -> UnsafeRawBufferPointer { layer(of: number).utf8(number) }

    func flags(of text: Int) -> Flags { layer(of: text).flags(of: text) }

    private func layer(of text: Int) -> LexiconLayer { text < upper.firstText ? lower : upper }

    /// Where a symbol leads from a node.
    @inline(__always)
    func step(from node: Int, by symbol: Int) -> Int? {
        lower.step(from: node, by: symbol) ?? upper.step(from: node, by: symbol)
    }

    /// A token as the lexicon knows it.
    func lexeme(_ token: Token) -> Lexeme {
        let number = number(of: token.text)
        var flags = number.map { self.flags(of: $0) } ?? []
        if token.kind == .joint { flags.insert(.filler) }
        let isSmall =
            switch token.kind {
            case .pause, .joint: true
            case .word, .mark:
                !flags.isDisjoint(with: [.small, .filler]) || isUnlistedSmall(token.text, flags, number)
            case .number: false
            }
        return Lexeme(
            symbol: number.map(Lexeme.symbol(ofWord:)) ?? LexiconLayer.none, flags: flags, isSmall: isSmall,
            isMark: !token.isWord)
    }

    /// A word that the grammar does not know, with an ending by which words say nothing, "enormously"; or a small word
    /// without its last letter, as it is spoken: "sayin".
    private func isUnlistedSmall(_ word: String, _ flags: Flags, _ number: Int?) -> Bool {
        guard !flags.contains(.content), hasSmallEnding(word) || word.hasSuffix("in") else { return false }
        if let number, upper.hasContent(number) { return false }
        if hasSmallEnding(word), !flags.contains(.plain) { return true }
        return word.hasSuffix("in")
            && self.number(of: word + "g").map { self.flags(of: $0).contains(.small) } == true
    }

    func hasSmallEnding(_ word: String) -> Bool {
        smallEndings.contains { ending in
            guard word.hasSuffix(ending), word.count > ending.count + 2 else { return false }
            // "Mnthly" is no word that says nothing, but one without its vowels.
            return word.dropLast(ending.count).contains { "aeiouy".contains($0) }
        }
    }

    /// Every word that stands in a sequence.
    var contentWords: Set<String> { Set((lower.content + upper.content).map { text($0) }) }
}

/// A token as the lexicon knows it.
struct Lexeme {
    /// By which a sequence goes on with it; a text that stands nowhere in the grammar leads nowhere.
    let symbol: Int
    let flags: Lexicon.Flags
    /// Whether it may be left out between phrases.
    let isSmall: Bool
    /// Whether it is no word: a number or a mark.
    let isMark: Bool

    /// Whether it may be left out inside a phrase too.
    var isFiller: Bool { flags.contains(.filler) }

    static func symbol(ofWord number: Int) -> Int { number << 1 }
    static func symbol(ofPart number: Int) -> Int { number << 1 | 1 }

    /// Nil for the symbol of a word.
    static func part(of symbol: Int) -> Int? { symbol & 1 == 0 ? nil : symbol >> 1 }
    static func word(of symbol: Int) -> Int { symbol >> 1 }
}

/// Texts that the code knows by their numbers.
enum WellKnownText: Int, CaseIterable {
    case phrase, number, period, periodAlone, negated

    var text: String {
        switch self {
        case .phrase: "phrase"
        case .number: "number"
        case .period: "period"
        case .periodAlone: "period alone"
        case .negated: "negated"
        }
    }
}
