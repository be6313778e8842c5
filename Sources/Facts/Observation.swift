/// Where figures come from.
public struct Source: Hashable, Sendable {
    public let id: String
    /// `Current CSP Strategy`.
    public let title: String
    public let publisher: String
    /// Empty when not known.
    public let licence: String

    public init(id: String, title: String, publisher: String, licence: String) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.licence = licence
    }
}

/// The dimensions of a figure, but for its period. Each is the id of a code.
public struct Series: Hashable, Sendable, Comparable {
    public let measure: String
    /// Nil for a measure that is not split by crime type: all reported crime, the funding sums.
    public let crimeType: String?
    public let area: String
    /// Crime types that are taken out of the figure for all of them: "everything except violence".
    public let except: [String]
    /// What is added to it, of the same measure: the robberies of "burglary and robbery together".
    public let added: [Series]

    public init(
        measure: String, crimeType: String?, area: String, except: [String] = [], added: [Series] = []
    ) {
        self.measure = measure
        self.crimeType = crimeType
        self.area = area
        self.except = except
        self.added = added
    }

    /// By measure, crime type, area and what is left out, then by what is added.
    public static func < (left: Series, right: Series) -> Bool {
        let first = (left.measure, left.crimeType ?? "", left.area, left.except.joined(separator: " "))
        let second = (right.measure, right.crimeType ?? "", right.area, right.except.joined(separator: " "))
        return first == second ? left.added.lexicographicallyPrecedes(right.added) : first < second
    }

    /// The series that a store holds, and out of which figures are taken: those that are added up, then each that is
    /// left out.
    public var parts: [Series] { added.isEmpty && except.isEmpty ? [self] : addends + lessened }

    /// Itself, without what is left out, and what is added to it.
    public var addends: [Series] { [Series(measure: measure, crimeType: crimeType, area: area)] + added }

    /// What is left out, as series.
    public var lessened: [Series] { except.map { Series(measure: measure, crimeType: $0, area: area) } }

    /// Its crime types, each once: both of "burglary and robbery together".
    public var crimeTypes: [String] {
        added.isEmpty ? crimeType.map { [$0] } ?? [] : addends.compactMap(\.crimeType).distinct
    }

    /// Its areas, each once.
    public var areas: [String] { added.isEmpty ? [area] : addends.map(\.area).distinct }
}

/// One figure as its source gives it.
public struct Observation: Hashable, Sendable {
    public let series: Series
    public let period: Period
    public let value: Rational
    /// What the source adds to the figure: `possessions`.
    public let note: String?
    /// A source's id.
    public let source: String
    /// Whether the source prints the figure, or it was counted from the source's rows.
    public let isPublished: Bool

    public init(
        series: Series, period: Period, value: Rational, note: String?, source: String,
        isPublished: Bool = true
    ) {
        self.series = series
        self.period = period
        self.value = value
        self.note = note
        self.source = source
        self.isPublished = isPublished
    }
}

/// A percentage change that a source prints itself. It is quoted rather than worked out again: a source that
/// worked from unrounded figures prints another second decimal than its own rounded figures give.
public struct PublishedChange: Hashable, Sendable {
    public let series: Series
    public let from: Period
    public let to: Period
    /// Per cent; negative for a decrease.
    public let percent: Rational
    public let source: String

    public init(series: Series, from: Period, to: Period, percent: Rational, source: String) {
        self.series = series
        self.from = from
        self.to = to
        self.percent = percent
        self.source = source
    }
}
