import Facts

/// What a follow-up is about: what it names takes the place of what was talked about, or stands beside it.
extension FollowUp {
    static let subjects: SlotSet = [
        .crime, .except, .every, .measure, .list, .topic, .outsider, .passage, .acronym, .together,
    ]

    static func replaceSubject(_ merged: inout Reading, by new: Reading) {
        guard !subjects.isDisjoint(with: new.filled) || new.has(.area) else { return }
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

    /// "What proportion did not end in formal action?" after a rate for drug offences is still about those.
    private static func staysOnMeasure(_ new: Reading, old: Reading) -> Bool {
        new[.measure] == old[.measure] || (new.has(.complement) && !old.has(.measure))
    }
}
