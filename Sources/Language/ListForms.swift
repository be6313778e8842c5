import Facts

/// Questions about lists, dates, sources and single figures turned round.
extension Interpreter {
    func lists(_ reading: Reading) -> [Meaning] {
        let lists = reading.words(.list)
        guard !lists.isEmpty else { return [.incomplete(.subject)] }
        let about = topics(reading)
        let except = reading.words(.except).flatMap { topicNames($0) }
        let items = grammar.catalogue.items.filter { lists.contains($0.list) }
        let isFound = items.contains { item in about.allSatisfy { wanted in item.isAbout(wanted) } }
        if !about.isEmpty, !isFound {
            return [.refused(.topics(list: lists[0], about.map { $0[0] }))]
        }
        let aspect: ItemQuestion.Aspect
        if let count = reading[.number].first?.integer, reading[.number].count == 1 {
            aspect = .countClaim(count)
        } else if reading.has(.number) {
            return []
        } else if reading.has(.ask, "how-many") {
            aspect = reading.has(.ask, "list") || reading.has(.ask, "what") ? .countAndList : .count
        } else {
            aspect = .list
        }
        return [
            .question(
                .items(
                    ItemQuestion(
                        lists: lists, about: about.map { $0[0] }, except: except, aspect: aspect)), [])
        ]
    }

    func memberships(_ reading: Reading) -> [Meaning] {
        if let outsider = reading.word(.outsider) {
            guard let list = reading.word(.list) else { return [] }
            return [.question(.items(ItemQuestion(lists: [list], aspect: .outsider(outsider))), [])]
        }
        return reading.words(.item).compactMap { reference in
            let pieces = reference.split(separator: "#")
            guard pieces.count == 2, let number = Int(pieces[1]) else { return nil }
            let list = String(pieces[0])
            guard reading.words(.list).isEmpty || reading.has(.list, list) else { return nil }
            return .question(.items(ItemQuestion(lists: [list], aspect: .member(number))), [])
        }
    }

    func dates(_ reading: Reading) -> [Meaning] {
        guard let aspect = reading.word(.dates).flatMap(DateAspect.init(rawValue:)) else { return [] }
        let series = Array(grammar.catalogue.held.keys)
        guard let choice = named(reading.periods(), series), !choice.periods.isEmpty else {
            return [.incomplete(.subject)]
        }
        // "Does Q1 begin in January or in April?" is about Q1.
        let quarters = choice.periods.filter { $0.grain != .month }
        let asked = quarters.count == 1 ? quarters : choice.periods
        return asked.count == 1
            ? [.question(.dates(asked[0], aspect), choice.assumptions)] : [.incomplete(.operands)]
    }

    func lookups(_ reading: Reading) -> [Meaning] {
        let numbers = (reading.amounts(.number) + reading.amounts(.fromNumber) + reading.amounts(.toNumber)
            + reading.amounts(.by)).map(\.value)
        return numbers.isEmpty ? [] : [.question(.lookup(numbers), [])]
    }

    func provenances(_ reading: Reading) -> [Meaning] {
        guard reading.has(.crime) || reading.has(.measure) else { return [.question(.provenance([]), [])] }
        return withSubject(reading) { [.question(.provenance($0.series), $0.assumptions)] }
    }

    func units(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { [.question(.unit(measure: $0.measure), [])] }
    }

    /// What the items have to be about: for each thing said, the words that mean it.
    private func topics(_ reading: Reading) -> [[String]] {
        reading.words(.topic).map { [$0] } + reading.words(.crime).map { topicNames($0) }
    }

    private func topicNames(_ id: String) -> [String] {
        grammar.codelists.crimeType(id).map { [$0.name] } ?? [id]
    }
}

extension Item {
    /// Whether one of the words is among those it is about.
    public func isAbout(_ words: [String]) -> Bool { words.contains { about.contains($0) } }
}
