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
    func best(of run: Range<Int>) -> Covers {
        var table = tables[run.upperBound] ?? Table(end: run.upperBound)
        while table.first > run.lowerBound { extend(&table) }
        tables[run.upperBound] = table
        return Covers(search: self, ways: table[run.lowerBound].ways, start: run.lowerBound)
    }

    /// Covers, each put together when it is looked at: mostly the first few decide.
    struct Covers: RandomAccessCollection {
        fileprivate let search: CoverSearch
        fileprivate let ways: [Way]
        fileprivate let start: Int

        var startIndex: Int { 0 }
        var endIndex: Int { ways.count }
        subscript(_ index: Int) -> Cover { search.cover(ways[index], from: start) }

        /// Whether a phrase of the message names a stretch by its ends.
        var mayNameEnds: Bool { search.chart.namesEnds }
    }

    private func extend(_ table: inout Table) {
        let start = table.first - 1
        let lexeme = chart.lexemes[start]
        let edges = chart.phrases(at: start).filter { chart.edges[$0].end <= table.end }
        let rest = table[start + 1]
        // Without the token, and then with each phrase that starts at it.
        let unread = rest.unread + (lexeme.isSmall ? 0 : 1)
        let fewest = edges.reduce(unread) { Swift.min($0, table[chart.edges[$1].end].unread) }
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
        table.prepend(Place(unread: fewest, ways: cheapest(options)))
    }

    /// The cheapest ways to go on with one of some options; of equal ones, in the order of the options.
    private func cheapest(_ options: [Option]) -> [Way] {
        if options.count == 1 {
            return options[0].ways.map {
                Way(cost: $0.cost + options[0].cost, link: link(options[0].piece, $0.link))
            }
        }
        let least = options.reduce(Int.max) { Swift.min($0, $1.cost + $1.ways[0].cost) }
        var near: [(cost: Int, order: Int, option: Int, way: Int)] = []
        for (index, option) in options.enumerated() {
            for (number, way) in option.ways.enumerated() where way.cost + option.cost <= least + Self.slack {
                near.append((way.cost + option.cost, near.count, index, number))
            }
        }
        near.sort { ($0.cost, $0.order) < ($1.cost, $1.order) }
        return near.prefix(Self.mostCovers).map { chosen in
            let option = options[chosen.option]
            return Way(cost: chosen.cost, link: link(option.piece, option.ways[chosen.way].link))
        }
    }

    private func link(_ piece: Piece?, _ next: Int) -> Int {
        guard let piece else { return next }
        links.append(Link(piece: piece, next: next))
        return links.count - 1
    }

    fileprivate func cover(_ way: Way, from start: Int) -> Cover {
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

    fileprivate struct Way {
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
