/// What became of the rows of a file of open data.
public struct RowCounts: Hashable, Sendable {
    public var read = 0
    /// Counted in at least one figure.
    public var kept = 0
    /// Kept, and in no district: in the figures of the force alone.
    public var withoutDistrict = 0
    /// Kept, and in a district of another force: in the figures of the force alone.
    public var outside = 0
    /// Of a force that is no area.
    public var leftOut = 0
    /// That could not be read.
    public var bad = 0

    public init() {}
}

/// The figures of one source for one period. A newer copy replaces them as a whole.
public struct SourcePart: Hashable, Sendable {
    public let source: Source
    public let period: Period
    /// Every area that has figures in this part: the whole first, then what it is made of.
    public let areas: [Area]
    public let values: [Series: Int]
    /// How many rows of the file they were counted from.
    public let rows: Int

    public init(source: Source, period: Period, areas: [Area], values: [Series: Int], rows: Int) {
        self.source = source
        self.period = period
        self.areas = areas
        self.values = values
        self.rows = rows
    }
}

/// A crime type of a source's classification, and the first day of figures of its own.
public struct ClassifiedType: Hashable, Sendable {
    public let measure: String
    public let crimeType: String
    public let since: Day

    public init(measure: String, crimeType: String, since: Day) {
        self.measure = measure
        self.crimeType = crimeType
        self.since = since
    }
}

/// A figure of a table in the shape of Data/observations.csv, on its way into a store.
public struct OwnFigure: Hashable, Sendable {
    /// A value, and a number that stands for it throughout a file.
    public struct Numbered<Value: Hashable & Sendable>: Hashable, Sendable {
        public let number: Int
        public let value: Value

        public init(_ number: Int, _ value: Value) {
            self.number = number
            self.value = value
        }
    }

    public let series: Numbered<Series>
    public let period: Numbered<Period>
    /// In units of the measure's last decimal.
    public let value: Int64
    public let note: String?
    /// The id of a source that is held, or the title of one that is not.
    public let source: Numbered<String>

    public init(
        series: Numbered<Series>, period: Numbered<Period>, value: Int64, note: String?,
        source: Numbered<String>
    ) {
        self.series = series
        self.period = period
        self.value = value
        self.note = note
        self.source = source
    }
}

/// A file that figures are taken from.
public struct ImportedFile: Hashable, Sendable {
    public let name: String
    /// 64 hexadecimal digits.
    public let sha256: String
    public let importedOn: Day

    public init(name: String, sha256: String, importedOn: Day) {
        self.name = name
        self.sha256 = sha256
        self.importedOn = importedOn
    }
}

/// What taking a file in changed.
public struct ImportOutcome: Hashable, Sendable {
    /// Figures that were not held before.
    public var added = 0
    /// Figures whose value is another one now.
    public var replaced = 0
    public var unchanged = 0
    /// Figures that the newer copy no longer has.
    public var removed = 0
    /// Figures that are held from another source with another value; that one stays.
    public var conflicts: [Conflict] = []
    /// The first of the figures of another source that a table has put its own in the place of, and how many there are.
    public private(set) var displaced: [Conflict] = []
    public private(set) var countDisplaced = 0
    /// For each source and period that was replaced with other figures.
    public var differences: [Difference] = []

    public struct Conflict: Hashable, Sendable {
        public let series: Series
        public let period: Period
        public let held: String
        public let source: String

        public init(series: Series, period: Period, held: String, source: String) {
            self.series = series
            self.period = period
            self.held = held
            self.source = source
        }
    }

    public struct Difference: Hashable, Sendable {
        public let source: String
        public let period: Period
        public let changed: Int
        public let rowsBefore: Int
        public let rowsAfter: Int

        public init(source: String, period: Period, changed: Int, rowsBefore: Int, rowsAfter: Int) {
            self.source = source
            self.period = period
            self.changed = changed
            self.rowsBefore = rowsBefore
            self.rowsAfter = rowsAfter
        }
    }

    public init() {}

    /// More are counted and not named.
    private static let mostDisplaced = 20

    public mutating func displace(_ figure: Conflict) {
        countDisplaced += 1
        if displaced.count < ImportOutcome.mostDisplaced { displaced.append(figure) }
    }

    public var isChange: Bool { added + replaced + removed > 0 }
}

/// A source that figures are held from, as `askcsp sources` lists it.
public struct HeldSource: Hashable, Sendable {
    public let source: Source
    public let areas: Int
    public let observations: Int
    public let periods: [Coverage.Run]
    /// Empty for a source of Data/.
    public let files: [File]

    public struct File: Hashable, Sendable {
        public let name: String
        public let sha256: String
        public let importedOn: Day
        public let rows: Int
        public let periods: [Coverage.Run]

        public init(name: String, sha256: String, importedOn: Day, rows: Int, periods: [Coverage.Run]) {
            self.name = name
            self.sha256 = sha256
            self.importedOn = importedOn
            self.rows = rows
            self.periods = periods
        }
    }

    public init(source: Source, areas: Int, observations: Int, periods: [Coverage.Run], files: [File]) {
        self.source = source
        self.areas = areas
        self.observations = observations
        self.periods = periods
        self.files = files
    }
}
