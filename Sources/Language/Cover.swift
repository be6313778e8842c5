/// A way to read a run of tokens as phrases, small words and words that were not read.
struct Cover: Hashable {
    var phrases: [Phrase] = []
    /// Tokens that no phrase and no small word accounts for.
    var unread: [Int] = []

    struct Phrase: Hashable {
        let start: Int
        let edge: Chart.Edge
    }

    /// Covers with the fewest unread tokens, and of these with the fewest phrases and small words: the longest
    /// phrase wins. All of the equally good ones, up to a limit.
    static func best(_ tokens: [Token], chart: Chart, grammar: Grammar) -> [Cover] {
        var best: [[Candidate]] = Array(repeating: [], count: tokens.count + 1)
        best[tokens.count] = [Candidate(unread: 0, pieces: 0, cover: Cover())]
        for start in stride(from: tokens.count - 1, through: 0, by: -1) {
            var candidates: [Candidate] = []
            let isSmall = grammar.isSmall(tokens[start])
            for rest in best[start + 1] {
                var next = rest
                if isSmall {
                    next.pieces += tokens[start].isWord ? Self.smallWordCost : 0
                } else {
                    next.unread += 1
                    next.cover.unread.insert(start, at: 0)
                }
                candidates.append(next)
            }
            for edge in chart.phrases(at: start) {
                for rest in best[edge.end] {
                    var next = rest
                    next.pieces += Self.phraseCost
                    next.cover.phrases.insert(Phrase(start: start, edge: edge), at: 0)
                    candidates.append(next)
                }
            }
            let least = candidates.map(\.cost).min() ?? 0
            var seen: Set<Cover> = []
            best[start] = candidates.filter { $0.cost == least && seen.insert($0.cover).inserted }
            if best[start].count > mostCovers { best[start] = Array(best[start].prefix(mostCovers)) }
        }
        return best[0].map(\.cover)
    }

    private static let mostCovers = 24
    /// A small word that a phrase can read is read by it: "which" asks for something, if there is a phrase for it.
    private static let smallWordCost = 11
    private static let phraseCost = 10

    private struct Candidate {
        var unread: Int
        var pieces: Int
        var cover: Cover
        /// An unread token outweighs any number of phrases.
        var cost: Int { unread * 100_000 + pieces }
    }
}
