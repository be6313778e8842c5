import Facts

/// Periods laid end to end.
enum Tiling {
    /// The fewest of the figures whose periods cover a period exactly, without a gap or an overlap, in order of
    /// time; nil when none do.
    ///
    /// The best way to each day is found from the ways to the days before it.
    static func parts(of period: Period, among figures: [Observation]) -> [Observation]? {
        let ways = ways(from: period, among: figures)
        guard ways[period.end] != nil else { return nil }
        return parts(to: period.end, along: ways)
    }

    /// The figures that cover a period without an end, up to the last day that any of them has; nil when there is
    /// a gap.
    static func parts(since period: Period, among figures: [Observation]) -> [Observation]? {
        guard let last = figures.lazy.filter({ period.start <= $0.period.start }).map(\.period.end).max(),
            let closed = Period(from: period.start, to: last)
        else { return nil }
        return parts(of: closed, among: figures)
    }

    /// The last step to a day, and how many steps lead there.
    private typealias Way = (figure: Observation, steps: Int)

    private static func ways(from period: Period, among figures: [Observation]) -> [Day: Way] {
        var ways: [Day: Way] = [:]
        // By start, so that every way to the day before a figure is known when its turn comes.
        for figure in figures.sorted(by: { $0.period < $1.period }) {
            let steps: Int
            if figure.period.start == period.start {
                steps = 1
            } else if let before = ways[figure.period.start.adding(-1)] {
                steps = before.steps + 1
            } else {
                continue
            }
            if let known = ways[figure.period.end], known.steps <= steps { continue }
            ways[figure.period.end] = (figure, steps)
        }
        return ways
    }

    private static func parts(to end: Day, along ways: [Day: Way]) -> [Observation] {
        var parts: [Observation] = []
        var day = end
        while let way = ways[day] {
            parts.append(way.figure)
            day = way.figure.period.start.adding(-1)
        }
        return parts.reversed()
    }
}
