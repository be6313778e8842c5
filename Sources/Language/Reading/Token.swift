import Facts

/// A word, number or mark of a message.
public struct Token: Hashable, Sendable {
    /// In lower case, with typographic variants made plain: `–` is `-`, `’` is `'`.
    public let text: String
    public let kind: Kind
    /// UTF-8 offsets into the message.
    public let start: Int
    public let end: Int

    public enum Kind: Hashable, Sendable {
        case word
        /// With the decimals it was written with: `8.80` has two.
        case number(Rational, decimals: Int)
        /// A mark that separates and says nothing: it may be skipped between phrases.
        case pause
        /// A mark that only wraps or joins words: it may be skipped inside a phrase too.
        case joint
        /// Any other mark; it has to be read like a word.
        case mark
    }

    public init(text: String, kind: Kind, start: Int, end: Int) {
        self.text = text
        self.kind = kind
        self.start = start
        self.end = end
    }

    public var isWord: Bool { kind == .word }
}
