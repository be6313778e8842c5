import Facts
import GRDB

extension ImportSession {
    /// Takes in a figure of a table in the shape of Data/observations.csv; it takes the place of the figure that an
    /// earlier file had for the same series and period.
    ///
    /// - Returns: why it cannot be taken, or nil.
    /// - Throws: `DatabaseError`.
    public func take(_ figure: OwnFigure) throws -> String? {
        let figures = try ownFigures ?? OwnFigures(database, number: number)
        ownFigures = figures
        if try figures.add(figure, source: newSource) {
            outcome.added += 1
            hasWritten = true
            return nil
        }
        let (series, period) = (figure.series.value, figure.period.value)
        guard let held = try heldFigure(series, period) else { return nil }
        if held.number == number { return "this figure is in the file twice" }
        let source = figures.source(figure)
        if held.value == figure.value, held.note == figure.note, held.source == source {
            outcome.unchanged += 1
            return nil
        }
        guard held.number != nil else {
            // What Data/ says stands.
            let isSame = held.value == figure.value
            outcome.unchanged += isSame ? 1 : 0
            return isSame
                ? nil : "\(held.conflict.source) has \(held.conflict.held) for this; change it in Data/"
        }
        if held.isPublished {
            try run(ImportSQL.release, [held.source] + StoredKey.values(period) + [held.number])
        }
        if held.source != source { outcome.displace(held.conflict) }
        try run(
            ImportSQL.replaceOwn, [figure.value, figure.note, source, number] + key(series, period))
        figures.count(figure)
        outcome.replaced += 1
        hasWritten = true
        return nil
    }

    /// The source whose id a table names, or a new one of that title.
    private func newSource(_ name: String) throws -> String {
        try insert(Source(id: name, title: name, publisher: "", licence: ""))
        return name
    }

    func finishOwnFigures() throws {
        guard let ownFigures else { return }
        for (series, runs) in ownFigures.runsAdded() {
            self[place(series)].add(runs, of: series.crimeType)
        }
        // A table whose every figure this one has replaced is the origin of nothing.
        try run("DELETE FROM import_part WHERE row_count = 0 AND import <> ?", [number])
        for part in ownFigures.parts.values {
            try run(
                "INSERT INTO import_part VALUES (?, ?, ?, ?, ?)",
                [
                    part.source, part.period.start.description, part.period.end.description, number,
                    part.rows,
                ])
        }
    }
}
