import Facts

/// A reading with one of the things that it may mean by a name.
struct MeasureChoice {
    var reading: Reading
    /// The measure to suppose, when none was named.
    var measure: String?
    var assumptions: [Assumption] = []
}

/// How much of what a question needs is held.
enum Support: Int, Comparable {
    case none, incomplete, refused, question, part, whole

    static func < (left: Support, right: Support) -> Bool { left.rawValue < right.rawValue }
}

/// What is meant where the words leave it open: "crime", "violence", a crime type without a measure.
extension Interpreter {
    /// What a reading may mean, likeliest first.
    func choices(_ reading: Reading) -> [MeasureChoice] {
        named(reading).flatMap { choice -> [MeasureChoice] in
            let measures =
                choice.reading.has(.measure)
                ? choice.reading.words(.measure) : measuresHeld(for: choice.reading)
            guard !choice.reading.has(.measure), measures.count > 1 else {
                var only = choice
                if !choice.reading.has(.measure) { only.measure = measures.first }
                only.reading.count(in: measures.first.flatMap { grammar.codelists.measure($0)?.unit })
                return [only]
            }
            return measures.map { measure in
                var supposing = choice
                supposing.measure = measure
                supposing.reading.count(in: grammar.codelists.measure(measure)?.unit)
                return supposing
            }
        }
    }

    /// A list as the sum that paid for it alone, where a sum is asked for: "how much went to those projects?"
    func withSums(_ reading: Reading) -> Reading {
        let lists = grammar.definitions.lists
        guard asksForSum(reading), !reading.has(.topic), let list = reading.word(.list),
            let sum = lists.first(where: { $0.id == list })?.paidBy.first,
            lists.filter({ $0.paidBy.contains(sum) }).count == 1
        else { return reading }
        var paid = reading
        paid.set(.list, nil)
        paid.set(.measure, ([.word(sum)] + reading[.measure]).distinct)
        return paid
    }

    private func asksForSum(_ reading: Reading) -> Bool {
        let isCompared = [Slot.arithmetic, .whole].contains { reading.has($0) }
        return reading.has(Slot.Ask.howMuch) || reading.has(Slot.Ask.money)
            || reading.has(Slot.Kind.proportion)
            || reading.has(Slot.Kind.percent) || isCompared && !reading.has(Slot.Ask.howMany)
    }

    /// Names that stand for several, as each of these in turn.
    private func named(_ reading: Reading) -> [MeasureChoice] {
        var choices = [MeasureChoice(reading: reading)]
        for slot in Self.naming where reading.has(slot) {
            for word in reading.words(slot) {
                guard let members = grammar.definitions.families[word] else { continue }
                // A measure of its own gives way only where nothing of it is held.
                if isHeldAnywhere(word, slot) { continue }
                let held = members.filter { isHeldAnywhere($0, slot) }
                choices = choices.flatMap { choice in
                    ordered(held.isEmpty ? members : held, slot).map { member in
                        var one = choice
                        let meant = one.reading[slot].map { $0 == .word(word) ? .word(member) : $0 }
                        // "Crime types by reported crime" names one measure twice.
                        one.reading.set(slot, meant.distinct)
                        let joined = one.reading[.together].map { $0 == .word(word) ? .word(member) : $0 }
                        one.reading.set(.together, joined)
                        let assumption: Assumption =
                            slot == .measure ? .measure(member) : .crimeType(member)
                        let isOther = grammar.codelists.measure(word) != nil
                        if held.count > 1 || isOther { one.assumptions.append(assumption) }
                        return one
                    }
                }
            }
        }
        return choices
    }

    private static let naming: [Slot] = [.measure, .crime, .except, .aboveType, .belowType, .alike]

    /// A follow-up stays with what was talked about.
    private func ordered(_ members: [String], _ slot: Slot) -> [String] {
        guard isFollowUp, let series = context.focus.last?.series else { return members }
        let discussed = members.filter { $0 == (slot == .measure ? series.measure : series.crimeType) }
        return discussed.isEmpty ? members : discussed
    }

    private func isHeldAnywhere(_ id: String, _ slot: Slot) -> Bool {
        slot == .measure
            ? grammar.heldMeasures.contains(id) : grammar.heldCrimeTypes.contains(id)
    }

    /// The measures that are held by one of the crime types named, or by any, in the order of the grammar; counts
    /// alone where a number is asked for.
    private func measuresHeld(for reading: Reading) -> [String] {
        let crimes = reading.words(.crime).filter { !reading.words(.except).contains($0) }
        guard !crimes.isEmpty || namesEveryCrimeType(reading) || reading.has(.except) else { return [] }
        let areas = self.areas(reading)
        let held = splitMeasures(areas).filter { measure in
            // Each of one type is no choice.
            guard !crimes.isEmpty else { return heldCrimes([measure], areas).count > 1 }
            let types = heldCrimes([measure], areas)
            return crimes.contains { types.contains($0) }
        }
        if isFollowUp, let discussed = context.focus.last?.series.measure, held.contains(discussed),
            !asksForCount(reading) || grammar.codelists.measure(discussed)?.unit.isAdditive == true
        {
            return [discussed]
        }
        guard asksForCount(reading) else { return held }
        let counts = held.filter { grammar.codelists.measure($0)?.unit.isAdditive == true }
        return counts.isEmpty ? held : counts
    }

    private func asksForCount(_ reading: Reading) -> Bool {
        (reading.has(Slot.Ask.howMany) && !reading.has(.which)) || reading.has(Slot.Kind.amount)
    }

    /// How much of what a meaning needs is held.
    func support(of meaning: Meaning) -> Support {
        switch meaning {
        case .incomplete: return .incomplete
        case .refused: return .refused
        case .question(.figures(let question), _):
            var support = Support.whole
            for series in question.series.flatMap(\.parts) {
                let held = grammar.catalogue.held[series] ?? []
                let isAdditive = grammar.codelists.measure(series.measure)?.unit.isAdditive ?? false
                let resolution = PeriodResolution(today: today, held: held, isAdditive: isAdditive)
                for period in question.periods where !resolution.isHeld(period) {
                    support = min(support, held.contains { $0.overlaps(period) } ? .part : .question)
                }
            }
            return support
        case .question(.items, _), .question(.passages, _), .question(.acronym, _), .question(.dates, _),
            .question(.lookup, _), .question(.provenance, _), .question(.unit, _):
            return .whole
        }
    }
}

extension Meaning {
    func assuming(_ assumptions: [Assumption]) -> Meaning {
        guard case .question(let question, let own) = self, !assumptions.isEmpty else { return self }
        return .question(question, assumptions.filter { !own.contains($0) } + own)
    }
}
