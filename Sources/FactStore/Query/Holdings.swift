import Facts

/// Everything of the store that one question rests on. What follows from it is computed without the store.
struct Holdings {
    private(set) var levels: [FigureKey: Level] = [:]
    private var published: [ChangeKey: PublishedChange] = [:]

    private struct ChangeKey: Hashable {
        let series: Series
        let from: Period
        let to: Period
    }

    /// What is held for one series and period.
    enum Level {
        /// One figure, or several that are added up because their periods make up the one asked for.
        case held([Observation])
        /// With the periods that are held of the series.
        case missing([Period])
    }

    subscript(series: Series, period: Period) -> Level {
        get { levels[FigureKey(series, period)] ?? .missing([]) }
        set { levels[FigureKey(series, period)] = newValue }
    }

    func has(_ series: Series, _ period: Period) -> Bool { levels[FigureKey(series, period)] != nil }

    mutating func add(_ change: PublishedChange) {
        published[ChangeKey(series: change.series, from: change.from, to: change.to)] = change
    }

    func published(_ series: Series, from: Period, to: Period) -> PublishedChange? {
        published[ChangeKey(series: series, from: from, to: to)]
    }
}
