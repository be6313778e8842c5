import Facts
import GRDB

extension Store {
    /// The figures that have a value, and the changes that a source prints with it, whatever their sign.
    ///
    /// Of two values the changes of the series that hold both, from the earlier of the two to the later. None of
    /// any other number of values.
    ///
    /// - Throws: `StoreError`.
    public func lookup(_ values: [Rational]) throws -> [Finding.Cell] {
        try reading { database in
            var search = Search(figures: StoredFigures(database: database, codelists: codelists))
            switch values.count {
            case 1: return try search.levels(of: values[0]) + search.changes(of: values[0])
            case 2: return try search.changes(between: values[0], and: values[1])
            default: return []
            }
        }
    }
}

/// Finds figures by their values.
private struct Search {
    var figures: StoredFigures

    mutating func levels(of value: Rational) throws -> [Finding.Cell] {
        try keys(of: value).flatMap { try cells($0.series, [$0.period], .level) }
    }

    mutating func changes(of percent: Rational) throws -> [Finding.Cell] {
        let decimals = StoredValue.percentDecimals
        guard percent.isComparable, percent.exactDecimals(most: decimals) != nil,
            let stored = StoredValue.integer(percent.magnitude, decimals: decimals)
        else { return [] }
        let found = try figures.rows(
            FigureSQL.changeByPercent,
            [stored, -stored]
        ) { row -> (series: Series, periods: [Period])? in
            guard let from = try StoredKey.period(row, at: 3), let to = try StoredKey.period(row, at: 5)
            else { return nil }
            return (try StoredKey.series(row, at: 0), [from, to])
        }
        return try found.flatMap { try cells($0.series, $0.periods, .change(.relative)) }
    }

    mutating func changes(between first: Rational, and second: Rational) throws -> [Finding.Cell] {
        let (firsts, seconds) = try (keys(of: first), keys(of: second))
        var pairs: [(series: Series, periods: [Period])] = []
        for key in firsts {
            for other in seconds where other.series == key.series && other.period != key.period {
                let periods = [key.period, other.period].sorted()
                // Of two equal values each pair is met twice.
                if !pairs.contains(where: { $0 == (key.series, periods) }) {
                    pairs.append((key.series, periods))
                }
            }
        }
        return try pairs.flatMap { try cells($0.series, $0.periods, .change(.both)) }
    }

    /// What a value is the figure of. The same value is another whole number in the store for each measure.
    private mutating func keys(of value: Rational) throws -> [FigureKey] {
        guard value.isComparable else { return [] }
        var keys: [FigureKey] = []
        for measure in figures.codelists.measures where value.exactDecimals(most: measure.decimals) != nil {
            guard let stored = StoredValue.integer(value, decimals: measure.decimals) else { continue }
            keys += try figures.rows(
                FigureSQL.byValue,
                [measure.id, stored]
            ) { row in
                let series = try StoredKey.series(row, at: 0)
                return try StoredKey.period(row, at: 3).map { FigureKey(series, $0) }
            }
        }
        return keys
    }

    private mutating func cells(
        _ series: Series, _ periods: [Period], _ quantity: Quantity
    ) throws -> [Finding.Cell] {
        let question = FigureQuestion(series: [series], periods: periods, quantity: quantity)
        var fetch = Fetch(figures)
        try fetch.run(for: question)
        return Cells(of: question, holdings: fetch.holdings, codelists: figures.codelists).all
    }
}
