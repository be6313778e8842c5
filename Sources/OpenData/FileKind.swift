import Notation

/// The kinds of file that are known, told apart by their headers whatever the file is called.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
    /// data.police.uk: a row is a crime or an incident.
    case street
    /// data.police.uk: what came of crimes.
    case outcomes
    /// data.police.uk: stops and searches.
    case stops
    /// The Home Office's recorded crime by partnership, offence and quarter.
    case recordedCrimeByPartnership = "recorded-crime-by-partnership"
    /// The Home Office's recorded crime by force area, offence and quarter.
    case recordedCrime = "recorded-crime"
    /// Figures in the shape of Data/observations.csv.
    case observations

    public var name: String {
        switch self {
        case .street: "a data.police.uk street file"
        case .outcomes: "a data.police.uk outcomes file"
        case .stops: "a data.police.uk stop and search file"
        case .recordedCrimeByPartnership: "a Home Office table of recorded crime by partnership"
        case .recordedCrime: "a Home Office table of recorded crime by force area"
        case .observations: "a table of figures like Data/observations.csv"
        }
    }

    public var isKept: Bool {
        switch self {
        case .street, .recordedCrimeByPartnership, .recordedCrime, .observations: true
        case .outcomes, .stops: false
        }
    }

    /// A column by the names it goes by, in lower case with spaces. Headers drift from year to year, and programs
    /// that save a table again write underscores.
    enum Column: Hashable {
        case month, force, lsoaName, crimeType
        case crimeID, outcomeType, stopDate, objectOfSearch
        case year, quarter, partnership, group, subgroup, number
        case measure, crimeTypeID, area, period, value, note, source

        var names: [String] {
            switch self {
            case .month: ["month"]
            case .force: ["falls within", "force name", "police force", "force"]
            case .lsoaName: ["lsoa name"]
            case .crimeType: ["crime type"]
            case .crimeID: ["crime id"]
            case .outcomeType: ["outcome type"]
            case .stopDate: ["date"]
            case .objectOfSearch: ["object of search"]
            case .year: ["financial year"]
            case .quarter: ["financial quarter"]
            case .partnership: ["csp name", "community safety partnership", "csp"]
            case .group: ["offence group"]
            case .subgroup: ["offence subgroup"]
            case .number: ["number of offences", "offence count", "offences"]
            case .measure: ["measure"]
            case .crimeTypeID: ["crime type"]
            case .area: ["area"]
            case .period: ["period"]
            case .value: ["value"]
            case .note: ["note"]
            case .source: ["source"]
            }
        }
    }

    /// The columns without which a file is not of this kind.
    var needed: [Column] {
        switch self {
        case .street: [.crimeID, .month, .force, .lsoaName, .crimeType]
        case .outcomes: [.crimeID, .month, .outcomeType]
        case .stops: [.stopDate, .objectOfSearch]
        case .recordedCrimeByPartnership: FileKind.recordedCrime.needed + [.partnership]
        case .recordedCrime: [.year, .quarter, .force, .group, .subgroup, .number]
        case .observations: [.measure, .crimeTypeID, .area, .period, .value, .source]
        }
    }

    var optional: [Column] {
        switch self {
        case .street, .outcomes, .stops, .recordedCrimeByPartnership, .recordedCrime: []
        case .observations: [.note]
        }
    }
}

/// The first line of a file, understood.
struct Header {
    let kind: FileKind
    let width: Int
    private let places: [FileKind.Column: Int]

    /// - Throws: `OpenDataError` when the columns are of no kind that is kept.
    init(columns: [String], path: String) throws(OpenDataError) {
        let names = columns.map(Header.plain)
        func place(_ column: FileKind.Column) -> Int? {
            column.names.lazy.compactMap { names.firstIndex(of: $0) }.first
        }
        let missing = FileKind.allCases.map { kind in (kind, kind.needed.filter { place($0) == nil }) }
        guard let kind = missing.first(where: { $0.1.isEmpty })?.0 else {
            if let separator = ColumnSeparator(dividing: columns) {
                throw .notCommas(path: path, separator)
            }
            // Nearly one: more than half of the columns are there.
            let near = missing.filter { $0.1.count * 2 < $0.0.needed.count }.min { $0.1.count < $1.1.count }
            guard let (kind, lacking) = near, let column = lacking.first, let name = column.names.first else {
                throw .unknownHeader(path: path, columns: columns)
            }
            throw .wrongHeader(
                path: path, kind: kind, missing: name, hint: EditDistance.nearest(to: name, among: columns))
        }
        guard kind.isKept else { throw .notKept(path: path, kind: kind) }
        self.kind = kind
        width = columns.count
        var places: [FileKind.Column: Int] = [:]
        for column in kind.needed + kind.optional { places[column] = place(column) }
        self.places = places
    }

    subscript(column: FileKind.Column) -> Int? { places[column] }

    /// `Financial_Quarter ` as `financial quarter`.
    private static func plain(_ name: String) -> String {
        name.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
    }
}
