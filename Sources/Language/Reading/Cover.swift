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
/// What is best from a token to the end of a run serves every run with that end, so it is worked out once for each. What
/// is second best, and so on, is found when somebody looks that far: mostly the first few covers decide.
final class CoverSearch {
    let chart: Chart
    /// By the end of the run; those that nobody asked for are nil.
    private var tables: [Table?]
    private var ways: Ways

    init(_ chart: Chart) {
        self.chart = chart
        let count = chart.lexemes.count
        tables = Array(repeating: nil, count: count + 1)
        ways = Ways(tokens: count)
    }

    /// Covers with the fewest unread tokens, the likeliest first.
    ///
    /// More than the likeliest are kept, because the longest phrases do not always make a question together: in "the
    /// rate for domestic abuse", "for domestic abuse" may be what a project is about.
    func best(of run: Range<Int>) -> Covers {
        var table = tables[run.upperBound] ?? Table(end: run.upperBound)
        if table.first > run.lowerBound {
            // It is changed here alone, and not copied.
            tables[run.upperBound] = nil
            table.reserve(run.count)
            ways.add(to: &table, from: run.lowerBound, in: chart)
            tables[run.upperBound] = table
        }
        return Covers(search: self, place: table[run.lowerBound], run: run)
    }

    /// Covers, each found and put together when it is looked at.
    struct Covers: Sequence {
        fileprivate let search: CoverSearch
        fileprivate let place: Int
        fileprivate let run: Range<Int>

        /// Nil after the last.
        subscript(_ number: Int) -> Cover? {
            search.ways.way(number, at: place).map {
                search.ways.cover($0, of: search.chart, from: run.lowerBound)
            }
        }

        var first: Cover? { self[0] }

        func cost(_ number: Int) -> Int? { search.ways.way(number, at: place)?.cost }

        func makeIterator() -> AnyIterator<Cover> {
            var number = 0
            return AnyIterator {
                defer { number += 1 }
                return self[number]
            }
        }

        /// Whether any phrase that could be read in the run says such a thing.
        func maySay(_ condition: (Value.Assignment) -> Bool) -> Bool {
            run.contains { start in
                search.chart.phrases(at: start).contains { phrase in
                    let edge = search.chart.edges[phrase]
                    guard edge.end <= run.upperBound, case .slots(let assignments) = edge.value else {
                        return false
                    }
                    return assignments.contains(where: condition)
                }
            }
        }
    }

    /// The places of the runs with one end.
    fileprivate struct Table {
        let end: Int
        /// From the end backwards; all runs end in the same place.
        private var places = [Ways.end]

        init(end: Int) { self.end = end }

        /// The first token that there is a place for.
        var first: Int { end + 1 - places.count }
        subscript(_ start: Int) -> Int { places[end - start] }
        mutating func reserve(_ count: Int) { places.reserveCapacity(count + 1) }
        mutating func prepend(_ place: Int) { places.append(place) }
    }
}

/// The ways from one token to the end of a run, for each token and end.
private struct Ways {
    private var places = [Place(unread: 0, options: 0..<0, first: Way(cost: 0, link: Way.end))]
    /// Those of each place lie together.
    private var options: [Option] = []
    /// Ways share their ends: each link goes on with the next.
    private var links: [Link] = []
    /// The ways of some places but for the first of each. Most places are never asked for them.
    private var others: [[Way]] = []

    /// The place that every run ends in.
    static let end = 0

    init(tokens count: Int) {
        places.reserveCapacity(count + 1)
        options.reserveCapacity(2 * count)
        links.reserveCapacity(2 * count)
    }

    /// The places of a table from a token on.
    mutating func add(to table: inout CoverSearch.Table, from start: Int, in chart: Chart) {
        while table.first > start { table.prepend(place(before: table, in: chart)) }
    }

    /// The place before the first of a table.
    private mutating func place(before table: CoverSearch.Table, in chart: Chart) -> Int {
        let start = table.first - 1
        let lexeme = chart.lexemes[start]
        let phrases = chart.phrases(at: start)
        let rest = table[start + 1]
        let unread = places[rest].unread + (lexeme.isSmall ? 0 : 1)
        var fewest = unread
        var isEmpty = true
        for phrase in phrases {
            let end = chart.edges[phrase].end
            guard end <= table.end else { continue }
            isEmpty = false
            fewest = min(fewest, places[table[end]].unread)
        }
        // A mark that nothing begins with changes nothing.
        if isEmpty, lexeme.isSmall, lexeme.costOfSkipping == 0 { return rest }
        let firstOption = options.count
        // Without the token, and then with each phrase that starts at it.
        if unread == fewest {
            let cost = lexeme.isSmall ? lexeme.costOfSkipping : 0
            options.append(Option(cost: cost, rest: rest, piece: lexeme.isSmall ? nil : .unread(start)))
        }
        for phrase in phrases {
            let end = chart.edges[phrase].end
            guard end <= table.end, places[table[end]].unread == fewest else { continue }
            options.append(Option(cost: Self.phraseCost, rest: table[end], piece: .phrase(phrase)))
        }
        let own = firstOption..<options.count
        let first = nextWay(among: own, within: Int.max)
        places.append(Place(unread: fewest, options: own, first: first))
        return places.count - 1
    }

    /// Nil when there are not so many.
    mutating func way(_ number: Int, at place: Int) -> Way? {
        guard let first = places[place].first else { return nil }
        if number == 0 { return first }
        let list = places[place].others ?? others.count
        if list == others.count {
            places[place].others = list
            others.append([])
        }
        while others[list].count < number {
            guard others[list].count + 1 < Self.mostCovers,
                let way = nextWay(among: places[place].options, within: first.cost + Self.slack)
            else { return nil }
            others[list].append(way)
        }
        return others[list][number - 1]
    }

    /// The cheapest way that was not taken yet; of equal ones, in the order of the options.
    private mutating func nextWay(among own: Range<Int>, within limit: Int) -> Way? {
        var best: (cost: Int, option: Int, link: Int)?
        for index in own {
            let option = options[index]
            // No way of a place is cheaper than its first: where that is too dear, none has to be found.
            guard let first = places[option.rest].first, first.cost + option.cost <= limit,
                best.map({ first.cost + option.cost < $0.cost }) ?? true,
                let way = way(option.taken, at: option.rest)
            else { continue }
            let cost = way.cost + option.cost
            if cost <= limit, best.map({ cost < $0.cost }) ?? true { best = (cost, index, way.link) }
        }
        guard let best else { return nil }
        options[best.option].taken += 1
        return Way(cost: best.cost, link: link(options[best.option].piece, best.link))
    }

    private mutating func link(_ piece: Piece?, _ next: Int) -> Int {
        guard let piece else { return next }
        links.append(Link(piece: piece, next: next))
        return links.count - 1
    }

    func cover(_ way: Way, of chart: Chart, from start: Int) -> Cover {
        var cover = Cover(cost: way.cost)
        cover.phrases.reserveCapacity(length(of: way))
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

    private func length(of way: Way) -> Int {
        var count = 0
        var at = way.link
        while at != Way.end {
            count += 1
            at = links[at].next
        }
        return count
    }

    /// More covers of one stretch than this are not looked at: a rambling message could have thousands. With 24, "by
    /// what percentage did FAT outcomes for domestic abuse fall between Q1 and Q2?" was lost; the rest is room to spare.
    private static let mostCovers = 96
    /// How much dearer than the likeliest a cover may be: three small words that a phrase could have read, and a
    /// filler. "Who pays for the stalking project?" and "whose numbers are these, the council's or the police's?" need
    /// three of their words passed over. With a fourth, "how much did the domestic violence car cost on its own?" is
    /// taken for a question about a list of projects.
    private static let slack = 3 * smallWordCost + fillerCost
    /// The longest phrases are the likeliest, so each phrase costs.
    private static let phraseCost = 10
    /// A little more than the phrase that could have read it, which is then preferred.
    fileprivate static let smallWordCost = 11
    fileprivate static let fillerCost = 1

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
        /// The place it leads to.
        let rest: Int
        /// Nil for a small word, which leaves nothing behind.
        let piece: Piece?
        /// How many ways of that place were taken.
        var taken = 0
    }

    struct Way {
        let cost: Int
        let link: Int

        /// The link that is none.
        static let end = -1
    }

    /// What is best from one token to the end.
    private struct Place {
        let unread: Int
        let options: Range<Int>
        let first: Way?
        /// Which list has its other ways.
        var others: Int?
    }
}

extension Lexeme {
    /// A small word that a phrase can read is read by it: "which" asks for something, if there is a phrase for it.
    fileprivate var costOfSkipping: Int { isMark ? 0 : isFiller ? Ways.fillerCost : Ways.smallWordCost }
}
