import Facts

/// The figures of a question's grid, from what the store holds.
struct Cells {
    private(set) var all: [Finding.Cell] = []
    /// For each cell the period that was asked for; of a change the later.
    private(set) var asked: [Period] = []
    private(set) var missing: [Finding.Missing] = []
    private let holdings: Holdings
    private let codelists: Codelists
    private let quantity: Quantity
    private let periods: [Period]
    /// The periods that cells are of. A change has one cell for each series, whatever it is between.
    let places: [Period]
    /// Whether every figure that was asked for is here.
    private(set) var isComplete = false

    init(of question: FigureQuestion, holdings: Holdings, codelists: Codelists) {
        self.holdings = holdings
        self.codelists = codelists
        quantity = question.quantity
        periods = question.periods
        if case .change = quantity {
            places = periods.count == 2 ? [periods[1]] : []
        } else {
            places = periods
        }
        for series in question.series {
            for place in places {
                if let cell = cell(series, place) {
                    all.append(cell)
                    asked.append(place)
                }
            }
        }
        isComplete = !all.isEmpty && all.count == question.series.count * places.count
        for series in question.series + question.bounds { note(series) }
    }

    /// The cell of any series in a period that was asked for.
    func cell(_ series: Series, _ period: Period) -> Finding.Cell? {
        guard let unit = codelists.measure(series.measure)?.unit else { return nil }
        switch quantity {
        case .level: return level(series, period, unit: unit)
        case .complement: return level(series, period, unit: unit).flatMap { Cells.complement(of: $0) }
        case .change(let kind):
            guard periods.count == 2, let before = level(series, periods[0], unit: unit),
                let after = level(series, periods[1], unit: unit)
            else { return nil }
            return Movement(before: before, after: after, published: holdings.published[series]).cell(kind)
        }
    }

    private func level(_ series: Series, _ period: Period, unit: Unit) -> Finding.Cell? {
        guard case .held(let parts) = holdings[series, period], let first = parts.first, let last = parts.last
        else { return nil }
        let kind: Kind = parts.count > 1 ? .computed : first.isPublished ? .published : .observed
        return Finding.Cell(
            series: series, period: Period(from: first.period.start, to: last.period.end) ?? period,
            value: parts.reduce(0) { $0 + $1.value }, unit: unit, kind: kind, observations: parts)
    }

    /// 100 per cent less a percentage; nothing of any other unit.
    private static func complement(of cell: Finding.Cell) -> Finding.Cell? {
        guard cell.unit == .percent else { return nil }
        return Finding.Cell(
            series: cell.series, period: cell.period, value: 100 - cell.value, unit: .percent,
            kind: .computed,
            observations: cell.observations)
    }

    private mutating func note(_ series: Series) {
        for period in periods {
            guard case .missing(let held) = holdings[series, period] else { continue }
            let missing = Finding.Missing(series: series, period: period, held: held)
            if !self.missing.contains(missing) { self.missing.append(missing) }
        }
    }
}
