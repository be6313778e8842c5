/// A way to read a run of tokens as phrases, small words and words that were not read.
struct Cover {
    var phrases: [Phrase] = []
    /// Tokens that no phrase and no small word accounts for.
    var unread: [Int] = []
    /// The fewer pieces a cover is made of, the likelier it is meant: the longest phrase wins.
    var cost = 0

    /// A stretch of the run that the grammar reads. It counts from the run's first token.
    struct Phrase {
        let start: Int
        let end: Int
        /// The number of its block's name.
        let name: Int
        let assignments: [Value.Assignment]
    }

    /// The slots its phrases fill, whether or not they agree.
    var slots: SlotSet { SlotSet(phrases.flatMap { $0.assignments.map(\.slot) }) }
}

/// Chooses covers of the runs of one message.
///
/// What is best from a token to the end of a run serves every run with that end, so it is worked out once for each.
final class CoverSearch {
    let chart: Chart
    /// By the end of the run.
    private var tables: [Int: Table] = [:]
    /// Covers share their ends: each link goes on with the next.
    private var links: [Link] = []

    init(_ chart: Chart) { self.chart = chart }

    /// Covers with the fewest unread tokens, the likeliest first.
    ///
    /// More than the likeliest are kept, because the longest phrases do not always make a question together: in "the
    /// rate for domestic abuse", "for domestic abuse" may be what a project is about.
    func best(of run: Range<Int>) -> [Cover] {
        var table = tables[run.upperBound] ?? Table(end: run.upperBound)
        while table.first > run.lowerBound { extend(&table) }
        tables[run.upperBound] = table
        return table[run.lowerBound].ways.map { cover($0, from: run.lowerBound) }
    }

    private func extend(_ table: inout Table) {
        let start = table.first - 1
        let lexeme = chart.lexemes[start]
        let edges = chart.phrases(at: start).filter { chart.edges[$0].end <= table.end }
        let rest = table[start + 1]
        // Without the token, and then with each phrase that starts at it.
        let unread = rest.unread + (lexeme.isSmall ? 0 : 1)
        let fewest = edges.reduce(unread) { min($0, table[chart.edges[$1].end].unread) }
        var options: [Option] = []
        if unread == fewest {
            let cost = lexeme.isSmall ? lexeme.costOfSkipping : 0
            options.append(Option(cost: cost, ways: rest.ways, piece: lexeme.isSmall ? nil : .unread(start)))
        }
        for edge in edges {
            let rest = table[chart.edges[edge].end]
            guard rest.unread == fewest else { continue }
            options.append(Option(cost: Self.phraseCost, ways: rest.ways, piece: .phrase(edge)))
        }
        let least = options.reduce(Int.max) { min($0, $1.cost + $1.ways[0].cost) }
        var near: [[Way]] = Array(repeating: [], count: Self.slack + 1)
        for option in options {
            for way in option.ways where way.cost + option.cost <= least + Self.slack {
                let cost = way.cost + option.cost
                near[cost - least].append(Way(cost: cost, link: link(option.piece, way.link)))
            }
        }
        table.prepend(Place(unread: fewest, ways: Array(near.joined().prefix(Self.mostCovers))))
    }

    private func link(_ piece: Piece?, _ next: Int) -> Int {
        guard let piece else { return next }
        links.append(Link(piece: piece, next: next))
        return links.count - 1
    }

    private func cover(_ way: Way, from start: Int) -> Cover {
        var cover = Cover(cost: way.cost)
        var at = way.link
        while at != Way.end {
            switch links[at].piece {
            case .phrase(let index):
                let edge = chart.edges[index]
                var assignments: [Value.Assignment] = []
                if case .slots(let filled) = edge.value { assignments = filled }
                cover.phrases.append(
                    Cover.Phrase(
                        start: edge.start - start, end: edge.end - start, name: edge.name,
                        assignments: assignments))
            case .unread(let index): cover.unread.append(index - start)
            }
            at = links[at].next
        }
        return cover
    }

    private static let mostCovers = 96
    /// How much dearer than the likeliest a cover may be: three pieces.
    private static let slack = 34
    private static let phraseCost = 10

    private enum Piece {
        /// The index of an edge.
        case phrase(Int)
        case unread(Int)
    }

    private struct Link {
        let piece: Piece
        let next: Int
    }

    private struct Option {
        let cost: Int
        let ways: [Way]
        /// Nil for a small word, which leaves nothing behind.
        let piece: Piece?
    }

    private struct Way {
        let cost: Int
        let link: Int

        /// The link that is none.
        static let end = -1
    }

    /// The best ways from one token to the end, the likeliest first.
    private struct Place {
        let unread: Int
        let ways: [Way]
    }

    private struct Table {
        let end: Int
        /// From the end backwards.
        private var places: [Place]

        init(end: Int) {
            self.end = end
            places = [Place(unread: 0, ways: [Way(cost: 0, link: Way.end)])]
        }

        /// The first token that there is a place for.
        var first: Int { end + 1 - places.count }
        subscript(_ start: Int) -> Place { places[end - start] }
        mutating func prepend(_ place: Place) { places.append(place) }
    }
}

extension Lexeme {
    /// A small word that a phrase can read is read by it: "which" asks for something, if there is a phrase for it.
    fileprivate var costOfSkipping: Int { isMark ? 0 : isFiller ? 1 : 11 }
}
