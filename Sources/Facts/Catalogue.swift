/// A member of one of the lists that the store holds: a partner, a project.
public struct Item: Hashable, Sendable {
    /// The list's id: `partners`, `shared-projects`.
    public let list: String
    /// 1 for the first, in the source's order.
    public let number: Int
    /// A short name: `City Council`.
    public let name: String
    /// The source's whole text.
    public let text: String
    /// What it is about, in the words people look for it by: `rural areas`, `domestic abuse`, `council`.
    public let about: [String]
    public let source: String

    public init(list: String, number: Int, name: String, text: String, about: [String], source: String) {
        self.list = list
        self.number = number
        self.name = name
        self.text = text
        self.about = about
        self.source = source
    }
}

/// Letters and what they stand for.
public struct Acronym: Hashable, Sendable {
    public let letters: String
    public let expansion: String
    public let source: String

    public init(letters: String, expansion: String, source: String) {
        self.letters = letters
        self.expansion = expansion
        self.source = source
    }
}

/// A stretch of the source's own text, answered whole.
public struct Passage: Hashable, Sendable {
    public let id: String
    /// In fixed words: `the vision of the partnership`. Asked, it is answered with the text.
    public let name: String
    public let text: String
    /// The words and phrases people ask for it by.
    public let about: [String]
    public let source: String

    public init(id: String, name: String, text: String, about: [String], source: String) {
        self.id = id
        self.name = name
        self.text = text
        self.about = about
        self.source = source
    }
}

/// What the store holds, in so far as it takes part in reading a question.
public struct Catalogue: Hashable, Sendable {
    public let items: [Item]
    public let acronyms: [Acronym]
    public let passages: [Passage]
    public let sources: [Source]
    /// The periods held for each series.
    public let held: Coverage
    /// The areas that figures are held for, those that the grammar does not name included.
    public let areas: [Area]
    /// Sums of money, by which people name what was paid: "what was the £24,300 spent on?"
    public let sums: [Sum]
    /// A sum of money and the measure it is the figure of.
    public struct Sum: Hashable, Sendable {
        public let measure: String
        /// In whole pounds, without separators: `24300`.
        public let pounds: String

        public init(measure: String, pounds: String) {
            self.measure = measure
            self.pounds = pounds
        }
    }

    public init(
        items: [Item], acronyms: [Acronym], passages: [Passage], sources: [Source], held: Coverage,
        sums: [Sum] = [], areas: [Area] = []
    ) {
        self.areas = areas
        self.sums = sums
        self.items = items
        self.acronyms = acronyms
        self.passages = passages
        self.sources = sources
        self.held = held
    }

    /// The series held of a measure and area, in a fixed order.
    public func series(of measure: String, in area: String) -> [Series] {
        held.series(of: measure, in: area)
    }

    /// Every period held by at least one of the series, in order of time.
    public func periods(of series: [Series]) -> [Period] {
        if series.allSatisfy({ $0.added.isEmpty }) { return held.periods(of: series) }
        let lists = Set(series.map { $0.added.isEmpty ? held.periods(of: [$0]) : common($0.addends) })
        return lists.count == 1 ? lists.first ?? [] : Set(lists.joined()).sorted()
    }

    /// The periods that each of several series is held for: a sum of them has a figure for no other.
    private func common(_ series: [Series]) -> [Period] {
        let lists = series.map { held.periods(of: [$0]) }
        guard let first = lists.first else { return [] }
        let others = lists.dropFirst().map(Set.init)
        return first.filter { period in others.allSatisfy { $0.contains(period) } }
    }

    /// Whether figures are held of a series for any period.
    public func isHeld(_ series: Series) -> Bool {
        series.except.isEmpty && series.added.isEmpty
            ? held.holds(series) : series.parts.allSatisfy { held.holds($0) }
    }

    /// The areas that a measure is held for, of a crime type or of all together.
    public func areas(of measure: String, crimeType: String?) -> [String] {
        held.areas.filter {
            held.holds(Series(measure: measure, crimeType: crimeType, area: $0))
        }.sorted()
    }

    /// The crime types that a measure is held by in an area.
    public func crimeTypes(of measure: String, in area: String) -> Set<String> {
        Set(held[Coverage.Place(measure: measure, area: area)].runs.keys.compactMap { $0 })
    }
}
