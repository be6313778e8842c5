extension Collection<Period> {
    /// Periods that touch or overlap, as one; in order of time.
    public var stretches: [Period] {
        sorted().reduce(into: []) { stretches, period in
            guard let last = stretches.last, period.start <= last.end || period.start == last.end.adding(1),
                let joined = Period(from: last.start, to: Swift.max(last.end, period.end))
            else {
                stretches.append(period)
                return
            }
            stretches[stretches.count - 1] = joined
        }
    }
}
