import Facts

/// Periods that are pointed at: "last quarter", "the next May", "the last three months".
extension PeriodConstruction {
    static func relative(_ given: Arguments) -> PeriodPhrase? {
        guard let grain = given.grain(0), let offset = given.integer(1, in: -400...400) else {
            return nil
        }
        return .relative(grain, offset)
    }

    static func nearest(_ given: Arguments) -> PeriodPhrase? {
        guard let month = given.integer(0, in: 1...12), let side = given.integer(1) else { return nil }
        return .nearest(month: month, side)
    }

    static func span(_ given: Arguments) -> PeriodPhrase? {
        guard let grain = given.grain(0), let count = given.integer(1, in: -400...400), count != 0 else {
            return nil
        }
        return .span(grain, count: count)
    }

    static func neighbour(_ given: Arguments) -> PeriodPhrase? {
        guard let grain = given.grain(0), let offset = given.integer(1) else { return nil }
        return .neighbour(grain, offset)
    }
}
