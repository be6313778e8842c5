import Facts
import GRDB

/// Looks for figures that the source has got wrong: those that fall to nothing, or more than treble, against their
/// own history.
///
/// In August 2025 one force's file had no anti-social behaviour in most districts and five times the weapons. Such
/// a month is counted as it was published, and said to look wrong.
struct SourceCheck {
    let database: Database
    let part: SourcePart

    /// Months before and after that make up a figure's history.
    private static let reach = 12
    /// Fewer others than this are no history.
    private static let leastHistory = 3
    /// Half of the months have this many or more before a nought is out of the ordinary.
    private static let leastUsual: Int64 = 10
    /// Fewer than this may treble by chance.
    private static let leastTrebled: Int64 = 20

    private struct Finding {
        let area: String
        let measure: String
        let crimeType: String
        let period: Period
        let movement: String
    }

    /// Looks at the part's own period and at those whose history it is.
    func run() throws {
        guard let from = part.period.shifted(by: -SourceCheck.reach),
            let to = part.period.shifted(by: SourceCheck.reach),
            let reach = Period(from: from.start, to: to.end)
        else { return }
        try database.execute(
            sql: "DELETE FROM caution WHERE source = ? AND first_day >= ? AND last_day <= ?",
            arguments: [part.source.id, reach.start.description, reach.end.description])
        // What is in the part's outermost periods has a history further out.
        guard let first = from.shifted(by: -SourceCheck.reach), let last = to.shifted(by: SourceCheck.reach)
        else { return }
        for series in part.values.keys.sorted() {
            guard let type = series.crimeType else { continue }
            let figures = try figures(of: series, from: first, to: last)
            for (index, figure) in figures.enumerated() where reach.contains(figure.period) {
                guard let movement = movement(of: index, in: figures) else { continue }
                try keep(
                    Finding(
                        area: series.area, measure: series.measure, crimeType: type, period: figure.period,
                        movement: movement))
            }
        }
    }

    private func figures(of series: Series, from: Period, to: Period) throws -> [(period: Period, value: Int64)] {
        let sql = """
            SELECT first_day, last_day, value FROM observation WHERE measure = ? AND crime_type = ? \
            AND area = ? AND first_day >= ? AND first_day <= ? AND source = ? ORDER BY first_day
            """
        let arguments: [(any DatabaseValueConvertible)?] =
            StoredKey.values(series) + [from.start.description, to.start.description, part.source.id]
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: StatementArguments(arguments)).compactMap { row in
            guard let period = try StoredKey.period(row, at: 0), period.wholeMonths == part.period.wholeMonths
            else { return nil }
            return (period, try row.value(2))
        }
    }

    private func movement(of index: Int, in figures: [(period: Period, value: Int64)]) -> String? {
        let figure = figures[index]
        guard let from = figure.period.shifted(by: -SourceCheck.reach),
            let to = figure.period.shifted(by: SourceCheck.reach)
        else { return nil }
        let others = figures.indices.filter {
            $0 != index && from.start <= figures[$0].period.start && figures[$0].period.end <= to.end
        }.map { figures[$0].value }.sorted()
        guard others.count >= SourceCheck.leastHistory else { return nil }
        let usual = others[others.count / 2]
        if figure.value == 0, usual >= SourceCheck.leastUsual { return "fell" }
        if figure.value >= SourceCheck.leastTrebled, figure.value > usual * 3 { return "rose" }
        return nil
    }

    private func keep(_ finding: Finding) throws {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO caution VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                part.source.id, finding.period.start.description, finding.period.end.description,
                finding.area, finding.measure, finding.crimeType, finding.movement,
                finding.area == part.areas.first?.id,
            ])
    }
}
