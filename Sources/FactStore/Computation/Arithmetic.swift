import Facts

/// Figures computed from cells: totals, differences, ratios, shares, averages. None is given when a figure that it
/// needs is not held, or when units do not go together.
struct Arithmetic {
    let cells: Cells
    let question: FigureQuestion
    let codelists: Codelists

    func sum() -> [Finding.Result] {
        guard isComplete, isAddable, let first = cells.all.first?.unit else { return [] }
        // Offences and incidents together are neither.
        let unit = Set(cells.all.map(\.unit)).count == 1 ? first : Unit.count
        return [result(total, unit, decimals: decimals(of: 0), cells.all.indices, Formula.sum(values))]
    }

    /// Unweighted.
    func mean() -> [Finding.Result] {
        guard isComplete, isOfOneMeasure, let unit = cells.all.first?.unit,
            let mean = total / Rational(values.count)
        else { return [] }
        let formula = values.count == 1 ? Formula.sum(values) : "(\(Formula.sum(values))) / \(values.count)"
        return [result(mean, unit, cells.all.indices, formula)]
    }

    /// The middle one of the figures in order; of an even number the mean of the two in the middle.
    func median() -> [Finding.Result] {
        guard isComplete, isOfOneMeasure, let unit = cells.all.first?.unit else { return [] }
        let sorted = values.sorted()
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        guard let median = (low + high) / 2 else { return [] }
        return [result(median, unit, cells.all.indices, Formula.median(sorted))]
    }

    /// The first less the second; of two periods the later less the earlier.
    func differences() -> [Finding.Result] {
        pairs.map { pair in
            guard question.series.count == 1, cells.asked[pair.0] < cells.asked[pair.1] else { return pair }
            return (pair.1, pair.0)
        }.map { first, second in
            result(
                values[first] - values[second], cells.all[first].unit.ofDifference,
                decimals: decimals(of: first),
                [first, second], Formula.difference(values[first], values[second]))
        }
    }

    func ratios() -> [Finding.Result] {
        pairs.compactMap { first, second in
            (values[first] / values[second]).map {
                result($0, .times, [first, second], Formula.quotient(values[first], values[second]))
            }
        }
    }

    func share() -> [Finding.Result] {
        guard isComplete, isAddable, values.count > 1, let share = values[0] / total else { return [] }
        let formula = Formula.percentage(values[0], of: "(\(Formula.sum(values)))")
        return [result(share * 100, .percent, cells.all.indices, formula)]
    }

    func parts() -> [Finding.Result] {
        pairs.compactMap { first, second in
            (values[first] / values[second]).map {
                let formula = Formula.percentage(values[first], of: Formula.number(values[second]))
                return result($0 * 100, .percent, [first, second], formula)
            }
        }
    }

    func averages(for grain: Grain) -> [Finding.Result] {
        cells.all.enumerated().compactMap { index, cell in
            guard cell.unit.isAdditive, cell.change == nil, let length = Length(of: cell.period, in: grain),
                let average = cell.value / length.value
            else { return nil }
            return result(average, cell.unit, [index], "\(Formula.number(cell.value)) / \(length.formula)")
        }
    }

    /// Between the highest and the lowest of each period; of one series between those of all periods.
    func ranges() -> [Finding.Result] {
        let places = question.series.count > 1 ? periodGroups : isComplete ? [Array(cells.all.indices)] : []
        return places.compactMap { indices in
            guard indices.count > 1, Set(indices.map { cells.all[$0].unit }).count == 1,
                question.series.count == 1 || indices.count == question.series.count,
                let high = indices.max(by: { values[$0] < values[$1] }),
                let low = indices.min(by: { values[$0] < values[$1] })
            else { return nil }
            return result(
                values[high] - values[low], cells.all[high].unit.ofDifference, decimals: decimals(of: high),
                [high, low], Formula.difference(values[high], values[low]))
        }
    }

    /// The cell itself, as the result of having been chosen.
    func chosen(_ index: Int) -> Finding.Result {
        let cell = cells.all[index]
        return result(
            cell.value, cell.unit, decimals: decimals(of: index), [index], Formula.number(cell.value))
    }

    /// The decimals that a cell's value is stated with: those of its measure; two of a percentage change.
    private func decimals(of index: Int) -> Int {
        let cell = cells.all[index]
        if cell.change != nil, cell.unit == .percent { return 2 }
        return codelists.measure(cell.series.measure)?.decimals ?? 0
    }

    private var values: [Rational] { cells.all.map(\.value) }
    private var total: Rational { values.reduce(0, +) }

    private var isComplete: Bool { cells.isComplete }

    private var isOfOneMeasure: Bool {
        Set(cells.all.map(\.unit)).count == 1 && Set(cells.all.map(\.series.measure)).count == 1
    }

    /// Whether adding up counts nothing twice: one measure whose unit can be added, and no day of a series in two
    /// periods.
    private var isAddable: Bool {
        let areEvents = cells.all.allSatisfy(\.unit.isOfEvents)
        guard isOfOneMeasure || areEvents, cells.all.allSatisfy(\.unit.isAdditive), !isNested else {
            return false
        }
        return Dictionary(grouping: cells.all, by: \.series).values.allSatisfy { cells in
            let periods = cells.map(\.period).sorted()
            return zip(periods, periods.dropFirst()).allSatisfy { $0.end < $1.start }
        }
    }

    /// Whether a crime type stands beside the figure of all types that it is in, or a district beside itself.
    private var isNested: Bool {
        let series = Set(cells.all.map(\.series))
        return series.contains { whole in
            whole.crimeType == nil
                && series.contains { $0 != whole && $0.measure == whole.measure && $0.area == whole.area }
        }
    }

    /// Two series in each period, or one series in two periods: what a difference and a ratio are of.
    private var pairs: [(Int, Int)] {
        let groups = question.series.count == 2 ? periodGroups : isComplete ? [Array(cells.all.indices)] : []
        return groups.compactMap { indices in
            guard indices.count == 2, cells.all[indices[0]].unit == cells.all[indices[1]].unit else {
                return nil
            }
            return (indices[0], indices[1])
        }
    }

    private var periodGroups: [[Int]] {
        cells.places.map { period in cells.all.indices.filter { cells.asked[$0] == period } }
    }

    /// With as few decimals as say it exactly, and no more than two.
    private func result(
        _ value: Rational, _ unit: Unit, decimals: Int? = nil, _ cells: some Sequence<Int>, _ formula: String
    ) -> Finding.Result {
        Finding.Result(
            value: value, unit: unit, decimals: decimals ?? value.exactDecimals(most: 2) ?? 2,
            cells: Array(cells), formula: formula)
    }
}
