import Facts
import GRDB
import GRDBSQLite

/// Puts the figures of a table into a store one by one, by the million.
///
/// SQLite's own calls, since building GRDB's arguments for a row costs more than adding the row. What a row has in
/// common with the one before it stays bound.
final class OwnFigures {
    private let database: Database
    private let statement: Statement
    private let number: Int64
    private var last: (series: Int, period: Int, source: Int) = (-1, -1, -1)
    private var sources: [String] = []
    /// The periods added to each series, by its number.
    private var added: [Added] = []
    private var days: [(first: String, last: String, months: Int, start: Int)?] = []
    /// How many figures came of each source and period, by their numbers.
    private(set) var parts: [Part: (source: String, period: Period, rows: Int)] = [:]

    struct Part: Hashable {
        let source: Int
        let period: Int
    }

    /// The periods of one series that were added: a run that may still go on, and those before it.
    private struct Added {
        let series: Series
        var pattern = Coverage.Pattern()
        var first: Period?
        var count = 0
        /// The month that the run's next period begins with, and how many months each has.
        var next = 0
        var months = 0

        /// Tables are in order of time: nearly every period follows on the one before it.
        mutating func add(_ period: Period, start: Int, months: Int) {
            if first != nil, months > 0, months == self.months, start == next {
                count += 1
                next += months
                return
            }
            close()
            (first, count, self.months, next) = (period, 1, months, start + months)
        }

        mutating func close() {
            guard let first else { return }
            pattern.add([Coverage.Run(first: first, count: count)], of: nil)
            self.first = nil
        }
    }

    /// Where a value stands in `ImportSQL.add`.
    private enum Place {
        static let measure: Int32 = 1
        static let crimeType: Int32 = 2
        static let area: Int32 = 3
        static let firstDay: Int32 = 4
        static let lastDay: Int32 = 5
        static let value: Int32 = 6
        static let note: Int32 = 7
        static let source: Int32 = 8
        static let isPublished: Int32 = 9
        static let number: Int32 = 10
    }

    /// - Parameter number: the file's number in the store.
    init(_ database: Database, number: Int64) throws {
        self.database = database
        self.number = number
        statement = try database.makeStatement(sql: ImportSQL.add)
        bind(1, at: Place.isPublished)
        bind(number, at: Place.number)
    }

    /// False when there is such a figure already.
    ///
    /// - Parameter source: called for a source that was not met before; gives its id.
    /// - Throws: `DatabaseError`.
    func add(_ figure: OwnFigure, source: (String) throws -> String) throws -> Bool {
        if figure.source.number != last.source {
            while sources.count <= figure.source.number { sources.append("") }
            if sources[figure.source.number].isEmpty {
                sources[figure.source.number] = try source(figure.source.value)
            }
            bind(sources[figure.source.number], at: Place.source)
        }
        if figure.series.number != last.series {
            let series = figure.series.value
            bind(series.measure, at: Place.measure)
            bind(series.crimeType ?? StoreSchema.allCrimeTypes, at: Place.crimeType)
            bind(series.area, at: Place.area)
        }
        if figure.period.number != last.period {
            let days = days(of: figure.period)
            bind(days.first, at: Place.firstDay)
            bind(days.last, at: Place.lastDay)
        }
        last = (figure.series.number, figure.period.number, figure.source.number)
        bind(figure.value, at: Place.value)
        if let note = figure.note {
            bind(note, at: Place.note)
        } else {
            sqlite3_bind_null(statement.sqliteStatement, Place.note)
        }
        let code = sqlite3_step(statement.sqliteStatement)
        sqlite3_reset(statement.sqliteStatement)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
        guard database.changesCount > 0 else { return false }
        while added.count <= figure.series.number { added.append(Added(series: figure.series.value)) }
        let days = days(of: figure.period)
        added[figure.series.number].add(figure.period.value, start: days.start, months: days.months)
        count(figure)
        return true
    }

    /// The periods that were added to each series.
    func runsAdded() -> [(series: Series, runs: [Coverage.Run])] {
        added.map { added in
            var added = added
            added.close()
            return (added.series, added.pattern.runs[nil] ?? [])
        }
    }

    /// What is written of a period, worked out once.
    private func days(
        of period: OwnFigure.Numbered<Period>
    ) -> (first: String, last: String, months: Int, start: Int) {
        while days.count <= period.number { days.append(nil) }
        if let known = days[period.number] { return known }
        let (start, end) = (period.value.start, period.value.end)
        let days = (
            first: start.description, last: end.description, months: period.value.wholeMonths ?? 0,
            start: start.year * 12 + start.month
        )
        self.days[period.number] = days
        return days
    }

    /// Counts a figure of this file.
    func count(_ figure: OwnFigure) {
        let key = Part(source: figure.source.number, period: figure.period.number)
        let source = sources[figure.source.number]
        parts[key, default: (source, figure.period.value, 0)].rows += 1
    }

    /// The id of a source of the file that was met already.
    func source(_ figure: OwnFigure) -> String { sources[figure.source.number] }

    private func bind(_ value: Int64, at place: Int32) {
        sqlite3_bind_int64(statement.sqliteStatement, place, value)
    }

    private func bind(_ text: String, at place: Int32) {
        // SQLite takes a copy.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_text(statement.sqliteStatement, place, text, -1, transient)
    }
}
