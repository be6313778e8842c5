import Facts

/// Slots by which a stretch of a message asks or restricts.
extension MessagePass {
    /// Slots that make no question by themselves: "Not the first quarter, not the change."
    static let askingNothing: SlotSet = [.aside]

    /// Slots by which a stretch restricts what is asked, whoever tells it.
    static let restricting: SlotSet = excepting.union([.area, .period, .crossed])

    /// Those of them that a sentence of its own may not fill beside any question.
    static let excepting: SlotSet = [
        .except, .whole, .since, .base, .complement, .others, .together, .leftOut, .none,
    ]

    /// Slots by which a clause asks, unless it is plainly a story.
    static let asking: SlotSet = [.kind, .direction, .extreme, .arithmetic, .rank, .per]

    /// Slots by which a story asks and restricts nothing.
    static let restrictingNothing: SlotSet = [
        .ask, .dates, .follow, .back, .aside, .source, .outsider,
    ]

    /// Slots by which only some of several are meant.
    static let conditions: SlotSet = SlotSet.thresholds.union([.none])
}
