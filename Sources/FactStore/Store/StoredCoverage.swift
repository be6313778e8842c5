import Facts
import GRDB

/// Which periods are held, kept beside the figures so that nothing has to go through all of them.
enum StoredCoverage {
    static func read(_ database: Database) throws -> Coverage {
        var patterns: [Coverage.Pattern] = []
        var numbers: [Int64: Int] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT id, runs FROM coverage_pattern ORDER BY id") {
            guard let pattern = CoverageText.pattern(try row.value(1)) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            numbers[try row.value(0)] = patterns.count
            patterns.append(pattern)
        }
        var places: [Coverage.Place: Int] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT measure, area, pattern FROM coverage")
        while let row = try rows.next() {
            guard let number = numbers[try row.value(2)] else { continue }
            places[Coverage.Place(measure: try row.value(0), area: try row.value(1))] = number
        }
        return Coverage(patterns: patterns, places: places)
    }

    /// Writes the patterns of some places anew.
    static func write(_ patterns: [Coverage.Place: Coverage.Pattern], in database: Database) throws {
        for (place, pattern) in patterns {
            guard !pattern.isEmpty else {
                try database.execute(
                    sql: "DELETE FROM coverage WHERE measure = ? AND area = ?",
                    arguments: [place.measure, place.area])
                continue
            }
            let runs = CoverageText.text(of: pattern)
            try database.execute(
                sql: "INSERT INTO coverage_pattern (runs) VALUES (?) ON CONFLICT DO NOTHING",
                arguments: [runs])
            try database.execute(
                sql: """
                    INSERT INTO coverage SELECT ?, ?, id FROM coverage_pattern WHERE runs = ? \
                    ON CONFLICT DO UPDATE SET pattern = excluded.pattern
                    """, arguments: [place.measure, place.area, runs])
        }
        try database.execute(
            sql: "DELETE FROM coverage_pattern WHERE id NOT IN (SELECT pattern FROM coverage)")
    }

    /// From all the figures, in the order of their key.
    static func rebuild(in database: Database) throws {
        var patterns: [Coverage.Place: Coverage.Pattern] = [:]
        let sql = """
            SELECT measure, crime_type, area, first_day, last_day FROM observation
            ORDER BY measure, crime_type, area, first_day, last_day
            """
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let series = try StoredKey.series(row, at: 0)
            guard let period = try StoredKey.period(row, at: 3) else { continue }
            patterns[Coverage.Place(measure: series.measure, area: series.area), default: Coverage.Pattern()]
                .add(period, of: series.crimeType)
        }
        try database.execute(sql: "DELETE FROM coverage")
        try write(patterns, in: database)
    }
}
