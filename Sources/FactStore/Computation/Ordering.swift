import Facts

/// Puts cells in order along an axis, each set of cells that can be set against each other on its own.
struct Ordering {
    let cells: Cells
    let weighing: Weighing
    /// The way that cells have to have moved to take part.
    let direction: Direction?

    /// The same cells by how far they moved, in points or amounts.
    var byDifference: Ordering {
        Ordering(cells: cells, weighing: Weighing(quantity: .change(.points)), direction: direction)
    }

    /// What tells apart the sets: rates of two quarters are not ranked among crime types as one set.
    private struct GroupKey: Hashable {
        var measure: String?
        var crimeType: String?
        var area: String?
        var period: Period?
        var unit: Unit?
    }

    /// What a place in the order goes to.
    struct Label: Hashable {
        var measure: String?
        var crimeType: String?
        var area: String?
        var period: Period?
    }

    /// The sets in the question's order, each as indices of cells, best first; equals keep the question's order.
    func ranked(_ order: Order, over axis: Axis) -> [[Int]] {
        groups(over: axis).map { group in
            let weighed = group.enumerated().compactMap { place, index in
                weight(index).map { (place: place, index: index, weight: $0) }
            }
            return weighed.sorted {
                guard $0.weight != $1.weight else { return $0.place < $1.place }
                return order == .highest ? $0.weight > $1.weight : $0.weight < $1.weight
            }.map(\.index)
        }
    }

    /// The first places of an order, with all that are equal to the last of them.
    func first(_ count: Int?, of indices: [Int]) -> [Int] {
        guard let count, count > 0, count < indices.count else { return indices }
        let last = weight(indices[count - 1])
        return indices.prefix(count) + indices.dropFirst(count).prefix { weight($0) == last }
    }

    /// Of each set the cells at a position, with all that are equal to it; none of a set that is too small.
    func extreme(_ order: Order, position: Int, over axis: Axis) -> [[Int]] {
        ranked(order, over: axis).map { indices in
            guard position >= 1, position <= indices.count else { return [] }
            let weight = weight(indices[position - 1])
            return indices.filter { self.weight($0) == weight }
        }
    }

    /// A ranking by what its places go to; cells that are equal share a place.
    func places(_ indices: [Int], over axis: Axis) -> [Set<Label>] {
        var places: [Set<Label>] = []
        var last: Rational?
        for index in indices {
            let weight = weight(index)
            if places.isEmpty || weight != last { places.append([]) }
            places[places.count - 1].insert(label(index, axis))
            last = weight
        }
        return places
    }

    /// Of a change its size, whichever way it went.
    private func weight(_ index: Int) -> Rational? {
        let cell = cells.all[index]
        return cell.change == nil ? weighing.value(of: cell) : weighing.size(of: cell, moving: .changed)
    }

    private func groups(over axis: Axis) -> [[Int]] {
        var places: [GroupKey: Int] = [:]
        var groups: [[Int]] = []
        for index in cells.all.indices where takesPart(index) {
            let key = key(index, axis)
            let place = places[key] ?? groups.count
            if place == groups.count {
                places[key] = place
                groups.append([])
            }
            groups[place].append(index)
        }
        return groups
    }

    private func takesPart(_ index: Int) -> Bool {
        guard let direction, let change = cells.all[index].change else { return true }
        return change.direction.is(direction)
    }

    private func key(_ index: Int, _ axis: Axis) -> GroupKey {
        let (series, unit, period) = (cells.all[index].series, cells.all[index].unit, cells.asked[index])
        switch axis {
        case .crimeType: return GroupKey(area: series.area, period: period, unit: unit)
        case .area: return GroupKey(measure: series.measure, crimeType: series.crimeType, period: period)
        case .period: return GroupKey(measure: series.measure, crimeType: series.crimeType, area: series.area)
        }
    }

    private func label(_ index: Int, _ axis: Axis) -> Label {
        let series = cells.all[index].series
        switch axis {
        case .crimeType: return Label(measure: series.measure, crimeType: series.crimeType)
        case .area: return Label(area: series.area)
        case .period: return Label(period: cells.asked[index])
        }
    }
}
