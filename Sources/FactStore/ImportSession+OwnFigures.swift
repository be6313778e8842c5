import Facts
import GRDB

extension ImportSession {
    /// Takes in a figure of a table in the shape of Data/observations.csv; it takes the place of the figure that an
    /// earlier file had for the same series and period.
    ///
    /// - Returns: why it cannot be taken, or nil.
    /// - Throws: `DatabaseError`.
    public func take(_ figure: OwnFigure) throws -> String? {
        let (series, period) = (figure.series.value, figure.period.value)
        let source = try ownSource(figure.source)
        try run(
            ImportSQL.add,
            key(series, period) + [figure.value, figure.note, source, true, number])
        if database.changesCount > 0 {
            outcome.added += 1
            self[place(series)].add(period, of: series.crimeType)
        } else if let held = try heldFigure(series, period) {
            if held.number == number { return "this figure is in the file twice" }
            if held.value == figure.value, held.note == figure.note, held.source == source {
                outcome.unchanged += 1
                return nil
            }
            guard held.number != nil else {
                return held.value == figure.value
                    ? nil : "\(held.conflict.source) has \(held.conflict.held) for this; change it in Data/"
            }
            try run(
                ImportSQL.replaceOwn,
                [figure.value, figure.note, source, number] + key(series, period))
            outcome.replaced += 1
        }
        let part = OwnPart(source: figure.source.number, period: figure.period.number)
        ownParts[part, default: (source, period, 0)].rows += 1
        hasWritten = true
        return nil
    }

    /// The source whose id a table names, or a new one of that title.
    private func ownSource(_ source: OwnFigure.Numbered<String>) throws -> String {
        if let known = ownSources[source.number] { return known }
        try insert(Source(id: source.value, title: source.value, publisher: "", licence: ""))
        ownSources[source.number] = source.value
        return source.value
    }

    func finishOwnFigures() throws {
        for part in ownParts.values {
            try run(
                "INSERT INTO import_part VALUES (?, ?, ?, ?, ?)",
                [part.source, part.period.start.description, part.period.end.description, number, part.rows])
        }
    }
}
