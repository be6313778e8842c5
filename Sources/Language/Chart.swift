import Facts

/// Everything the grammar can read in a run of tokens: each part, where it starts and ends, and what it means.
///
/// Built from the last token to the first, so that whatever starts later is complete when it is needed.
struct Chart {
    struct Edge: Hashable {
        let part: String
        let end: Int
        let value: Value
        /// The block that read it.
        let name: String
    }

    /// By the token an edge starts at.
    private(set) var edges: [[Edge]]
    /// Most meanings kept of one stretch; more is a grammar gone wild.
    private static let mostEdges = 400

    init(_ tokens: [Token], grammar: Grammar) {
        edges = Array(repeating: [], count: tokens.count + 1)
        for start in stride(from: tokens.count - 1, through: 0, by: -1) {
            var builder = Builder(tokens: tokens, grammar: grammar, later: edges, start: start)
            edges[start] = builder.edges()
        }
    }

    /// The edges that add to the whole message.
    func phrases(at start: Int) -> [Edge] { edges[start].filter { $0.part == "phrase" } }

    private struct Builder {
        let tokens: [Token]
        let grammar: Grammar
        let later: [[Edge]]
        let start: Int
        var found: [Edge] = []
        var known: Set<Edge> = []

        init(tokens: [Token], grammar: Grammar, later: [[Edge]], start: Int) {
            self.tokens = tokens
            self.grammar = grammar
            self.later = later
            self.start = start
        }

        mutating func edges() -> [Edge] {
            let token = tokens[start]
            if case .number(let value, let decimals) = token.kind {
                add(
                    Edge(
                        part: "number", end: start + 1, value: .amount(Amount(value, decimals: decimals)),
                        name: "number"))
            }
            if let node = grammar.trie.nodes[0].words[token.text] { walk(node, at: start + 1, []) }
            // A sequence that begins with a part grows from each edge that reads the part here.
            var next = 0
            while next < found.count {
                let edge = found[next]
                next += 1
                if let node = grammar.trie.nodes[0].parts[edge.part] {
                    walk(node, at: edge.end, [edge.value])
                }
            }
            return found
        }

        private mutating func walk(_ node: Int, at position: Int, _ captured: [Value]) {
            let here = grammar.trie.nodes[node]
            for accept in here.accepts {
                var captures: [String: Value] = [:]
                for (name, value) in zip(accept.captures, captured) { captures[name] = value }
                if let value = accept.term.value(captures) {
                    add(Edge(part: accept.part, end: position, value: value, name: accept.name))
                }
            }
            guard !here.words.isEmpty || !here.parts.isEmpty else { return }
            var next = position
            while next < tokens.count {
                if let child = here.words[tokens[next].text] { walk(child, at: next + 1, captured) }
                if !here.parts.isEmpty {
                    for edge in later[next] {
                        if let child = here.parts[edge.part] {
                            walk(child, at: edge.end, captured + [edge.value])
                        }
                    }
                }
                // Words that say nothing may stand inside a phrase.
                guard grammar.isFiller(tokens[next]) else { break }
                next += 1
            }
        }

        private mutating func add(_ edge: Edge) {
            guard found.count < Chart.mostEdges, known.insert(edge).inserted else { return }
            found.append(edge)
        }
    }
}
