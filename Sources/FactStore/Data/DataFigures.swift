import Facts
import Notation

/// observations.csv and changes.csv.
extension DataReading {
    mutating func observations(in file: TextFile?) -> [Observation] {
        var lines = FirstLines<FigureKey>()
        let columns = ["measure", "crime_type", "area", "period", "value", "source"]
        let before = problems.count
        let rows = rows(in: file, columns: columns, optional: ["note"])
        areFiguresKnown = !rows.isEmpty || file != nil && problems.count == before
        return rows.compactMap { row in
            // Every field is looked at before any row is given up, so that one run reports them all.
            let (series, period, source) = (series(row), period(row["period"]), source(row["source"]))
            guard let (measure, series) = series,
                let value = number(row["value"], decimals: measure.decimals, of: measure.name)
            else { return nil }
            if let message = DataReading.impossible(value, measure.unit) {
                problems.append(row["value"].problem(message))
            }
            guard let period, let source else { return nil }
            report(lines.repeated(FigureKey(series, period), "this figure", at: row["measure"]))
            let note = row["note"].value
            return Observation(
                series: series, period: period, value: value, note: note.isEmpty ? nil : note, source: source)
        }
    }

    /// What no publication can mean. Counts that are imported may be below nought: they correct earlier ones, and are
    /// added to them.
    private static func impossible(_ value: Rational, _ unit: Unit) -> String? {
        let isRate = unit == .percent
        if isRate, value > 100 { return "a rate above 100 per cent" }
        guard value < 0 else { return nil }
        return "a \(isRate ? "rate" : unit == .pounds ? "sum of money" : "count") below nought"
    }

    mutating func changes(in file: TextFile?, between figures: [Observation]) -> [PublishedChange] {
        let held = Dictionary(
            figures.map { (FigureKey($0.series, $0.period), $0.value) },
            uniquingKeysWith: { first, _ in first })
        var lines = FirstLines<[FigureKey]>()
        let columns = ["measure", "crime_type", "area", "from", "to", "percent", "source"]
        return rows(in: file, columns: columns).compactMap { row in
            let (series, source) = (series(row), source(row["source"]))
            let (from, to) = (period(row["from"]), period(row["to"]))
            let percent = number(row["percent"], decimals: 2, of: "a percentage change")
            guard let (measure, series) = series, let from, let to else { return nil }
            let keys = [FigureKey(series, from), FigureKey(series, to)]
            report(lines.repeated(keys, "this change", at: row["measure"]))
            for (key, column) in zip(keys, ["from", "to"]) where areFiguresKnown && held[key] == nil {
                problems.append(
                    row[column].problem("observations.csv has no such figure for \(key.period.label)"))
            }
            guard let before = held[keys[0]], let after = held[keys[1]], let percent, let source else {
                return nil
            }
            let rounding = Rounding(decimals: measure.decimals, isCounted: measure.unit.isAdditive)
            if let problem = rounding.problem(percent: percent, before: before, after: after) {
                problems.append(row["percent"].problem(problem))
            }
            return PublishedChange(series: series, from: from, to: to, percent: percent, source: source)
        }
    }
}

/// What one figure is filed under.
struct FigureKey: Hashable {
    let series: Series
    let period: Period

    init(_ series: Series, _ period: Period) {
        self.series = series
        self.period = period
    }
}
