import Facts

/// The grammar compiled for one store: a trie of all the sequences of words and parts that mean something.
public struct Grammar: Sendable {
    public let source: GrammarSource
    public let catalogue: Catalogue
    let trie: Trie
    /// Words to which a misspelt word may be mended.
    let vocabulary: Spelling

    public var codelists: Codelists { source.codelists }

    public init(_ source: GrammarSource, catalogue: Catalogue) {
        self.source = source
        self.catalogue = catalogue
        var trie = Trie()
        for rule in source.rules {
            for sequence in rule.sequences {
                trie.add(sequence, part: rule.part, term: rule.term, name: rule.name)
            }
        }
        for item in catalogue.items {
            for about in item.about {
                trie.add(text: about, part: "topic", term: .word(about), name: "topic")
            }
            trie.add(text: item.name, part: "topic", term: .word(item.name.lowercased()), name: "topic")
        }
        for sum in catalogue.sums {
            for text in ["£ \(sum.pounds)", "\(sum.pounds) pounds"] {
                trie.add(text: text, part: "measure", term: .word(sum.measure), name: "measure")
            }
        }
        for acronym in catalogue.acronyms {
            trie.add(
                text: acronym.letters, part: "acronym", term: .word(acronym.letters), name: "acronym")
        }
        for passage in catalogue.passages {
            for about in [passage.name] + passage.about {
                trie.add(text: about, part: "passage", term: .word(passage.id), name: "passage")
            }
        }
        self.trie = trie
        vocabulary = Spelling(
            content: trie.words, smallEndings: source.smallEndings,
            plain: source.smallWords.union(source.fillers).union(source.plainWords)
                .union(source.narrators))
    }

    func isFiller(_ token: Token) -> Bool { token.kind == .joint || source.fillers.contains(token.text) }

    /// A word that the grammar does not know, with an ending by which words say nothing: "enormously".
    private func hasSmallEnding(_ word: String) -> Bool {
        !trie.words.contains(word) && !source.plainWords.contains(word)
            && source.smallEndings.contains { word.count > $0.count + 2 && word.hasSuffix($0) }
    }

    /// A small word without its last letter, as it is spoken: "sayin".
    private func isClipped(_ word: String) -> Bool {
        word.hasSuffix("in") && source.smallWords.contains(word + "g") && !trie.words.contains(word)
    }

    /// Whether a token may be left out between phrases.
    func isSmall(_ token: Token) -> Bool {
        switch token.kind {
        case .pause, .joint: true
        case .word, .mark:
            source.smallWords.contains(token.text) || source.fillers.contains(token.text)
                || hasSmallEnding(token.text) || isClipped(token.text)
        case .number: false
        }
    }
}

/// Sequences of words and parts, sharing their beginnings.
struct Trie: Sendable {
    struct Node: Sendable {
        var words: [String: Int] = [:]
        var parts: [String: Int] = [:]
        var accepts: [Accept] = []
    }

    /// A sequence that ends in a node: the part it reads, and how to build its meaning.
    struct Accept: Sendable {
        let part: String
        let captures: [String]
        let term: Term
        let name: String
    }

    private(set) var nodes = [Node()]
    /// Every word that stands in a sequence.
    private(set) var words: Set<String> = []

    mutating func add(_ sequence: Pattern.Sequence, part: String, term: Term, name: String) {
        var at = 0
        for symbol in sequence.symbols {
            switch symbol {
            case .word(let word):
                words.insert(word)
                if let next = nodes[at].words[word] {
                    at = next
                } else {
                    nodes.append(Node())
                    nodes[at].words[word] = nodes.count - 1
                    at = nodes.count - 1
                }
            case .part(let part):
                if let next = nodes[at].parts[part] {
                    at = next
                } else {
                    nodes.append(Node())
                    nodes[at].parts[part] = nodes.count - 1
                    at = nodes.count - 1
                }
            }
        }
        guard at != 0 else { return }
        nodes[at].accepts.append(Accept(part: part, captures: sequence.captures, term: term, name: name))
    }

    /// Plain text from Data/, without marks of the notation.
    mutating func add(text: String, part: String, term: Term, name: String) {
        let symbols = Tokenizer.tokens(of: text).filter { $0.kind != .joint && $0.kind != .pause }
            .map { Pattern.Symbol.word($0.text) }
        add(Pattern.Sequence(symbols: symbols), part: part, term: term, name: name)
    }
}
