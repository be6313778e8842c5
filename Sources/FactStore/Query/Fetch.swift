import Facts

/// Reads from the store just what a question rests on: figure by figure when it rests on one or two, and otherwise
/// with one statement for each measure and stretch of time.
struct Fetch {
    var figures: StoredFigures
    private(set) var holdings = Holdings()
    private var heldPeriods: [Series: [Period]] = [:]

    init(_ figures: StoredFigures) { self.figures = figures }

    /// - Throws: `DatabaseError`.
    mutating func run(for question: FigureQuestion) throws {
        let series = (question.series + question.bounds).flatMap(\.parts).distinct
        if series.count * question.periods.count > Self.mostSingly {
            try readTogether(series, question.periods)
        } else {
            for period in question.periods {
                for series in series where !holdings.has(series, period) {
                    holdings[series, period] = try level(of: series, period)
                }
            }
        }
        guard case .change = question.quantity, question.periods.count > 1 else { return }
        let isOfFew = series.count <= Self.mostSingly && question.periods.count <= Self.mostSingly
        // Counts come without changes of their own: one look instead of one for each step.
        let printed = try Set(series.map(\.measure)).filter { try isOfFew || figures.hasChanges($0) }
        for (from, to) in zip(question.periods, question.periods.dropFirst()) {
            for series in series where printed.contains(series.measure) {
                if let change = try figures.change(of: series, from: from, to: to) { holdings.add(change) }
            }
        }
    }

    /// A change of one series is between two figures.
    private static let mostSingly = 2

    /// The figure of just the period; or else those that make it up, where they can be added; or else what is
    /// held. One figure that covers a period without an end stands for it whatever its unit.
    private mutating func level(of series: Series, _ period: Period) throws -> Holdings.Level {
        if !period.isOpen, let exact = try figures.exact(series, period) { return .held([exact]) }
        if isAdditive(series) || period.isOpen {
            let within = try figures.within(period, of: series)
            if let parts = parts(of: series, period, among: within) { return .held(parts) }
        }
        return .missing(try periods(of: series))
    }

    private mutating func readTogether(_ series: [Series], _ periods: [Period]) throws {
        for (measure, series) in Dictionary(grouping: series, by: \.measure).sorted(by: { $0.key < $1.key }) {
            for stretch in periods.stretches {
                let read = try figures.within(stretch, measure: measure, series: series)
                let found = Dictionary(grouping: read, by: \.series)
                for period in periods where stretch.contains(period) {
                    for series in series where !holdings.has(series, period) {
                        holdings[series, period] = try level(of: series, period, among: found[series] ?? [])
                    }
                }
            }
        }
    }

    private mutating func level(
        of series: Series, _ period: Period, among read: [Observation]
    ) throws -> Holdings.Level {
        if !period.isOpen, let exact = read.first(where: { $0.period == period }) { return .held([exact]) }
        if isAdditive(series) || period.isOpen {
            let within = read.filter { period.contains($0.period) }
            if let parts = parts(of: series, period, among: within) { return .held(parts) }
        }
        return .missing(try self.periods(of: series))
    }

    private func parts(of series: Series, _ period: Period, among within: [Observation]) -> [Observation]? {
        let parts =
            period.isOpen
            ? Tiling.parts(since: period, among: within) : Tiling.parts(of: period, among: within)
        return parts.flatMap { isAdditive(series) || $0.count == 1 ? $0 : nil }
    }

    private mutating func periods(of series: Series) throws -> [Period] {
        if let known = heldPeriods[series] { return known }
        let read = try figures.periods(of: series)
        heldPeriods[series] = read
        return read
    }

    private func isAdditive(_ series: Series) -> Bool {
        figures.codelists.measure(series.measure)?.unit.isAdditive ?? false
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
