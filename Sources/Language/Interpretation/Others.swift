import Facts

/// "The others", "the rest", "the other one": the crime types that were not talked about.
extension Interpreter {
    /// The reading with those crime types named; nil where it points at others and nothing says which.
    func namingOthers(_ reading: Reading) -> Reading? {
        guard let word = reading.word(Slot.Others.self) else { return reading }
        guard isFollowUp, let focus = context.focus.last, word != .yes else { return nil }
        let series = focus.series
        guard series.added.isEmpty, !reading.has(.except), reading[.area].count < 2,
            reading[.measure].count < 2, !reading.has(.together)
        else { return nil }
        let named = reading.words(.crime)
        let measure = reading.word(.measure) ?? series.measure
        let all = heldCrimes([measure], areas(reading))
        let (among, without): ([String], [String])
        if word == .unchosen || named.isEmpty {
            // After "which was higher?" those are the others that were not.
            guard let chosen = series.crimeType else { return nil }
            (among, without) = (named.count > 1 ? named : all, [chosen])
        } else {
            (among, without) = (all, named)
        }
        let others = among.filter { !without.contains($0) }
        guard others.count < among.count, word == .one ? others.count == 1 : !others.isEmpty else {
            return nil
        }
        var naming = reading
        naming.set(.others, nil)
        naming.set(.every, nil)
        naming.set(.crime, others.map { .word($0) })
        if word == .unchosen { naming.set(.which, nil) }
        return naming
    }
}
