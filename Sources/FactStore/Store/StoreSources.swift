import Facts
import GRDB

extension Store {
    /// Every source that figures are held from, and the files that they came in.
    ///
    /// - Throws: `StoreError`.
    public func heldSources() throws -> [HeldSource] {
        try reading { database in
            let files = try Store.files(database)
            let sql = """
                SELECT source.id, title, publisher, licence, count(*), count(DISTINCT area) FROM source \
                JOIN observation ON observation.source = source.id GROUP BY source.id ORDER BY source.id
                """
            return try Row.fetchAll(database, sql: sql).map { row in
                let source = Source(
                    id: try row.value(0), title: try row.value(1), publisher: try row.value(2),
                    licence: try row.value(3))
                return HeldSource(
                    source: source, areas: try row.value(5), observations: try row.value(4),
                    periods: try Store.periods(of: source.id, database), files: files[source.id] ?? [])
            }
        }
    }

    private static func periods(of source: String, _ database: Database) throws -> [Coverage.Run] {
        let sql = """
            SELECT first_day, last_day FROM observation WHERE source = ? GROUP BY 1, 2 ORDER BY 1, 2
            """
        return runs(
            try Row.fetchAll(database, sql: sql, arguments: [source]).compactMap {
                try StoredKey.period($0, at: 0)
            })
    }

    private static func files(_ database: Database) throws -> [String: [HeldSource.File]] {
        let sql = """
            SELECT source, import.id, file, sha256, imported_on, row_count, first_day, last_day FROM import_part \
            JOIN import ON import.id = import_part.import ORDER BY source, first_day, last_day, import.id
            """
        var parts: [String: [Int64: (row: Row, rows: Int, periods: [Period])]] = [:]
        var order: [String: [Int64]] = [:]
        for row in try Row.fetchAll(database, sql: sql) {
            let (source, number): (String, Int64) = (try row.value(0), try row.value(1))
            guard let period = try StoredKey.period(row, at: 6) else { continue }
            if parts[source]?[number] == nil { order[source, default: []].append(number) }
            var part = parts[source]?[number] ?? (row, 0, [])
            part.rows += try row.value(5) as Int
            part.periods.append(period)
            parts[source, default: [:]][number] = part
        }
        return try order.reduce(into: [:]) { files, entry in
            files[entry.key] = try entry.value.compactMap { number in
                guard let part = parts[entry.key]?[number], let day = Day(try part.row.value(4) as String)
                else {
                    return nil
                }
                return HeldSource.File(
                    name: try part.row.value(2), sha256: try part.row.value(3), importedOn: day,
                    rows: part.rows, periods: runs(part.periods))
            }
        }
    }

    private static func runs(_ periods: [Period]) -> [Coverage.Run] {
        var pattern = Coverage.Pattern()
        for period in periods { pattern.add(period, of: nil) }
        return pattern.runs[nil] ?? []
    }
}
