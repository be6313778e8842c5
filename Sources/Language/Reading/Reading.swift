import Facts

/// One complete way to read a run of words: the slots its phrases filled.
struct Reading: Hashable, Sendable {
    /// The slots that are filled.
    private(set) var filled: SlotSet = []
    /// Their values, in the order of the slots.
    private var values: [[Value]] = []

    init() {}

    /// Nil when two phrases give a slot that holds one value two different ones.
    init?(_ cover: Cover) {
        values.reserveCapacity(cover.phrases.count)
        for phrase in cover.phrases {
            for assignment in phrase.assignments {
                guard add(assignment.value, to: assignment.slot) else { return nil }
            }
        }
    }

    /// False when the slot is taken by another value.
    mutating func add(_ value: Value, to slot: Slot) -> Bool {
        // "Crime in Q2 less crime in Q1" names the same twice.
        let new = value.elements.distinct
        let place = filled.count(before: slot)
        guard filled.contains(slot) else {
            filled.insert(slot)
            if place == values.count { values.append(new) } else { values.insert(new, at: place) }
            return true
        }
        let held = values[place]
        if slot.isList {
            values[place] += new.filter { !held.contains($0) }
            return true
        }
        if held == new { return true }
        // "The average of Q1 + Q2" names what to average; "the total including nuisance" takes two to add up.
        let (add, mean, sum) = (
            Slot.Arithmetic.add.value, Slot.Arithmetic.mean.value, Slot.Arithmetic.sum.value
        )
        let particular = Set(held + new).subtracting([add])
        if slot == .arithmetic, particular == [mean] || particular == [sum] {
            values[place] = particular == [mean] ? [mean] : [add]
            return true
        }
        // "Change" says less than "fall", and "rank" less than "highest first": the more particular stands.
        guard let neutral = Self.neutral(slot) else { return false }
        if held == [neutral] { values[place] = new }
        return held == [neutral] || new == [neutral]
    }

    private static func neutral(_ slot: Slot) -> Value? {
        switch slot {
        case .direction: Slot.Direction.changed.value
        case .rank: Slot.Rank.ordered.value
        default: nil
        }
    }

    /// Nothing, or no values, empties the slot.
    mutating func set(_ slot: Slot, _ new: [Value]?) {
        let place = filled.count(before: slot)
        switch (filled.contains(slot), new?.isEmpty ?? true) {
        case (true, true):
            values.remove(at: place)
            filled.remove(slot)
        case (true, false): values[place] = new ?? []
        case (false, true): break
        case (false, false):
            values.insert(new ?? [], at: place)
            filled.insert(slot)
        }
    }

    private static let subjects: SlotSet = [
        .crime, .measure, .list, .passage, .topic, .acronym, .outsider, .every, .except, .area, .unheld,
        .number,
    ]
    private static let asking: SlotSet = [
        .direction, .kind, .period, .extreme, .arithmetic, .against, .back, .others, .per, .rank, .which,
    ]

    /// Whether it asks for something and says of nothing what.
    var lacksOnlySubject: Bool {
        guard filled.isDisjoint(with: Self.subjects) else { return false }
        return !filled.isDisjoint(with: Self.asking) || has(Slot.Ask.howMany) || has(Slot.Ask.howMuch)
    }

    /// Whether it compares one thing with nothing else that it names: "is that a bigger fall than for drugs?"
    var lacksOtherSide: Bool {
        if filled == [.crime, .against], self[.crime].count == 1 { return true }
        // "How many times higher is that than for drugs?"
        if word(Slot.Arithmetic.self) == .ratio, self[.crime].count == 1,
            filled.isDisjoint(with: [.period, .area, .direction, .of, .whole])
        {
            return true
        }
        return has(Slot.Ask.comparative) && has(.against) && self[.crime].count == 1
            && filled.isDisjoint(with: [.period, .area, .aboveType, .belowType, .by, .number])
    }

    /// "Is", "did" and the like ask for yes or no where a clause begins with them and nothing else is asked for.
    /// "Did the number of incidents rise by more than 300?" asks it of a count.
    mutating func settleAsking(beginsWithAuxiliary: Bool) {
        guard has(.ask) || beginsWithAuxiliary else { return }
        let namesCount = has(Slot.Ask.count)
        if namesCount {
            let asks = self[.ask].map { $0 == Slot.Ask.count.value ? Slot.Ask.howMany.value : $0 }
            set(.ask, asks.distinct)
        }
        if has(Slot.Ask.auxiliary) { set(.ask, self[.ask].filter { $0 != Slot.Ask.auxiliary.value }) }
        if beginsWithAuxiliary, !isEmpty { _ = add(Slot.Ask.isIt.value, to: .ask) }
        guard has(Slot.Ask.isIt) else { return }
        let asks = self[.ask].filter { $0 != Slot.Ask.isIt.value }
        let isOfCount = namesCount && filled.isDisjoint(with: [.list, .topic, .outsider])
        let others = asks.filter { ask in
            !Self.sayingHow.contains(ask) && !(isOfCount && ask == Slot.Ask.howMany.value)
        }
        if !others.isEmpty || has(.which) { set(.ask, asks) }
    }

    private static let sayingHow: Set<Value> = [
        Slot.Ask.how.value, Slot.Ask.money.value, Slot.Ask.comparative.value, Slot.Ask.trend.value,
    ]

    subscript(_ slot: Slot) -> [Value] {
        filled.contains(slot) ? values[filled.count(before: slot)] : []
    }

    /// With every stretch that is named by its ends as the stretch alone; nil when there is none.
    var withoutEnds: Reading? {
        let plain = self[.period].map { value in
            guard case .period(.ends(let first, let last)) = value else { return value }
            return PeriodPhrase.joining(first, last).map { .period($0) } ?? value
        }
        guard plain != self[.period] else { return nil }
        var reading = self
        reading.set(.period, plain)
        return reading
    }

    /// Gives numbers of "crimes", "offences" or "incidents" the unit that the measure has: people use any of them.
    mutating func count(in unit: Unit?) {
        guard let unit, unit.isOfEvents else { return }
        values = values.map { values in
            values.map { value in
                guard case .amount(let amount) = value, amount.unit?.isOfEvents == true else { return value }
                return .amount(Amount(amount.value, decimals: amount.decimals, unit: unit))
            }
        }
    }

    /// "The five districts with the most, highest first" are in that order in any case.
    var pickedInOrder: Reading {
        guard has(.limit), let extreme = word(.extreme), word(.rank) == extreme else { return self }
        var picked = self
        picked.set(.rank, nil)
        return picked
    }

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
    func has(_ slot: Slot) -> Bool { filled.contains(slot) }
    func has(_ slot: Slot, _ word: String) -> Bool { self[slot].contains { $0.wordValue == word } }
    func has<Word: SlotWord>(_ word: Word) -> Bool { has(Word.slot, word.rawValue) }
    /// The first word of the slot that takes such words.
    func word<Word: SlotWord>(_: Word.Type) -> Word? { word(Word.slot).flatMap(Word.init(rawValue:)) }

    func keeping(_ slots: SlotSet) -> Reading {
        var kept = self
        for slot in filled.subtracting(slots) { kept.set(slot, nil) }
        return kept
    }

    var isEmpty: Bool { filled.isEmpty }
}
