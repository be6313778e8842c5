import Facts

/// One complete way to read a run of words: the slots its phrases filled.
struct Reading: Hashable, Sendable {
    private(set) var values: [Slot: [Value]] = [:]

    init() {}

    /// Nil when two phrases give a slot that holds one value two different ones.
    init?(_ cover: Cover) {
        for phrase in cover.phrases {
            guard case .slots(let assignments) = phrase.edge.value else { continue }
            for assignment in assignments {
                guard add(assignment.value, to: assignment.slot) else { return nil }
            }
        }
    }

    /// False when the slot is taken by another value.
    mutating func add(_ value: Value, to slot: Slot) -> Bool {
        let new = value.elements
        guard let held = values[slot] else {
            values[slot] = new
            return true
        }
        if slot.isList {
            values[slot] = held + new.filter { !held.contains($0) }
            return true
        }
        if held == new { return true }
        // "The average of Q1 + Q2" names what to average, and its total what to add up.
        let particular = Set(held + new).subtracting([.word("add")])
        if slot == .arithmetic, particular == [.word("mean")] || particular == [.word("sum")] {
            values[slot] = Array(particular)
            return true
        }
        // "Change" says less than "fall", and "rank" less than "highest first": the more particular stands.
        guard let neutral = Self.neutral[slot] else { return false }
        if held == [neutral] { values[slot] = new }
        return held == [neutral] || new == [neutral]
    }

    private static let neutral: [Slot: Value] = [.direction: .word("changed"), .rank: .word("ordered")]

    mutating func set(_ slot: Slot, _ new: [Value]?) { values[slot] = new?.isEmpty == true ? nil : new }

    /// Whether it asks for something and says of nothing what.
    var lacksOnlySubject: Bool {
        let subjects: Set<Slot> = [
            .crime, .measure, .list, .passage, .topic, .acronym, .outsider, .every, .except, .area, .unheld,
            .number,
        ]
        let asks: Set<Slot> = [
            .direction, .kind, .period, .extreme, .arithmetic, .against, .back, .others, .per, .rank, .which,
        ]
        guard filled.isDisjoint(with: subjects) else { return false }
        return !filled.isDisjoint(with: asks) || has(.ask, "how-many") || has(.ask, "how-much")
    }

    /// "Is", "did" and the like ask for yes or no where a clause begins with them and nothing else is asked for.
    mutating func settleAsking(beginsWithAuxiliary: Bool) {
        set(.ask, self[.ask].filter { $0 != .word("auxiliary") })
        if beginsWithAuxiliary, !isEmpty { _ = add(.word("is-it"), to: .ask) }
        let asks = self[.ask].filter { $0 != .word("is-it") }
        let others = asks.filter { $0 != .word("how") && $0 != .word("money") }
        if has(.ask, "is-it"), !others.isEmpty || has(.which) { set(.ask, asks) }
    }

    subscript(_ slot: Slot) -> [Value] { values[slot] ?? [] }

    /// The first word of a slot: a code, `fell`, `highest`.
    func word(_ slot: Slot) -> String? { self[slot].first?.wordValue }
    func words(_ slot: Slot) -> [String] { self[slot].compactMap(\.wordValue) }
    func amount(_ slot: Slot) -> Amount? {
        if case .amount(let amount)? = self[slot].first { amount } else { nil }
    }
    func amounts(_ slot: Slot) -> [Amount] {
        self[slot].compactMap { if case .amount(let amount) = $0 { amount } else { nil } }
    }
    func periods(_ slot: Slot = .period) -> [PeriodPhrase] { self[slot].compactMap(\.periodValue) }
    func has(_ slot: Slot) -> Bool { values[slot] != nil }
    func has(_ slot: Slot, _ word: String) -> Bool { words(slot).contains(word) }

    func keeping(_ slots: Set<Slot>) -> Reading {
        var kept = Reading()
        kept.values = values.filter { slots.contains($0.key) }
        return kept
    }

    var filled: Set<Slot> { Set(values.keys) }
    var isEmpty: Bool { values.isEmpty }
}
