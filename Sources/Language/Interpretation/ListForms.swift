import Facts

/// Questions about lists, dates, sources and single figures turned round.
extension Interpreter {
    func lists(_ reading: Reading) -> [Meaning] {
        if reading.has(.passage), !reading.has(Slot.Ask.list) { return [] }
        // "What share of the partners are councils?" is no list.
        let asksForShare = reading.word(Slot.Arithmetic.self) == .share && !reading.has(.which)
        if asksForShare || reading.has(Slot.Kind.proportion) || reading.has(Slot.Kind.percent) { return [] }
        // "It is not one of them, is it?" is answered with what is so; "which are not?" asks for the others.
        if reading.has(.negated), !reading.has(Slot.Ask.isIt) { return [] }
        let named = topics(reading)
        let lists = reading.words(.list).isEmpty ? listsAbout(named, reading) : reading.words(.list)
        guard !lists.isEmpty else { return [.incomplete(.subject)] }
        if reading.has(Slot.Ask.howMuch) || (reading.has(Slot.Ask.money) && !reading.has(Slot.Ask.isIt)) {
            return [.refused(.notMoney)]
        }
        // "The difference between the projects' sums" is no list.
        if [.difference, .ratio, .mean].contains(reading.word(Slot.Arithmetic.self)) { return [] }
        // "What does the district get of the shared funding?" asks for no list.
        let isOfBodies = grammar.definitions.lists.contains { lists.contains($0.id) && $0.isOfBodies }
        let about = isOfBodies || reading.has(.either) ? named : mostly(named, of: lists)
        if reading.has(.area), !isOfBodies || !about.isEmpty { return [] }
        // "Is the project the district's only?" and "do all of them help victims?" say more than a list can answer.
        let asksMore = reading.has(.measure) && !isOfBodies || reading.has(.every) || reading.has(.number)
        if reading.has(Slot.Ask.isIt), !about.isEmpty, asksMore { return [] }
        // "How many shared projects, and how many that are the district's alone?" asks of another list too.
        let paid = grammar.definitions.lists.filter { list in
            reading.words(.measure).contains { list.paidBy.first == $0 }
        }
        guard paid.allSatisfy({ lists.contains($0.id) }) else { return [] }
        let items = grammar.catalogue.items.filter { lists.contains($0.list) }
        let isFound = about.isEmpty || items.contains { item in about.allSatisfy { item.isAbout([$0]) } }
        // "Stalking or prisons": nothing is about both, something about each.
        let isUnion =
            !isFound && reading.has(.either)
            && about.allSatisfy { topic in items.contains { $0.isAbout([topic]) } }
        guard isFound || isUnion else {
            // Of several things, "none" is not so of each.
            return about.count > 1 ? [] : [.refused(.topics(list: lists[0], about))]
        }
        // "Are councils and charities partners?" is no when one is not.
        if isOfBodies, about.count > 1, reading.has(Slot.Ask.isIt) { return [] }
        let except = reading.words(.except).map { grammar.codelists.crimeType($0)?.name ?? $0 }
        guard except.allSatisfy({ name in items.contains { $0.isAbout([name]) } }) else { return [] }
        let found = items.filter { item in about.allSatisfy { item.isAbout([$0]) } }.count
        guard let aspect = aspect(reading, total: items.count, found: found, isAbout: !about.isEmpty) else {
            return []
        }
        if let sliced = sliced(reading, lists, about, except, aspect) { return sliced }
        // "How many projects?" of two lists has two answers.
        if lists.count > 1, about.isEmpty, aspect == .count {
            return lists.map {
                .question(.items(ItemQuestion(lists: [$0], except: except, aspect: .count)), [])
            }
        }
        let question = ItemQuestion(
            lists: lists, about: about, isUnion: isUnion, except: except, aspect: aspect)
        return [.question(.items(question), reading.has(.list) ? [] : [.list])]
    }

    /// What the members that come nearest are about: "parents whose kids hurt them" is about two of three things.
    ///
    /// All that is named, where a member is about all of it or none about more than half.
    private func mostly(_ named: [String], of lists: [String]) -> [String] {
        // Of one thing no member is about more than half and not all.
        guard named.count > 1 else { return named }
        let found = grammar.catalogue.items.filter { lists.contains($0.list) }.map { item in
            named.filter { item.isAbout([$0]) }
        }
        let most = found.map(\.count).max() ?? 0
        let nearest = Set(found.filter { $0.count == most })
        guard most > 1, most * 2 > named.count, nearest.count == 1, let about = nearest.first else {
            return named
        }
        return about
    }

    /// "The first two partners", "the third project"; nil where all of a list is asked for. Of two lists each has its
    /// own third.
    private func sliced(
        _ reading: Reading, _ lists: [String], _ about: [String], _ except: [String],
        _ aspect: ItemQuestion.Aspect
    ) -> [Meaning]? {
        guard reading.has(.slice) || reading.has(.position) || reading.has(.limit) else { return nil }
        guard aspect == .list, !reading.has(Slot.Ask.isIt), let slice = slice(reading) else { return [] }
        let found: [Meaning] = lists.compactMap { list in
            let members = grammar.catalogue.items.filter { item in
                item.list == list && about.allSatisfy { item.isAbout([$0]) }
                    && !except.contains { item.isAbout([$0]) }
            }
            guard !slice.of(members).isEmpty else { return nil }
            return .question(
                .items(ItemQuestion(lists: [list], about: about, except: except, slice: slice)), [])
        }
        return found.isEmpty ? [.refused(.nothing)] : found
    }

    private func slice(_ reading: Reading) -> ItemQuestion.Slice? {
        if let position = reading[.position].first?.integer {
            guard !reading.has(.slice), !reading.has(.limit), position > 0 else { return nil }
            return ItemQuestion.Slice(start: position, count: 1)
        }
        guard let end = reading.word(Slot.Slice.self) else { return nil }
        let count = reading[.limit].first?.integer ?? 1
        guard (1...999).contains(count) else { return nil }
        return ItemQuestion.Slice(start: end == .last ? -1 : 1, count: count)
    }

    /// Whether two questions have one answer: "about prisons" and "about inside prisons".
    func isSame(_ first: Question, _ second: Question) -> Bool {
        guard case .items(var one) = first, case .items(var two) = second else { return first == second }
        func members(_ question: ItemQuestion) -> [Item] {
            grammar.catalogue.items.filter { item in
                question.lists.contains(item.list) && question.about.allSatisfy { item.isAbout([$0]) }
            }
        }
        let isOneSet = members(one) == members(two)
        one.about = []
        two.about = []
        return isOneSet && one == two
    }

    /// "What does the hate crime co-ordinator do?" names no list; the one that has such a member is meant.
    private func listsAbout(_ about: [String], _ reading: Reading) -> [String] {
        let isPlain = reading.filled.isSubset(of: [.topic, .ask, .back, .aside, .either, .which])
        guard isPlain, !about.isEmpty, !reading.has(Slot.Ask.howMany), !reading.has(Slot.Ask.isIt) else {
            return []
        }
        // "What did the council get?" is about money, and not about the partner.
        let bodies = grammar.definitions.lists.filter(\.isOfBodies).map(\.id)
        let asksWho = reading.has(Slot.Ask.who)
        var lists: [String] = []
        for item in grammar.catalogue.items
        where (asksWho || !bodies.contains(item.list)) && about.allSatisfy({ item.isAbout([$0]) }) {
            if !lists.contains(item.list) { lists.append(item.list) }
        }
        return lists
    }

    /// A number is how many there are: what is asked ("exactly ten projects?") or taken for granted ("the six").
    private func aspect(_ reading: Reading, total: Int, found: Int, isAbout: Bool) -> ItemQuestion.Aspect? {
        let asksWhether = reading.has(Slot.Ask.isIt)
        if reading.has(.number) {
            guard reading[.number].count == 1, let number = reading[.number].first?.integer else {
                return nil
            }
            // A year is no count, and "three of the projects" is not all of them.
            if asksWhether, !isAbout, number < 1_000, reading[.list].count == 1 {
                return reading.has(.negated) ? .count : .countClaim(number)
            }
            guard number == total || number == found else { return nil }
        }
        if reading.has(Slot.Ask.howMany) {
            return reading.has(Slot.Ask.list) || reading.has(Slot.Ask.what) ? .countAndList : .count
        }
        return asksWhether && isAbout && !reading.has(.negated) ? .any : .list
    }

    func memberships(_ reading: Reading) -> [Meaning] {
        guard let outsider = reading.word(.outsider), let list = reading.word(.list) else { return [] }
        let isOfBodies = grammar.definitions.lists.contains { $0.id == list && $0.isOfBodies }
        return isOfBodies
            ? [.question(.items(ItemQuestion(lists: [list], aspect: .outsider(outsider))), [])] : []
    }

    /// What a sum of money paid for: the members of the lists that say so.
    func purposes(_ reading: Reading) -> [Meaning] {
        let measures = reading.words(.measure)
        let lists = grammar.definitions.lists.filter { list in measures.contains { list.paidBy.contains($0) }
        }
        .map(\.id)
        let isHeld = grammar.catalogue.items.contains { lists.contains($0.list) }
        return isHeld ? [.question(.items(ItemQuestion(lists: lists)), [])] : []
    }

    /// What the page says, word for word, where it says something of what was asked.
    func passages(_ reading: Reading) -> [Meaning] {
        // "List the bodies that have the duty" asks for the list.
        let isMoney = reading.words(.measure).contains { grammar.codelists.measure($0)?.unit == .pounds }
        // "Was it the Act of 1999?" is answered by the text; a number elsewhere asks for another.
        if isMoney || (reading.has(.number) && !reading.has(Slot.Ask.isIt)) { return [] }
        // "The vision and the funding" asks for a sum besides.
        if reading.has(Slot.Ask.money), !reading.has(Slot.Ask.who) { return [] }
        if reading.has(Slot.Ask.howMuch) { return [] }
        // A text without a year does not say when.
        if reading.has(Slot.Ask.when), !isDated(reading) { return [] }
        // "What does the vision say about drugs?" is not answered by a vision that says nothing of them.
        guard isSaid(reading.words(.topic) + reading.words(.crime), reading) else { return [] }
        if reading.has(.list), reading.has(Slot.Ask.list) || reading.has(Slot.Ask.isIt) { return [] }
        return [.question(.passages(reading.words(.passage)), [])]
    }

    private func isDated(_ reading: Reading) -> Bool {
        grammar.catalogue.passages.contains { passage in
            reading.has(.passage, passage.id)
                && passage.text.split { !$0.isNumber }.contains { $0.count == 4 }
        }
    }

    private func isSaid(_ topics: [String], _ reading: Reading) -> Bool {
        guard !topics.isEmpty else { return true }
        let texts = grammar.catalogue.passages.filter { reading.has(.passage, $0.id) }.map {
            $0.text.lowercased()
        }
        return topics.allSatisfy { topic in
            topic.split(separator: " ").contains { word in
                word.count > 3 && texts.contains { $0.contains(word) }
            }
        }
    }

    func acronyms(_ reading: Reading) -> [Meaning] {
        // Letters alone, or with a word that asks for their meaning; "FAT drugs" asks for a figure.
        let isAlone = reading.filled.isSubset(of: [.acronym, .ask, .follow])
        guard isAlone || reading.has(Slot.Ask.define) else { return [] }
        return reading.words(.acronym).map { .question(.acronym($0), []) }
    }

    /// "Which quarter does September 2022 fall in?"
    private func quarters(_ reading: Reading) -> [Meaning] {
        let isFalling = [nil, .fell].contains(reading.word(Slot.Direction.self))
        // "Which quarter" asks for one of them all.
        let phrases = reading.periods().filter { $0 != .every(.quarter, of: .held, count: nil) }
        guard isFalling, !reading.has(.dates), !reading.has(Slot.Ask.when), phrases.count == 1 else {
            return []
        }
        guard let choice = named(phrases, grammar.catalogue.held.representatives),
            choice.periods.count == 1, choice.periods[0].quarter.map({ $0 != choice.periods[0] }) == true
        else { return [] }
        return [.question(.dates(choice.periods[0], .quarter), choice.assumptions)]
    }

    func dates(_ reading: Reading) -> [Meaning] {
        if reading.has(Slot.Which.period) { return quarters(reading) }
        guard !reading.has(.direction),
            let aspect = reading.has(.dates)
                ? reading.word(DateAspect.self) : .both
        else {
            return []
        }
        let series = grammar.catalogue.held.representatives
        // "Does Q1 begin in January or in April?" is about Q1.
        let longer = reading.periods().filter { if case .month = $0 { false } else { true } }
        guard let choice = named(longer.isEmpty ? reading.periods() : longer, series),
            choice.periods.count == 1
        else {
            return [.incomplete(.operands)]
        }
        return [.question(.dates(choice.periods[0], aspect), choice.assumptions)]
    }

    func lookups(_ reading: Reading) -> [Meaning] {
        // A direction that the figures do not bear out is no way to find them.
        if let from = reading.amount(.fromNumber)?.value, let to = reading.amount(.toNumber)?.value {
            let direction = reading.word(Slot.Direction.self)
            if (direction == .rose && from > to) || (direction == .fell && from < to) { return [] }
        }
        let numbers =
            (reading.amounts(.number) + reading.amounts(.fromNumber) + reading.amounts(.toNumber)
            + reading.amounts(.by)).map(\.value)
        // "The two districts" are no figure.
        if numbers.isEmpty || reading.has(Slot.Which.area) { return [] }
        return [.question(.lookup(numbers), [])]
    }

    func provenances(_ reading: Reading) -> [Meaning] {
        guard reading.has(.crime) || reading.has(.measure) else { return [.question(.provenance([]), [])] }
        return withSubject(reading) { [.question(.provenance($0.series), $0.assumptions)] }
    }

    func units(_ reading: Reading) -> [Meaning] {
        withSubject(reading) { [.question(.unit(measure: $0.measure), [])] }
    }

    /// What the items have to be about; a crime type is a topic by its name.
    private func topics(_ reading: Reading) -> [String] {
        reading.words(.topic) + reading.words(.crime).map { grammar.codelists.crimeType($0)?.name ?? $0 }
    }
}

extension Item {
    /// Whether one of the words is among those it is about, or is its name.
    public func isAbout(_ words: [String]) -> Bool {
        words.contains { about.contains($0) || name.lowercased() == $0 }
    }
}
