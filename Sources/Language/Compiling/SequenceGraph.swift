/// The sequences of words and parts of a lexicon, from their beginnings: a lexicon only answers where one symbol leads.
struct SequenceGraph: Sendable {
    struct Node {
        /// In the order of the grammar's files.
        var words: [(word: String, node: Int)] = []
        var parts: [(part: Int, node: Int)] = []
        /// The same for nodes at which sequences of one meaning in one phrase end; nil where none ends.
        var meaning: String?
    }

    private var nodes: [Int: Node] = [:]

    init(_ lexicon: Lexicon) {
        for (order, layer) in [lexicon.lower, lexicon.upper].enumerated() {
            for (node, symbol, found) in layer.allSteps {
                if symbol == LexiconLayer.accepting {
                    let accept = layer.accept(found)
                    nodes[node, default: Node()].meaning =
                        "\(order) \(accept.part) \(accept.name) \(accept.term)"
                } else if let part = Lexeme.part(of: symbol) {
                    nodes[node, default: Node()].parts.append((part, LexiconLayer.node(found)))
                } else {
                    let word = lexicon.text(Lexeme.word(of: symbol))
                    nodes[node, default: Node()].words.append((word, LexiconLayer.node(found)))
                }
            }
        }
        for node in nodes.keys { nodes[node]?.words.sort { $0.node < $1.node } }
    }

    subscript(node: Int) -> Node { nodes[node] ?? Node() }
}
