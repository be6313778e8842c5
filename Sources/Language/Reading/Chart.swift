import Facts

/// Everything the grammar can read in a run of tokens: each part, where it starts and ends, and what it means.
///
/// Built from the last token to the first, so that whatever starts later is complete when it is needed. What lies
/// inside a shorter run is what would be read of that run alone, so one chart serves a whole message.
final class Chart: Sendable {
    struct Edge: Sendable {
        /// The number of the part's name in the lexicon.
        let part: Int
        /// Of the block that read it.
        let name: Int
        let start: Int
        let end: Int
        let value: Value
    }

    let lexemes: [Lexeme]
    /// Those that start at one token lie together, in the order they were found.
    let edges: [Edge]
    /// The edges that start at each token.
    private let ranges: [Range<Int>]
    /// The edges that add to the whole message, and those of them that start at each token.
    private let phrases: [Int]
    private let phraseRanges: [Range<Int>]

    init(_ tokens: [Token], lexicon: Lexicon) {
        var walk = ChartWalk(tokens, lexicon: lexicon)
        walk.read(tokens)
        lexemes = walk.lexemes
        edges = walk.edges
        ranges = walk.ranges
        phrases = walk.phrases
        phraseRanges = walk.phraseRanges
    }

    func edges(at start: Int) -> ArraySlice<Edge> { edges[ranges[start]] }

    /// The indices of the edges at a token that add to the whole message.
    func phrases(at start: Int) -> ArraySlice<Int> { phrases[phraseRanges[start]] }
}

/// Goes through the tokens with the sequences of the lexicon, and gathers what a chart is made of.
private struct ChartWalk {
    let lexemes: [Lexeme]
    private(set) var edges: [Chart.Edge] = []
    private(set) var ranges: [Range<Int>]
    private(set) var phrases: [Int] = []
    private(set) var phraseRanges: [Range<Int>]
    private let lexicon: Lexicon
    /// The edges of the parts on the way through a sequence.
    private var captured: [Int] = []

    /// Most meanings kept of one stretch; more is a grammar gone wild.
    private static let mostEdges = 400
    /// Mostly there are fewer edges for each token.
    private static let usualEdges = 4

    init(_ tokens: [Token], lexicon: Lexicon) {
        self.lexicon = lexicon
        lexemes = tokens.map { lexicon.lexeme($0) }
        ranges = Array(repeating: 0..<0, count: tokens.count)
        phraseRanges = ranges
        edges.reserveCapacity(tokens.count * Self.usualEdges)
        phrases.reserveCapacity(tokens.count)
    }

    mutating func read(_ tokens: [Token]) {
        for start in tokens.indices.reversed() { read(tokens[start], at: start) }
    }

    private mutating func read(_ token: Token, at start: Int) {
        let first = edges.count
        ranges[start] = first..<first
        if case .number(let value, let decimals) = token.kind {
            let number = WellKnownText.number.rawValue
            edges.append(
                Chart.Edge(
                    part: number, name: number, start: start, end: start + 1,
                    value: .amount(
                        Amount(
                            value, decimals: decimals, isPadded: token.text.utf8.first == UInt8(ascii: "0"))))
            )
        }
        if let step = lexicon.step(from: LexiconLayer.root, by: lexemes[start].symbol) {
            walk(step, from: start, at: start + 1)
        }
        // A sequence that begins with a part grows from each edge that reads the part here.
        var next = first
        while next < edges.count {
            if let step = lexicon.step(from: LexiconLayer.root, by: Lexeme.symbol(ofPart: edges[next].part)) {
                captured.append(next)
                walk(step, from: start, at: edges[next].end)
                captured.removeLast()
            }
            next += 1
        }
        ranges[start] = first..<edges.count
        let firstPhrase = phrases.count
        for index in ranges[start] where edges[index].part == WellKnownText.phrase.rawValue {
            phrases.append(index)
        }
        phraseRanges[start] = firstPhrase..<phrases.count
    }

    /// Goes on through the sequences that share what was read from `start` up to `position`.
    private mutating func walk(_ step: Int, from start: Int, at position: Int) {
        let node = LexiconLayer.node(step)
        accept(node, lexicon.lower, from: start, to: position)
        accept(node, lexicon.upper, from: start, to: position)
        var next = position
        while next < lexemes.count {
            let lexeme = lexemes[next]
            if let step = lexicon.step(from: node, by: lexeme.symbol) {
                walk(step, from: start, at: next + 1)
            }
            if LexiconLayer.leadsOnByParts(step) {
                for index in ranges[next] {
                    let part = Lexeme.symbol(ofPart: edges[index].part)
                    guard let step = lexicon.step(from: node, by: part) else { continue }
                    captured.append(index)
                    walk(step, from: start, at: edges[index].end)
                    captured.removeLast()
                }
            }
            // Words that say nothing may stand inside a phrase.
            guard lexeme.isFiller else { break }
            next += 1
        }
    }

    private mutating func accept(_ node: Int, _ layer: LexiconLayer, from start: Int, to end: Int) {
        guard var index = layer.step(from: node, by: LexiconLayer.accepting) else { return }
        while true {
            let accept = layer.accept(index)
            var term = Unpacker(layer.terms, at: accept.term)
            if let value = term.meaning(in: lexicon, { edges[captured[$0]].value }) {
                add(Chart.Edge(part: accept.part, name: accept.name, start: start, end: end, value: value))
            }
            if accept.isLast { return }
            index += 1
        }
    }

    private mutating func add(_ edge: Chart.Edge) {
        let first = ranges[edge.start].lowerBound
        guard edges.count - first < Self.mostEdges,
            !edges[first...].contains(where: {
                $0.end == edge.end && $0.part == edge.part && $0.name == edge.name && $0.value == edge.value
            })
        else { return }
        edges.append(edge)
    }
}
