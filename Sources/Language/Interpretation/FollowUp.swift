import Facts

/// Lays what a follow-up says over the question before it.
enum FollowUp {
    private static let subjects: SlotSet = [
        .crime, .except, .every, .measure, .list, .topic, .outsider, .passage, .acronym, .together,
    ]
    private static let thresholds: SlotSet = [.above, .atLeast, .below, .atMost, .between]
    private static let superlatives: SlotSet = [.extreme, .position, .rank, .limit, .slice]
    private static let movement: SlotSet = [
        .direction, .kind, .by, .fromNumber, .toNumber, .against, .negated,
    ]
    private static let arithmetic: SlotSet = [.arithmetic, .per, .whole, .base]
    private static let other: SlotSet = [.dates, .source, .unit, .complement]

    /// The merged reading; nil when nothing in the new one could lean on the old.
    static func merged(_ new: Reading, over old: Reading) -> Reading? {
        guard !new.isEmpty, !old.isEmpty else { return nil }
        // "Drug offences, not Q2" after Q2 leaves open which.
        if new.has(.aside, "period"), !new.has(.period) { return nil }
        // "Which crime types?" is not about the dates of a quarter.
        if old.has(.dates), new.has(.which) { return nil }
        // "And the two?" asks nothing that was not answered.
        if new.has(.back), new.filled.isSubset(of: [.back, .follow]) { return nil }
        // "And who gets it?" is not answered with what was said before.
        if new.has(.ask, "who"), new.filled.isSubset(of: [.ask, .follow, .back]) { return nil }
        // "Both together" is of the two figures talked about last.
        let isOfDiscussed = new.filled.isSubset(of: [.ask, .arithmetic, .follow, .back, .aside])
        if isOfDiscussed, new.word(.arithmetic) == "sum", new.has(.back) { return nil }
        // "How many did it have?" after a district was picked is of that one, which nobody named.
        if old.has(.which, "area") || old.has(.every, "area"), !new.has(.which), !new.has(.area),
            new.has(.ask, "how-many"), new.has(.period)
        {
            return nil
        }
        var (new, merged) = (new, old)
        // "Than violence?" after "did it fall by more than drugs?" is about another to compare it with.
        for slot in [Slot.aboveType, .belowType] where old.has(slot) && new.has(.against) && !new.has(.every)
        {
            guard new[.crime].count == 1, new.filled.isSubset(of: [.crime, .against, .follow]) else {
                continue
            }
            new.set(slot, new[.crime])
            new.set(.crime, nil)
        }
        // "And 30%?" after "did it fall by more than 20%?" is another threshold.
        if new.has(.number), new.filled.isSubset(of: [.number, .follow, .kind]),
            let slot = thresholds.first(where: { old.has($0) }), old[slot].count == new[.number].count
        {
            new.set(slot, new[.number])
            new.set(.number, nil)
        }
        // "And without drugs" leaves out what was left out before, too.
        if new.has(.except), new.filled.isSubset(of: [.except, .follow]), old.has(.except) {
            new.set(.except, old[.except] + new[.except].filter { !old[.except].contains($0) })
        }
        // "What dates is that?" is of the period alone.
        if new.has(.dates), new.filled.isSubset(of: [.dates, .ask, .follow, .back]), old.has(.period) {
            merged = old.keeping([.period])
        }
        for slot in [Slot.number, .approximately, .follow, .back, .aside] { merged.set(slot, nil) }
        replaceSubject(&merged, by: new)
        let asksCount = new.has(.ask, "how-many") || new.has(.ask, "list")
        if new.has(.others), isOfOthers(old, than: "crime-type") { return nil }
        if new.has(.others), says(old, superlatives), !says(new, superlatives) {
            // "And the others?" after "which was highest?": those that were not.
            drop(&merged, superlatives)
            new.set(.others, [.word("unchosen")])
        } else if new.has(.others), old.has(.which), !new.has(.which) {
            // Those that a condition did not hold for were not named.
            return nil
        }
        if says(new, arithmetic, other) || asksCount {
            drop(&merged, thresholds, superlatives, movement, arithmetic, other)
            if !new.has(.which) { merged.set(.which, nil) }
        } else if new.filled.intersection(superlatives) == [.position], merged.has(.extreme) {
            // "And the third?": the same order.
        } else if says(new, superlatives) {
            drop(&merged, thresholds, superlatives, arithmetic, other)
        } else if says(new, thresholds) {
            drop(&merged, thresholds, superlatives, arithmetic)
            // The new threshold brings its own unit: "and by more than 10 points?"
            merged.set(.kind, nil)
        } else if new.filled.intersection(movement) == [.kind] {
            // "and in points?": the same question in another kind.
            merged.set(.kind, nil)
            drop(&merged, other)
        } else if says(new, movement) {
            drop(&merged, movement, superlatives, thresholds, arithmetic, other)
            merged.set(.which, nil)
        }
        if new.has(.number) { drop(&merged, thresholds) }
        // "How many in total?" after one of them is of the whole list.
        if new.has(.arithmetic), old.has(.list), !new.has(.topic) { merged.set(.topic, nil) }
        if asksCount || says(new, superlatives, movement, arithmetic, other) { merged.set(.ask, nil) }
        if new.word(.arithmetic) == "share", new[.period].count == 1, !new.has(.whole) {
            // "Q2's share of that?" after a sum is of what was added up, after a year's figure of that.
            if old[.period].count > 1 {
                merged.set(.whole, old[.period])
            } else if new.has(.back) {
                new.set(.period, old[.period] + new[.period])
            }
        }
        // "Break that down by month" is of the months of what was talked about.
        if new.has(.back), new.periods().areOfEach, old[.period].count == 1 {
            new.set(.period, old[.period] + new[.period])
        }
        // "Is that up on Q2?" is of the period that was talked about.
        let isSinceThen = new.has(.since) && !new.has(.period) && old[.period].count == 1
        if new.has(.period), new.has(.against), new[.period].count == 1 {
            // "against Q1?": the period before stays, and is compared.
            merged.set(.period, old[.period] + new[.period])
        } else if new[.period] == [.period(.beside(0))], old.has(.period) {
            // "Over the same period?": that of the question before, or the two that it was between.
            merged.set(.period, old[.period])
            new.set(.period, old[.period])
        } else if new.has(.period) {
            merged.set(.period, nil)
            merged.set(.base, nil)
            if new.word(.arithmetic) != "share" { merged.set(.whole, nil) }
        } else if new.filled.intersection(movement) == [.kind],
            says(old, superlatives, thresholds) || !says(old, movement, arithmetic) && !says(new, arithmetic),
            says(old, superlatives, thresholds)
                || new.word(.kind) != "points" && new.word(.kind) != "relative"
        {
            // "What percentage was it?" after the highest is of the same period.
        } else if says(new, movement.subtracting(says(new, superlatives) ? [.kind] : []), arithmetic),
            new.word(.kind) != "proportion", new.word(.arithmetic) != "share", merged[.period].count == 1,
            !isSinceThen,
            new.word(.arithmetic) != "range", merged[.crime].count < 2,
            !new.has(.per)
        {
            // A change asked for after one figure is between the figures talked about.
            merged.set(.period, nil)
        }
        for slot in new.filled where slot != .follow && slot != .back {
            if slot == .period, new.has(.against), new[.period].count == 1 { continue }
            if slot == .crime, merged[.crime].count > new[.crime].count { continue }
            merged.set(slot, new[slot])
        }
        return merged
    }

    private static func replaceSubject(_ merged: inout Reading, by new: Reading) {
        guard says(new, subjects) || new.has(.area) else { return }
        if new.has(.list) || new.has(.passage) || new.has(.acronym) {
            for slot in subjects { merged.set(slot, nil) }
        } else if new.has(.measure), new.word(.arithmetic) == "share", merged.has(.crime) {
            // "As a percentage of recorded crime?": the measure is the whole, the crime type stays the part.
        } else if new.has(.measure), !new.has(.crime), !staysOnMeasure(new, old: merged) {
            for slot in subjects.subtracting([.except]) { merged.set(slot, nil) }
        } else if new.has(.against) || ["difference", "ratio"].contains(new.word(.arithmetic)),
            !new.has(.period),
            new[.crime].count == 1, let subject = merged[.crime].first, !merged.has(.aboveType),
            !merged.has(.belowType)
        {
            // "Is that a bigger fall than for drugs?", "minus drugs": the first that was talked about, and this one.
            merged.set(.crime, subject == new[.crime][0] ? [subject] : [subject, new[.crime][0]])
        } else if new.has(.crime) || new.has(.every) {
            for slot in [Slot.crime, .except, .every, .together] { merged.set(slot, nil) }
        } else if new.has(.topic), !merged.has(.list) {
            for slot in subjects { merged.set(slot, nil) }
        } else if new.has(.outsider) || new.has(.topic) {
            for slot in [Slot.outsider, .topic] { merged.set(slot, nil) }
        }
    }

    /// Whether months or districts were picked from, or several districts talked about: the others are those.
    private static func isOfOthers(_ old: Reading, than axis: String) -> Bool {
        (old.has(.which) && !old.has(.which, axis)) || (old.has(.every) && !old.has(.every, axis))
            || old[.area].count > 1 || (old.has(.extreme) && old[.period].count > 1)
    }

    /// "What proportion did not end in formal action?" after a rate for drug offences is still about those.
    private static func staysOnMeasure(_ new: Reading, old: Reading) -> Bool {
        new[.measure] == old[.measure] || (new.has(.complement) && !old.has(.measure))
    }

    private static func says(_ reading: Reading, _ groups: SlotSet...) -> Bool {
        groups.contains { !$0.isDisjoint(with: reading.filled) }
    }

    private static func drop(_ reading: inout Reading, _ groups: SlotSet...) {
        for slot in groups.joined() { reading.set(slot, nil) }
    }
}
