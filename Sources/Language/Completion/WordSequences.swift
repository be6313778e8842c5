/// The sequences of words alone that the grammar reads as some part, in the order of its files.
struct WordSequences {
    struct Sequence {
        let words: [String]
        /// The same for sequences that mean the same in the same phrase: "vs" and "compared with".
        let meaning: String
    }

    private let graph: SequenceGraph
    private let most: Int
    private(set) var all: [Sequence] = []

    /// - Parameter most: longer sequences are left out.
    init(_ graph: SequenceGraph, most: Int) {
        self.graph = graph
        self.most = most
        walk(LexiconLayer.root, [])
    }

    private mutating func walk(_ node: Int, _ words: [String]) {
        let here = graph[node]
        if let meaning = here.meaning { all.append(Sequence(words: words, meaning: meaning)) }
        guard words.count < most else { return }
        for (word, next) in here.words { walk(next, words + [word]) }
    }

    /// Words that go on with a sequence of which the tokens are the beginning, parts of it read already: "to" after
    /// "from Q1". Each goes up to where the sequence ends or a part is read.
    struct Rest {
        let words: [String]
        /// Whether a part has to follow.
        let isUnfinished: Bool
    }

    /// - Parameter starts: the tokens that a sequence may begin at.
    static func open(_ tokens: [Token], _ graph: SequenceGraph, _ lexicon: Lexicon, from starts: [Int])
        -> [Rest]
    {
        let chart = Chart(tokens, lexicon: lexicon)
        var nodes: Set<Int> = []
        func walk(_ node: Int, at position: Int) {
            guard position < tokens.count else {
                nodes.insert(node)
                return
            }
            if let step = lexicon.step(from: node, by: chart.lexemes[position].symbol) {
                walk(LexiconLayer.node(step), at: position + 1)
            }
            for edge in chart.edges(at: position) {
                if let step = lexicon.step(from: node, by: Lexeme.symbol(ofPart: edge.part)) {
                    walk(LexiconLayer.node(step), at: edge.end)
                }
            }
        }
        for start in starts { walk(LexiconLayer.root, at: start) }
        return nodes.sorted().flatMap { following($0, in: graph) }
    }

    private static func following(_ node: Int, in graph: SequenceGraph) -> [Rest] {
        graph[node].words.flatMap { word, next -> [Rest] in
            let here = graph[next]
            guard here.meaning == nil, here.parts.isEmpty else {
                return [Rest(words: [word], isUnfinished: here.meaning == nil)]
            }
            return following(next, in: graph).map {
                Rest(words: [word] + $0.words, isUnfinished: $0.isUnfinished)
            }
        }
    }
}
