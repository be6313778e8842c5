/// What a figure is counted in, and what a computed one comes out in.
public enum Unit: String, Hashable, Sendable, CaseIterable {
    case percent, incidents, offences, pounds
    /// The difference of two percentages. Never called per cent.
    case points = "percentage points"
    case times
    case days
    /// A count of things in a list: crime types, projects, partners.
    case count

    /// Counts and sums of money can be added over periods; rates cannot.
    public var isAdditive: Bool {
        switch self {
        case .incidents, .offences, .pounds, .count, .days: true
        case .percent, .points, .times: false
        }
    }

    /// Things that happened, one by one. "More than 150 crimes" is a number of either.
    public var isOfEvents: Bool { self == .incidents || self == .offences }
}

/// What is counted. The code of an SDMX codelist: `formal-action-rate`, in percent, with one decimal.
public struct Measure: Hashable, Sendable {
    public let id: String
    public let name: String
    public let unit: Unit
    /// Decimals its published figures carry.
    public let decimals: Int

    public init(id: String, name: String, unit: Unit, decimals: Int) {
        self.id = id
        self.name = name
        self.unit = unit
        self.decimals = decimals
    }
}

/// A kind of crime or incident, whether or not the store holds figures for it.
public struct CrimeType: Hashable, Sendable {
    public let id: String
    /// In running text: `drug offences`.
    public let name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A place that figures are for, whether or not the store holds any.
public struct Area: Hashable, Sendable {
    public let id: String
    public let name: String
    /// The partnership's own district, meant when no place is named.
    public let isHome: Bool

    public init(id: String, name: String, isHome: Bool) {
        self.id = id
        self.name = name
        self.isHome = isHome
    }
}

/// A name that Data/ declares and a line of the grammar uses: `passage = legislation`.
public struct DataName: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case topic, acronym, passage }

    public let kind: Kind
    public let id: String
    /// Where the grammar has it, and the whole line, so that a name which is not there can be shown.
    public let path: String
    public let line: Int
    public let column: Int
    public let text: String

    public init(kind: Kind, id: String, path: String, line: Int, column: Int, text: String) {
        self.kind = kind
        self.id = id
        self.path = path
        self.line = line
        self.column = column
        self.text = text
    }
}

/// The codelists: every measure, crime type and area that has a name in the grammar, and what else the grammar and
/// Data/ know each other by.
public struct Codelists: Hashable, Sendable {
    public let measures: [Measure]
    public let crimeTypes: [CrimeType]
    public let areas: [Area]
    /// The ids of the lists that items may stand in.
    public let lists: [String]
    /// What the grammar takes for granted that Data/ declares.
    public let dataNames: [DataName]
    private let measureIndex: [String: Int]
    private let crimeTypeIndex: [String: Int]
    private let areaIndex: [String: Int]

    /// Later entries with an id already taken are left out.
    public init(
        measures: [Measure], crimeTypes: [CrimeType], areas: [Area], lists: [String] = [],
        dataNames: [DataName] = []
    ) {
        self.measures = measures
        self.lists = lists
        self.dataNames = dataNames
        self.crimeTypes = crimeTypes
        self.areas = areas
        func index<Code>(_ codes: [Code], _ id: (Code) -> String) -> [String: Int] {
            Dictionary(codes.enumerated().map { (id($1), $0) }, uniquingKeysWith: { first, _ in first })
        }
        measureIndex = index(measures, \.id)
        crimeTypeIndex = index(crimeTypes, \.id)
        areaIndex = index(areas, \.id)
    }

    /// With areas that have no code yet.
    public func adding(areas more: [Area]) -> Codelists {
        guard !more.isEmpty else { return self }
        return Codelists(
            measures: measures, crimeTypes: crimeTypes, areas: areas + more, lists: lists,
            dataNames: dataNames)
    }

    public func measure(_ id: String) -> Measure? { measureIndex[id].map { measures[$0] } }
    public func crimeType(_ id: String) -> CrimeType? { crimeTypeIndex[id].map { crimeTypes[$0] } }
    public func area(_ id: String) -> Area? { areaIndex[id].map { areas[$0] } }
    public var home: Area? { areas.first(where: \.isHome) }
}
