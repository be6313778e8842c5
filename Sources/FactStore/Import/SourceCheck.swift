import Facts
import GRDB

/// Looks for figures that the source has got wrong: those that fall to nothing, or more than treble, against their
/// own history.
///
/// In August 2025 one force's file had no anti-social behaviour in most districts and five times the weapons. Such
/// a month is counted as it was published, and said to look wrong.
struct SourceCheck {
    let database: Database
    let source: String
    /// The area that the others are parts of.
    let whole: String?
    private let series: Set<Series>
    /// From the first period that changed to the last one.
    private let changed: Period?
    private let months: Int

    /// Months before and after that make up a figure's history.
    private static let reach = 12
    /// Fewer others than this are no history.
    private static let leastHistory = 3
    /// Half of the months have this many or more before a nought is out of the ordinary.
    private static let leastUsual: Int64 = 10
    /// Fewer than this may treble by chance.
    private static let leastTrebled: Int64 = 20

    /// A figure as it is looked at: months are numbered, so that no day has to be worked out for each.
    private struct Figure {
        let month: Int
        let value: Int64
    }

    /// - Parameter parts: those of one source that are other ones now.
    init(database: Database, source: String, parts: [SourcePart]) {
        self.database = database
        self.source = source
        whole = parts.first?.areas.first?.id
        series = parts.reduce(into: []) { series, part in
            for one in part.values.keys where one.crimeType != nil { series.insert(one) }
        }
        let periods = parts.map(\.period).sorted()
        changed = periods.first.flatMap { Period(from: $0.start, to: periods.map(\.end).max() ?? $0.end) }
        months = periods.first?.wholeMonths ?? 0
    }

    /// Looks at the periods that changed and at those whose history they are.
    func run() throws {
        guard let changed, months > 0 else { return }
        let first = SourceCheck.month(changed.start) - SourceCheck.reach
        let last = SourceCheck.month(changed.end) + SourceCheck.reach
        try database.execute(
            sql: "DELETE FROM caution WHERE source = ? AND first_day >= ? AND first_day <= ?",
            arguments: [source, SourceCheck.day(first), SourceCheck.day(last)])
        for series in series.sorted() {
            // What stands at either end has a history further out.
            let figures = try figures(
                of: series, from: first - SourceCheck.reach, to: last + SourceCheck.reach)
            for (index, figure) in figures.enumerated() where first <= figure.month && figure.month <= last {
                guard let movement = movement(of: index, in: figures) else { continue }
                try keep(series, figure, movement)
            }
        }
    }

    private func figures(of series: Series, from: Int, to: Int) throws -> [Figure] {
        let sql = """
            SELECT first_day, last_day, value FROM observation WHERE measure = ? AND crime_type = ? \
            AND area = ? AND first_day >= ? AND first_day <= ? AND source = ? ORDER BY first_day
            """
        let arguments: [(any DatabaseValueConvertible)?] =
            StoredKey.values(series) + [SourceCheck.day(from), SourceCheck.day(to), source]
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: StatementArguments(arguments)).compactMap { row in
            guard let period = try StoredKey.period(row, at: 0), period.wholeMonths == months else {
                return nil
            }
            return Figure(month: SourceCheck.month(period.start), value: try row.value(2))
        }
    }

    private func movement(of index: Int, in figures: [Figure]) -> String? {
        let figure = figures[index]
        // Most figures are neither nought nor many: they need no history.
        guard figure.value == 0 || figure.value >= SourceCheck.leastTrebled else { return nil }
        let others = figures.indices.filter {
            $0 != index && abs(figures[$0].month - figure.month) <= SourceCheck.reach
        }.map { figures[$0].value }.sorted()
        guard others.count >= SourceCheck.leastHistory else { return nil }
        let usual = others[others.count / 2]
        if figure.value == 0 { return usual >= SourceCheck.leastUsual ? "fell" : nil }
        return figure.value > usual * 3 ? "rose" : nil
    }

    private func keep(_ series: Series, _ figure: Figure, _ movement: String) throws {
        let period = Period.months(months, from: figure.month % 12 + 1, year: figure.month / 12)
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO caution VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(
                arguments: [
                    source, period.start.description, period.end.description, series.area, series.measure,
                    series.crimeType, movement, series.area == whole,
                ])
    }

    private static func month(_ day: Day) -> Int { day.year * 12 + day.month - 1 }

    private static func day(_ month: Int) -> String {
        Day(firstOf: month % 12 + 1, year: month / 12).description
    }
}
