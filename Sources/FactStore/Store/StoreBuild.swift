import Facts
import GRDB

/// Fills an empty database with the tables and everything that goes into them.
struct StoreBuild {
    let data: DataFiles
    let codelists: Codelists
    let fingerprint: String
    /// Whether the store holds names and figures already, of which those of Data/ take the place.
    var isRefresh = false

    /// - Throws: `DatabaseError`.
    func run(in database: Database) throws {
        for statement in StoreSchema.statements { try database.execute(sql: statement) }
        try fill(database)
    }

    /// Puts what the files say in the place of what they said before. What was imported stays, also where the files
    /// have the same figure: a table may have brought Q3 before Data/ did.
    ///
    /// - Throws: `DatabaseError`.
    func refresh(_ database: Database) throws {
        var build = self
        build.isRefresh = true
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let texts = ["passage_topic", "passage", "acronym", "item_topic", "item", "published_change", "meta"]
        for table in texts { try database.execute(sql: "DELETE FROM \(table)") }
        try database.execute(sql: "DELETE FROM observation WHERE import IS NULL")
        try database.execute(sql: "DELETE FROM source WHERE id NOT IN (SELECT source FROM import_part)")
        try build.fill(database)
    }

    private func fill(_ database: Database) throws {
        try insert(
            ["format": String(StoreSchema.format), "fingerprint": fingerprint].map { [$0.key, $0.value] },
            into: "meta", in: database)
        try insertCodelists(in: database)
        try insert(
            data.sources.map { [$0.id, $0.title, $0.publisher, $0.licence] }, into: "source", in: database)
        try insertFigures(in: database)
        try insertTexts(in: database)
        try StoredCoverage.rebuild(in: database)
    }

    private func insertCodelists(in database: Database) throws {
        try insert(
            codelists.measures.map { [$0.id, $0.name, $0.unit.rawValue, $0.decimals] }, into: "measure",
            in: database)
        let unsplit: [any DatabaseValueConvertible] = [StoreSchema.allCrimeTypes, "not split by crime type"]
        try insert(
            [unsplit] + codelists.crimeTypes.map { [$0.id, $0.name] }, into: "crime_type", in: database)
        try insert(codelists.areas.map { [$0.id, $0.name, $0.isHome] }, into: "area", in: database)
    }

    private func insertFigures(in database: Database) throws {
        var disputed: Set<FigureKey> = []
        let add = try database.makeStatement(sql: ImportSQL.add)
        for figure in data.observations {
            let decimals = codelists.measure(figure.series.measure)?.decimals ?? 0
            let value = StoredValue.integer(figure.value, decimals: decimals)
            let key = StoredKey.values(figure.series) + StoredKey.values(figure.period)
            try add.execute(
                arguments: StatementArguments(
                    key + [value, figure.note, figure.source, figure.isPublished, nil]))
            guard database.changesCount == 0 else { continue }
            let held = try Int64.fetchOne(
                database, sql: ImportSQL.held, arguments: StatementArguments(key))
            if held != value { disputed.insert(FigureKey(figure.series, figure.period)) }
        }
        // A percentage that a page prints is of the page's own figures, and not of others that were imported.
        let changes = data.changes.filter { change in
            [change.from, change.to].allSatisfy { !disputed.contains(FigureKey(change.series, $0)) }
        }
        try insert(
            changes.map { change in
                StoredKey.values(change.series) + StoredKey.values(change.from) + StoredKey.values(change.to)
                    + [
                        StoredValue.integer(change.percent, decimals: StoredValue.percentDecimals),
                        change.source,
                    ]
            }, into: "published_change", in: database)
    }

    private func insertTexts(in database: Database) throws {
        try insert(
            data.items.map { [$0.list, $0.number, $0.name, $0.text, $0.source] }, into: "item", in: database)
        try insert(
            data.items.flatMap { item in
                item.about.enumerated().map { [item.list, item.number, $0.offset, $0.element] }
            }, into: "item_topic", in: database)
        try insert(
            data.acronyms.enumerated().map { [$0, $1.letters, $1.expansion, $1.source] }, into: "acronym",
            in: database)
        try insert(
            data.passages.enumerated().map { [$0, $1.id, $1.name, $1.text, $1.source] }, into: "passage",
            in: database)
        try insert(
            data.passages.flatMap { passage in
                passage.about.enumerated().map { [passage.id, $0.offset, $0.element] }
            }, into: "passage_topic", in: database)
    }

    private func insert(
        _ rows: [[(any DatabaseValueConvertible)?]], into table: String, in database: Database
    ) throws {
        guard let width = rows.first?.count else { return }
        let places = Array(repeating: "?", count: width).joined(separator: ", ")
        let statement = try database.makeStatement(
            sql: "INSERT \(isRefresh ? "OR REPLACE " : "")INTO \(table) VALUES (\(places))")
        for row in rows { try statement.execute(arguments: StatementArguments(row)) }
    }
}

/// Figures as the store keeps them: whole numbers, in units of the last decimal.
enum StoredValue {
    /// A published change is kept in hundredths of one per cent.
    static let percentDecimals = 2

    /// Nil, which no column takes, for a number too large for SQLite.
    static func integer(_ value: Rational, decimals: Int) -> Int64? {
        Int64(exactly: value.scaled(decimals: decimals))
    }
}
