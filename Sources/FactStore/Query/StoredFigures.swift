import Facts
import GRDB

/// Reads figures with parameterised SQL, and keeps a record of what it ran.
struct StoredFigures {
    let database: Database
    let codelists: Codelists
    /// The statements run so far, values filled in, each fit for the `sqlite3` shell.
    private(set) var statements: [String] = []
    private let isRecording: Bool

    init(database: Database, codelists: Codelists, isRecording: Bool = false) {
        self.database = database
        self.codelists = codelists
        self.isRecording = isRecording
    }

    /// The figure of just that period.
    mutating func exact(_ series: Series, _ period: Period) throws -> Observation? {
        guard let decimals = codelists.measure(series.measure)?.decimals else { return nil }
        return try rows(FigureSQL.exact, StoredKey.values(series) + StoredKey.values(period)) {
            try StoredFigures.observation($0, of: series, period, decimals: decimals)
        }.first
    }

    /// The figures of every period that lies inside one.
    mutating func within(_ period: Period, of series: Series) throws -> [Observation] {
        guard let decimals = codelists.measure(series.measure)?.decimals else { return [] }
        let days = StoredKey.values(period) + [period.end.description]
        return try rows(FigureSQL.within, StoredKey.values(series) + days) { row in
            try StoredKey.period(row, at: 4).map {
                try StoredFigures.observation(row, of: series, $0, decimals: decimals)
            }
        }
    }

    /// The figures of several series of one measure, of every period that lies inside one.
    mutating func within(_ period: Period, measure: String, series: [Series]) throws -> [Observation] {
        guard let decimals = codelists.measure(measure)?.decimals else { return [] }
        let asked = Set(series)
        let crimeTypes = Set(series.map { $0.crimeType ?? StoreSchema.allCrimeTypes }).sorted()
        let areas = Set(series.map(\.area)).sorted()
        let days = StoredKey.values(period) + [period.end.description]
        return try rows(
            FigureSQL.withinAll,
            [measure, StoredFigures.json(crimeTypes), StoredFigures.json(areas)] + days
        ) { row in
            let crimeType: String = try row.value(4)
            let found = Series(
                measure: measure, crimeType: crimeType == StoreSchema.allCrimeTypes ? nil : crimeType,
                area: try row.value(5))
            guard asked.contains(found) else { return nil }
            return try StoredKey.period(row, at: 6).map {
                try StoredFigures.observation(row, of: found, $0, decimals: decimals)
            }
        }
    }

    private static func json(_ ids: [String]) -> String {
        let (quote, stroke) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        var text = [UInt8(ascii: "[")]
        for id in ids {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            text.append(quote)
            for byte in id.utf8 {
                if byte == quote || byte == stroke { text.append(stroke) }
                text.append(byte)
            }
            text.append(quote)
        }
        text.append(UInt8(ascii: "]"))
        return String(decoding: text, as: UTF8.self)
    }

    /// Every period held of a series, in order of time.
    mutating func periods(of series: Series) throws -> [Period] {
        try rows(FigureSQL.periods, StoredKey.values(series)) { try StoredKey.period($0, at: 0) }
    }

    /// The percentage that a source prints for a change between just these periods.
    mutating func change(of series: Series, from: Period, to: Period) throws -> PublishedChange? {
        let key = StoredKey.values(series) + StoredKey.values(from) + StoredKey.values(to)
        return try rows(FigureSQL.change, key) { row in
            PublishedChange(
                series: series, from: from, to: to,
                percent: Rational(scaled: try row.value(0), decimals: StoredValue.percentDecimals),
                source: try row.value(1))
        }.first
    }

    /// Whether a source prints any change of a measure.
    mutating func hasChanges(_ measure: String) throws -> Bool {
        try !rows(FigureSQL.hasChanges, [measure]) { try $0.value(0) as Int }.isEmpty
    }

    private static func observation(
        _ row: Row, of series: Series, _ period: Period, decimals: Int
    ) throws -> Observation {
        Observation(
            series: series, period: period, value: Rational(scaled: try row.value(0), decimals: decimals),
            note: try row.value(1), source: try row.value(2), isPublished: try row.value(3))
    }

    mutating func rows<Value>(
        _ sql: String, _ arguments: [any DatabaseValueConvertible], _ read: (Row) throws -> Value?
    ) throws -> [Value] {
        let statement = try database.cachedStatement(sql: sql)
        if isRecording { statements.append(StatementText.filled(sql, with: arguments)) }
        // As optionals, which GRDB takes as they are: of anything else it asks what it is, and that takes longer than
        // looking it up.
        let values = StatementArguments(arguments.map(Optional.some))
        let cursor = try Row.fetchCursor(statement, arguments: values)
        var found: [Value] = []
        while let row = try cursor.next() {
            if let value = try read(row) { found.append(value) }
        }
        return found
    }
}
