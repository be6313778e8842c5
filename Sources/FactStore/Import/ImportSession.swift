import Facts
import GRDB

/// The taking in of one file, inside one transaction.
public final class ImportSession {
    let database: Database
    let codelists: Codelists
    let file: ImportedFile
    /// The file's number in the store.
    let number: Int64
    var outcome = ImportOutcome()
    /// Whether there is anything to keep.
    var hasWritten = false
    /// The parts whose figures are other ones now.
    var changedParts: [SourcePart] = []
    /// What takes in the figures of a table, once there is one.
    var ownFigures: OwnFigures?
    private let held: Coverage
    private var patterns: [Coverage.Place: Coverage.Pattern] = [:]

    init(_ database: Database, codelists: Codelists, file: ImportedFile) throws {
        self.database = database
        self.codelists = codelists
        self.file = file
        held = try StoredCoverage.read(database)
        number = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM import") ?? 0) + 1
        try database.execute(
            sql: "INSERT INTO import VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0)",
            arguments: [number, file.name, file.sha256, file.importedOn.description])
    }

    /// Which periods are held of a place, with what this file has changed so far.
    subscript(place: Coverage.Place) -> Coverage.Pattern {
        get { patterns[place] ?? held[place] }
        set { patterns[place] = newValue }
    }

    /// Every place that figures are held of.
    var places: Set<Coverage.Place> { Set(held.allPlaces).union(patterns.keys) }

    /// Ends the file: what is held now, which figures look wrong, and what became of its rows.
    func finish(_ rows: RowCounts) throws -> ImportOutcome {
        guard hasWritten else { return outcome }
        try database.execute(
            sql: """
                UPDATE import SET rows_read = ?, rows_kept = ?, rows_without_district = ?, rows_outside = ?, \
                rows_left_out = ?, rows_bad = ? WHERE id = ?
                """,
            arguments: [
                rows.read, rows.kept, rows.withoutDistrict, rows.outside, rows.leftOut, rows.bad, number,
            ])
        try finishOwnFigures()
        try StoredCoverage.write(patterns, in: database)
        for (source, parts) in Dictionary(grouping: changedParts, by: \.source.id) {
            try SourceCheck(database: database, source: source, parts: parts).run()
        }
        // A file whose every figure a newer copy has replaced is the origin of nothing.
        try database.execute(
            sql: "DELETE FROM import WHERE id <> ? AND id NOT IN (SELECT import FROM import_part)",
            arguments: [number])
        return outcome
    }
}
