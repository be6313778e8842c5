import Facts

/// Reads from the store just what a question rests on.
struct Fetch {
    var figures: StoredFigures
    private(set) var holdings = Holdings()

    init(_ figures: StoredFigures) { self.figures = figures }

    /// - Throws: `DatabaseError`.
    mutating func run(for question: FigureQuestion) throws {
        let series = question.series + question.bounds
        for period in question.periods {
            for series in series where !holdings.has(series, period) {
                holdings[series, period] = try level(of: series, period)
            }
        }
        guard case .change = question.quantity, question.periods.count == 2 else { return }
        for series in Set(series).sorted() {
            let change = try figures.change(of: series, from: question.periods[0], to: question.periods[1])
            if let change { holdings.add(change) }
        }
    }

    /// The figure of just the period; or else those that make it up, where they can be added; or else what is
    /// held. One figure that covers a period without an end stands for it whatever its unit.
    private mutating func level(of series: Series, _ period: Period) throws -> Holdings.Level {
        if !period.isOpen, let exact = try figures.exact(series, period) { return .held([exact]) }
        let isAdditive = figures.codelists.measure(series.measure)?.unit.isAdditive ?? false
        if isAdditive || period.isOpen {
            let within = try figures.within(period, of: series)
            let parts =
                period.isOpen
                ? Tiling.parts(since: period, among: within) : Tiling.parts(of: period, among: within)
            if let parts, isAdditive || parts.count == 1 { return .held(parts) }
        }
        return .missing(try figures.periods(of: series))
    }
}

extension FigureQuestion {
    /// The series that conditions compare with.
    var bounds: [Series] {
        var conditions = [claim?.condition]
        if case .filter(let condition, _, _) = operation { conditions.append(condition) }
        return conditions.compactMap { condition in
            if case .series(let series) = condition?.bound { series } else { nil }
        }
    }
}
