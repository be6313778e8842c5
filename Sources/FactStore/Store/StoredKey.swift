import Facts
import GRDB

/// The dimensions of a figure as the store keeps them: ids, and two days as text.
enum StoredKey {
    static func values(_ series: Series) -> [any DatabaseValueConvertible] {
        [series.measure, series.crimeType ?? StoreSchema.allCrimeTypes, series.area]
    }

    static func values(_ period: Period) -> [any DatabaseValueConvertible] {
        [period.start.description, period.end.description]
    }

    /// From three columns.
    static func series(_ row: Row, at index: Int) throws -> Series {
        let crimeType: String = try row.value(index + 1)
        return Series(
            measure: try row.value(index),
            crimeType: crimeType == StoreSchema.allCrimeTypes ? nil : crimeType,
            area: try row.value(index + 2))
    }

    /// From two columns; nil for text that is no day: the schema lets `2022-02-31` through.
    static func period(_ row: Row, at index: Int) throws -> Period? {
        guard let start = Day(try row.value(index) as String),
            let end = Day(try row.value(index + 1) as String)
        else { return nil }
        return Period(from: start, to: end)
    }
}
