import Facts

/// From a run of tokens to its readings.
extension MessagePass {
    /// A run of tokens with its best covers.
    struct Unit {
        let tokens: [Int]
        let covers: [Cover]
        /// The readings, those of one likelihood together, the likeliest first.
        let tiers: [[Reading]]
        /// Indices into the message's tokens.
        let unread: [Int]
        var readings: [Reading] { Array(tiers.joined()) }

        static func tiers(_ readings: [(cost: Int, reading: Reading)]) -> [[Reading]] {
            var tiers: [[Reading]] = []
            var last: Int?
            for (cost, reading) in readings {
                if cost != last { tiers.append([]) }
                tiers[tiers.count - 1].append(reading)
                last = cost
            }
            return tiers
        }

        var isEmpty: Bool { covers.allSatisfy { $0.phrases.isEmpty } }
    }

    func unit(_ indices: [Int]) -> Unit {
        let run = indices.map { tokens[$0] }
        let chart = Chart(run, grammar: grammar)
        let covers = Cover.best(run, chart: chart, grammar: grammar)
        var seen: Set<Reading> = []
        let isOpened =
            indices.first == 0 && run.first.map { grammar.source.openers.contains($0.text) } == true
        let asksWhether = covers.first.map { beginsWithAuxiliary($0, run) } ?? false
        let readings = covers.compactMap { cover -> (cost: Int, reading: Reading)? in
            guard var reading = Reading(cover) else { return nil }
            // "Wasn't it one of them?" asks whether it was; "which did not fall?" asks for the others.
            let isNegativeQuestion = cover.phrases.contains { phrase in
                phrase.edge.name == "negated" && phrase.edge.end - phrase.start > 1
                    && beginsClause(phrase.start, run)
            }
            if isNegativeQuestion { reading.set(.negated, nil) }
            // "Leaving drugs aside, what of the others?" says the same twice.
            if reading.has(.except) { reading.set(.others, nil) }
            reading.settleAsking(beginsWithAuxiliary: asksWhether || isNegativeQuestion)
            if isOpened, !reading.isEmpty { _ = reading.add(.word("yes"), to: .follow) }
            return seen.insert(reading).inserted ? (cover.cost, reading) : nil
        }
        return Unit(
            tokens: indices, covers: covers, tiers: Unit.tiers(readings),
            unread: (covers.first?.unread ?? []).map { indices[$0] })
    }

    /// Whether a clause of the run begins with "is", "did" and the like.
    func beginsWithAuxiliary(_ cover: Cover, _ run: [Token]) -> Bool {
        let starts = cover.phrases.filter { phrase in
            guard case .slots(let assignments) = phrase.edge.value else { return false }
            return assignments.contains { $0.value == .word("auxiliary") }
        }.map(\.start)
        return starts.contains { beginsClause($0, run) }
    }

    /// Whether a clause begins with a token, or with "and", "so" and the like before it: in "might I have the figure"
    /// the "have" asks for nothing.
    func beginsClause(_ start: Int, _ run: [Token]) -> Bool {
        var at = start - 1
        while at >= 0, run[at].kind == .joint || grammar.source.openers.contains(run[at].text) { at -= 1 }
        return at < 0 || run[at].kind == .pause
    }
}
