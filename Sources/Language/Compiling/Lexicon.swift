import Facts

/// The words the grammar knows, and which sequences of words and parts mean something.
///
/// It has two layers of one form: that of Grammar/'s files, compiled once, and over it a small one with the names and
/// topics of the store. The upper goes on numbering texts and nodes where the lower ends.
final class Lexicon: Sendable {
    let lower: LexiconLayer
    let upper: LexiconLayer
    /// What the layers point into.
    private let compiled: [CompiledGrammar]

    init(lower: CompiledGrammar, upper: CompiledGrammar) {
        self.lower = LexiconLayer(lower)
        self.upper = LexiconLayer(upper)
        compiled = [lower, upper]
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

    func kinds(of text: Int) -> WordKinds { layer(of: text).kinds(of: text) }

    private func layer(of text: Int) -> LexiconLayer { text < upper.firstText ? lower : upper }

    /// Where a symbol leads from a node.
    @inline(__always)
    func step(from node: Int, by symbol: Int) -> Int? {
        lower.step(from: node, by: symbol) ?? upper.step(from: node, by: symbol)
    }

    /// A token as the lexicon knows it.
    func lexeme(_ token: Token) -> Lexeme {
        let number = number(of: token.text)
        var flags = number.map { self.kinds(of: $0) } ?? []
        if token.kind == .joint { flags.insert(.filler) }
        let isSmall =
            switch token.kind {
            case .pause, .joint: true
            case .word, .mark:
                flags.contains(.small) || flags.contains(.filler)
                    || isUnlistedSmall(token.text, flags, number)
            case .number: false
            }
        return Lexeme(
            symbol: number.map(Lexeme.symbol(ofWord:)) ?? LexiconLayer.none, flags: flags, isSmall: isSmall,
            isMark: !token.isWord)
    }

    /// A small word without its last letter, as it is spoken: "sayin".
    private func isUnlistedSmall(_ word: String, _ flags: WordKinds, _ number: Int?) -> Bool {
        guard !flags.contains(.content), word.hasSuffix("in") else { return false }
        if let number, upper.hasContent(number) { return false }
        return self.number(of: word + "g").map { self.kinds(of: $0).contains(.small) } == true
    }

    /// Every word that stands in a sequence.
    var contentWords: Set<String> { Set((lower.content + upper.content).map { text($0) }) }
}

/// A token as the lexicon knows it.
struct Lexeme {
    /// By which a sequence goes on with it; a text that stands nowhere in the grammar leads nowhere.
    let symbol: Int
    /// What it does as a word.
    let flags: WordKinds
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
