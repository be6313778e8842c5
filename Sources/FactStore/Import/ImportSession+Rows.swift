import Facts
import GRDB

/// Single rows of the tables that figures refer to.
extension ImportSession {
    /// A figure that is held already.
    struct Held {
        let value: Int64
        let note: String?
        let source: String
        /// Nil for a figure of Data/.
        let number: Int64?
        /// Whether it was taken as it was published, from Data/ or a table, and not counted.
        let isPublished: Bool
        let conflict: ImportOutcome.Conflict
    }

    func heldFigure(_ series: Series, _ period: Period) throws -> Held? {
        let statement = try database.cachedStatement(sql: ImportSQL.held)
        guard let row = try Row.fetchOne(statement, arguments: StatementArguments(key(series, period))) else {
            return nil
        }
        let value: Int64 = try row.value(0)
        let source: String = try row.value(1)
        let decimals = codelists.measure(series.measure)?.decimals ?? 0
        let text = Rational(scaled: Int(value), decimals: decimals).text(decimals: decimals)
        let title = try String.fetchOne(
            database, sql: "SELECT title FROM source WHERE id = ?", arguments: [source])
        return Held(
            value: value, note: try row.value(3), source: source, number: try row.value(2),
            isPublished: try row.value(4),
            conflict: ImportOutcome.Conflict(
                series: series, period: period, held: text, source: title ?? source))
    }

    func insert(_ source: Source) throws {
        try run(
            "INSERT INTO source VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [source.id, source.title, source.publisher, source.licence])
    }

    /// The grammar's own name for an area stands.
    func insert(_ area: Area) throws {
        try run("INSERT INTO area VALUES (?, ?, 0) ON CONFLICT DO NOTHING", [area.id, area.name])
    }

    /// Since when crime types are counted apart. It is no figure: by itself it changes nothing.
    ///
    /// - Throws: `DatabaseError`.
    public func classify(_ types: [ClassifiedType]) throws {
        for type in types {
            try run(
                """
                INSERT INTO classification VALUES (?, ?, ?) \
                ON CONFLICT DO UPDATE SET first_day = excluded.first_day
                """, [type.measure, type.crimeType, type.since.description])
        }
    }

    func key(_ series: Series, _ period: Period) -> [(any DatabaseValueConvertible)?] {
        StoredKey.values(series) + StoredKey.values(period)
    }

    func place(_ series: Series) -> Coverage.Place {
        Coverage.Place(measure: series.measure, area: series.area)
    }

    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }
}
