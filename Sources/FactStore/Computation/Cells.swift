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
    /// The periods that cells are of; of a change the later of each two.
    let places: [Period]
    /// Whether every figure that was asked for is here.
    private(set) var isComplete = false

    init(of question: FigureQuestion, holdings: Holdings, codelists: Codelists) {
        self.holdings = holdings
        self.codelists = codelists
        quantity = question.quantity
        periods = question.periods
        if case .change = quantity {
            places = Array(periods.dropFirst())
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
            guard let to = periods.lastIndex(of: period), to > 0,
                let before = level(series, periods[to - 1], unit: unit),
                let after = level(series, period, unit: unit)
            else { return nil }
            let published = holdings.published(series, from: periods[to - 1], to: period)
            return Movement(before: before, after: after, published: published).cell(kind)
        }
    }

    /// What is added is added, and what is left out is taken off the whole; all of it for the same days.
    private func level(_ series: Series, _ period: Period, unit: Unit) -> Finding.Cell? {
        guard case .held(let whole) = holdings[series.parts[0], period], let first = whole.first,
            let last = whole.last
        else { return nil }
        var observations = whole
        var value = whole.reduce(0) { $0 + $1.value }
        let others = series.added.map { ($0, Rational(1)) } + series.lessened.map { ($0, Rational(-1)) }
        for (part, sign) in others {
            guard unit.isAdditive, case .held(let figures) = holdings[part, period],
                figures.first?.period.start == first.period.start,
                figures.last?.period.end == last.period.end
            else { return nil }
            observations += figures
            value = value + sign * figures.reduce(0) { $0 + $1.value }
        }
        let kind: Kind = observations.count > 1 ? .computed : first.isPublished ? .published : .observed
        return Finding.Cell(
            series: series, period: Period(from: first.period.start, to: last.period.end) ?? period,
            value: value, unit: unit, kind: kind, observations: observations)
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
        for part in series.parts {
            for period in periods {
                guard case .missing(let held) = holdings[part, period] else { continue }
                let missing = Finding.Missing(series: part, period: period, held: held)
                if !self.missing.contains(missing) { self.missing.append(missing) }
            }
        }
    }
}
