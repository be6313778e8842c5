import Facts
import GRDB

extension ImportSession {
    /// Puts the figures of a source for a period in the place of those it had, as a whole.
    ///
    /// - Throws: `DatabaseError`.
    public func replace(_ part: SourcePart) throws {
        try insert(part.source)
        for area in part.areas { try insert(area) }
        let rowsBefore = try rowsHeld(of: part)
        let before = rowsBefore == nil ? [:] : try figures(of: part)
        let changed = try put(part, over: before)
        if let rowsBefore, changed > 0 {
            outcome.differences.append(
                ImportOutcome.Difference(
                    source: part.source.title, period: part.period, changed: changed, rowsBefore: rowsBefore,
                    rowsAfter: part.rows))
        }
        // The same file once more changes nothing; the same figures from another file are of that file now.
        if try changed == 0 && isFromThisFile(part) { return }
        try claim(part)
        if changed > 0 { changedParts.append(part) }
        hasWritten = true
    }

    /// How many figures are other ones now.
    private func put(_ part: SourcePart, over before: [Series: Int64]) throws -> Int {
        var changed = 0
        for (series, value) in part.values.sorted(by: { $0.key < $1.key }) {
            let value = Int64(value)
            if let was = before[series] {
                guard was != value else {
                    outcome.unchanged += 1
                    continue
                }
                try run(ImportSQL.update, [value] + key(series, part.period))
                outcome.replaced += 1
            } else {
                guard try add(series, part.period, value, source: part.source.id) else { continue }
                outcome.added += 1
            }
            changed += 1
        }
        for series in before.keys.sorted() where part.values[series] == nil {
            try run(ImportSQL.delete, key(series, part.period))
            self[place(series)].remove(part.period, of: series.crimeType)
            outcome.removed += 1
            changed += 1
        }
        return changed
    }

    /// False when the figure is held from somewhere else; that one stays.
    private func add(_ series: Series, _ period: Period, _ value: Int64, source: String) throws -> Bool {
        try run(ImportSQL.add, key(series, period) + [value, nil, source, false, number])
        guard database.changesCount == 0 else {
            self[place(series)].add(period, of: series.crimeType)
            return true
        }
        if let held = try heldFigure(series, period), held.value != value {
            outcome.conflicts.append(held.conflict)
        } else {
            outcome.unchanged += 1
        }
        return false
    }

    /// The figures that a source has for a period.
    private func figures(of part: SourcePart) throws -> [Series: Int64] {
        var figures: [Series: Int64] = [:]
        for place in places {
            for type in self[place].runs.keys where self[place].holds(part.period, of: type) {
                let series = Series(measure: place.measure, crimeType: type, area: place.area)
                let row = try Row.fetchOne(
                    database.cachedStatement(sql: ImportSQL.held),
                    arguments: StatementArguments(key(series, part.period)))
                if let row, try row.value(1) == part.source.id, try row.value(2) as Int64? != nil {
                    figures[series] = try row.value(0)
                }
            }
        }
        return figures
    }

    /// The rows that the figures of a part were counted from so far; nil when none are held.
    func rowsHeld(of part: SourcePart) throws -> Int? {
        try Int.fetchOne(
            database,
            sql: "SELECT sum(row_count) FROM import_part WHERE source = ? AND first_day = ? AND last_day = ?",
            arguments: StatementArguments(key(part)))
    }

    private func isFromThisFile(_ part: SourcePart) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM import_part JOIN import ON import.id = import_part.import \
                WHERE source = ? AND first_day = ? AND last_day = ? AND sha256 = ?)
                """, arguments: StatementArguments(key(part) + [file.sha256])) ?? false
    }

    /// The figures of the part come from this file.
    private func claim(_ part: SourcePart) throws {
        for series in part.values.keys {
            try run(ImportSQL.claim, [number] + key(series, part.period) + [part.source.id])
        }
        try database.execute(
            sql: "DELETE FROM import_part WHERE source = ? AND first_day = ? AND last_day = ?",
            arguments: StatementArguments(key(part)))
        try database.execute(
            sql: "INSERT INTO import_part VALUES (?, ?, ?, ?, ?)",
            arguments: StatementArguments(key(part) + [number, part.rows]))
    }

    private func key(_ part: SourcePart) -> [(any DatabaseValueConvertible)?] {
        [part.source.id, part.period.start.description, part.period.end.description]
    }
}
