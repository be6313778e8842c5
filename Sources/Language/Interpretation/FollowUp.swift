import Facts

/// Lays what a follow-up says over the question before it.
struct FollowUp {
    private static let superlatives: SlotSet = [.extreme, .position, .rank, .limit, .slice]
    private static let movement: SlotSet = [
        .direction, .kind, .by, .fromNumber, .toNumber, .against, .negated,
    ]
    private static let arithmetic: SlotSet = [.arithmetic, .per, .whole, .base]
    private static let other: SlotSet = [.dates, .source, .unit, .complement]

    private let old: Reading
    private var new: Reading
    private var merged: Reading

    /// The merged reading; nil when nothing in the new one could lean on the old. The steps come in an order: what one
    /// of them drops or moves, those after it no longer see.
    static func merged(_ new: Reading, over old: Reading) -> Reading? {
        guard !new.isEmpty, !old.isEmpty, !declines(new, after: old) else { return nil }
        var followUp = FollowUp(old: old, new: new, merged: old)
        followUp.settleOtherSide()
        followUp.settleConditions()
        followUp.settleDates()
        for slot in [Slot.number, .approximately, .follow, .back, .aside] {
            followUp.merged.set(slot, nil)
        }
        replaceSubject(&followUp.merged, by: followUp.new)
        guard followUp.settleOthers() else { return nil }
        followUp.settleGroups()
        followUp.settleShares()
        followUp.settlePeriods()
        followUp.layOver()
        return followUp.merged
    }

    /// Whether the new reading leaves open what it leans on, or asks nothing that the old one could answer.
    private static func declines(_ new: Reading, after old: Reading) -> Bool {
        // "Drug offences, not Q2" after Q2 leaves open which.
        if new.has(.aside, "period"), !new.has(.period) { return true }
        // "Which crime types?" is not about the dates of a quarter.
        if old.has(.dates), new.has(.which) { return true }
        // "And the two?" asks nothing that was not answered.
        if new.has(.back), new.filled.isSubset(of: [.back, .follow]) { return true }
        // "And who gets it?" is not answered with what was said before.
        if new.has(.ask, "who"), new.filled.isSubset(of: [.ask, .follow, .back]) { return true }
        // "Both together" is of the two figures talked about last.
        let isOfDiscussed = new.filled.isSubset(of: [.ask, .arithmetic, .follow, .back, .aside])
        if isOfDiscussed, new.word(.arithmetic) == "sum", new.has(.back) { return true }
        // "How many did it have?" after a district was picked is of that one, which nobody named.
        return (old.has(.which, "area") || old.has(.every, "area")) && !new.has(.which) && !new.has(.area)
            && new.has(.ask, "how-many") && new.has(.period)
    }

    /// "Than violence?" after "did it fall by more than drugs?" is about another to compare it with.
    private mutating func settleOtherSide() {
        for slot in [Slot.aboveType, .belowType] where old.has(slot) && new.has(.against) && !new.has(.every)
        {
            guard new[.crime].count == 1, new.filled.isSubset(of: [.crime, .against, .follow]) else {
                continue
            }
            new.set(slot, new[.crime])
            new.set(.crime, nil)
        }
    }

    /// "And 30%?" after "did it fall by more than 20%?" is another threshold; "and without drugs" leaves out what was
    /// left out before, too.
    private mutating func settleConditions() {
        if new.has(.number), new.filled.isSubset(of: [.number, .follow, .kind]),
            let slot = SlotSet.thresholds.first(where: { old.has($0) }), old[slot].count == new[.number].count
        {
            new.set(slot, new[.number])
            new.set(.number, nil)
        }
        if new.has(.except), new.filled.isSubset(of: [.except, .follow]), old.has(.except) {
            new.set(.except, old[.except] + new[.except].filter { !old[.except].contains($0) })
        }
    }

    /// "What dates is that?" is of the period alone.
    private mutating func settleDates() {
        if new.has(.dates), new.filled.isSubset(of: [.dates, .ask, .follow, .back]), old.has(.period) {
            merged = old.keeping([.period])
        }
    }

    /// "And the others?"; false when nobody can tell which they are.
    private mutating func settleOthers() -> Bool {
        guard new.has(.others) else { return true }
        if Self.isOfOthers(old, than: "crime-type") { return false }
        if says(old, Self.superlatives), !says(new, Self.superlatives) {
            // After "which was highest?": those that were not.
            drop(Self.superlatives)
            new.set(.others, [.word("unchosen")])
        } else if old.has(.which), !new.has(.which) {
            // Those that a condition did not hold for were not named.
            return false
        }
        return true
    }

    private var asksCount: Bool { new.has(.ask, "how-many") || new.has(.ask, "list") }

    /// What the new reading asks takes the place of what the old one asked, group by group.
    private mutating func settleGroups() {
        if says(new, Self.arithmetic, Self.other) || asksCount {
            drop(SlotSet.thresholds, Self.superlatives, Self.movement, Self.arithmetic, Self.other)
            if !new.has(.which) { merged.set(.which, nil) }
        } else if new.filled.intersection(Self.superlatives) == [.position], merged.has(.extreme) {
            // "And the third?": the same order.
        } else if says(new, Self.superlatives) {
            drop(SlotSet.thresholds, Self.superlatives, Self.arithmetic, Self.other)
        } else if says(new, SlotSet.thresholds) {
            drop(SlotSet.thresholds, Self.superlatives, Self.arithmetic)
            // The new threshold brings its own unit: "and by more than 10 points?"
            merged.set(.kind, nil)
        } else if new.filled.intersection(Self.movement) == [.kind] {
            // "and in points?": the same question in another kind.
            merged.set(.kind, nil)
            drop(Self.other)
        } else if says(new, Self.movement) {
            drop(Self.movement, Self.superlatives, SlotSet.thresholds, Self.arithmetic, Self.other)
            merged.set(.which, nil)
        }
        if new.has(.number) { drop(SlotSet.thresholds) }
        // "How many in total?" after one of them is of the whole list.
        if new.has(.arithmetic), old.has(.list), !new.has(.topic) { merged.set(.topic, nil) }
        // "Which of them are about stalking?" after how many there are is answered with those, and how many.
        if new.has(.topic), merged.has(Slot.Ask.howMany) {
            merged.set(.ask, [Slot.Ask.howMany.value, Slot.Ask.list.value])
        }
        if asksCount || says(new, Self.superlatives, Self.movement, Self.arithmetic, Self.other) {
            merged.set(.ask, nil)
        }
    }

    /// "Q2's share of that?" after a sum is of what was added up, after a year's figure of that.
    private mutating func settleShares() {
        guard new.word(.arithmetic) == "share", new[.period].count == 1, !new.has(.whole) else { return }
        if old[.period].count > 1 {
            merged.set(.whole, old[.period])
        } else if new.has(.back) {
            new.set(.period, old[.period] + new[.period])
        }
    }

    private mutating func settlePeriods() {
        // "Break that down by month" is of the months of what was talked about.
        if new.has(.back), new.periods().areOfEach, old[.period].count == 1 {
            new.set(.period, old[.period] + new[.period])
        }
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
        } else if !asksForKindAlone, asksForChange {
            // A change asked for after one figure is between the figures talked about.
            merged.set(.period, nil)
        }
    }

    /// "What percentage was it?" after the highest is of the same period.
    private var asksForKindAlone: Bool {
        let picks = says(old, Self.superlatives, SlotSet.thresholds)
        return new.filled.intersection(Self.movement) == [.kind]
            && (picks || !says(old, Self.movement, Self.arithmetic) && !says(new, Self.arithmetic))
            && (picks || new.word(.kind) != "points" && new.word(.kind) != "relative")
    }

    private var asksForChange: Bool {
        let moving = Self.movement.subtracting(says(new, Self.superlatives) ? [.kind] : [])
        // "Is that up on Q2?" is of the period that was talked about.
        let isSinceThen = new.has(.since) && !new.has(.period) && old[.period].count == 1
        return says(new, moving, Self.arithmetic) && new.word(.kind) != "proportion"
            && new.word(.arithmetic) != "share" && merged[.period].count == 1 && !isSinceThen
            && new.word(.arithmetic) != "range" && merged[.crime].count < 2 && !new.has(.per)
    }

    /// What the new reading says, said last.
    private mutating func layOver() {
        for slot in new.filled where slot != .follow && slot != .back {
            if slot == .period, new.has(.against), new[.period].count == 1 { continue }
            if slot == .crime, merged[.crime].count > new[.crime].count { continue }
            merged.set(slot, new[slot])
        }
    }

    /// Whether months or districts were picked from, or several districts talked about: the others are those.
    private static func isOfOthers(_ old: Reading, than axis: String) -> Bool {
        (old.has(.which) && !old.has(.which, axis)) || (old.has(.every) && !old.has(.every, axis))
            || old[.area].count > 1 || (old.has(.extreme) && old[.period].count > 1)
    }

    private func says(_ reading: Reading, _ groups: SlotSet...) -> Bool {
        groups.contains { !$0.isDisjoint(with: reading.filled) }
    }

    private mutating func drop(_ groups: SlotSet...) {
        for slot in groups.joined() { merged.set(slot, nil) }
    }
}
