/// A way to read a run of tokens as phrases, small words and words that were not read.
struct Cover: Hashable {
    var phrases: [Phrase] = []
    /// Tokens that no phrase and no small word accounts for.
    var unread: [Int] = []
    /// The fewer pieces a cover is made of, the likelier it is meant: the longest phrase wins.
    var cost = 0

    /// The slots its phrases fill, whether or not they agree.
    var slots: Set<Slot> {
        Set(
            phrases.flatMap { phrase -> [Slot] in
                guard case .slots(let assignments) = phrase.edge.value else { return [] }
                return assignments.map(\.slot)
            })
    }

    struct Phrase: Hashable {
        let start: Int
        let edge: Chart.Edge
    }

    /// Covers with the fewest unread tokens, the likeliest first.
    ///
    /// More than the likeliest are kept, because the longest phrases do not always make a question together: in "the
    /// rate for domestic abuse", "for domestic abuse" may be what a project is about.
    static func best(_ tokens: [Token], chart: Chart, grammar: Grammar) -> [Cover] {
        var best: [[Candidate]] = Array(repeating: [], count: tokens.count + 1)
        best[tokens.count] = [Candidate(unread: 0, cost: 0, link: nil)]
        for start in stride(from: tokens.count - 1, through: 0, by: -1) {
            var candidates: [Candidate] = []
            let token = tokens[start]
            let isSmall = grammar.isSmall(token)
            let skipping = !token.isWord ? 0 : grammar.isFiller(token) ? fillerCost : smallWordCost
            for rest in best[start + 1] {
                candidates.append(
                    isSmall
                        ? Candidate(unread: rest.unread, cost: rest.cost + skipping, link: rest.link)
                        : Candidate(
                            unread: rest.unread + 1, cost: rest.cost, link: Link(.unread(start), rest.link)))
            }
            for edge in chart.phrases(at: start) {
                let phrase = Phrase(start: start, edge: edge)
                for rest in best[edge.end] {
                    candidates.append(
                        Candidate(
                            unread: rest.unread, cost: rest.cost + phraseCost,
                            link: Link(.phrase(phrase), rest.link)))
                }
            }
            best[start] = likeliest(candidates)
        }
        return best[0].map(\.cover)
    }

    private static func likeliest(_ candidates: [Candidate]) -> [Candidate] {
        let fewest = candidates.map(\.unread).min() ?? 0
        let kept = candidates.filter { $0.unread == fewest }
        let least = kept.map(\.cost).min() ?? 0
        let near = kept.filter { $0.cost <= least + slack }
        guard near.count > mostCovers else { return near.sorted { $0.cost < $1.cost } }
        return Array(near.sorted { $0.cost < $1.cost }.prefix(mostCovers))
    }

    private static let mostCovers = 96
    /// How much dearer than the likeliest a cover may be: three pieces.
    private static let slack = 34
    private static let phraseCost = 10
    /// A small word that a phrase can read is read by it: "which" asks for something, if there is a phrase for it.
    private static let smallWordCost = 11
    private static let fillerCost = 1

    /// Covers share their ends, as linked lists.
    private final class Link {
        enum Piece {
            case phrase(Phrase)
            case unread(Int)
        }
        let piece: Piece
        let next: Link?

        init(_ piece: Piece, _ next: Link?) {
            self.piece = piece
            self.next = next
        }
    }

    private struct Candidate {
        let unread: Int
        let cost: Int
        let link: Link?

        var cover: Cover {
            var cover = Cover(cost: cost)
            var at = link
            while let link = at {
                switch link.piece {
                case .phrase(let phrase): cover.phrases.append(phrase)
                case .unread(let index): cover.unread.append(index)
                }
                at = link.next
            }
            return cover
        }
    }
}
