import Facts

/// From a run of tokens to its readings.
extension MessagePass {
    /// A run of tokens with its best covers.
    struct Stretch {
        let tokens: [Int]
        /// Those tokens, where they lie side by side in the message.
        let run: Range<Int>?
        let covers: CoverSearch.Covers
        /// The likeliest of them, put together.
        let cover: Cover?
        /// The readings, those of one likelihood together, the likeliest first.
        let tiers: Tiers
        /// Indices into the message's tokens.
        let unread: [Int]
        var readings: some Sequence<Reading> { tiers.lazy.joined() }
        var isEmpty: Bool { cover?.phrases.isEmpty != false && covers.allSatisfy { $0.phrases.isEmpty } }
    }

    /// Stretches by the run of the message's tokens, and what they ask.
    final class Stretches {
        private var known: [Range<Int>: Stretch] = [:]
        /// What a run asked last, and what it leant on then.
        private var outcomes: [Range<Int>: (ground: Int, outcome: MessageReading.Outcome)] = [:]
        private var grounds = 0

        subscript(_ run: Range<Int>) -> Stretch? {
            get { known[run] }
            set { known[run] = newValue }
        }

        func outcome(of run: Range<Int>, leaningOn ground: Int) -> MessageReading.Outcome? {
            outcomes[run].flatMap { $0.ground == ground ? $0.outcome : nil }
        }

        func keep(_ outcome: MessageReading.Outcome, of run: Range<Int>, leaningOn ground: Int) {
            outcomes[run] = (ground, outcome)
        }

        /// Another than any before.
        func nextGround() -> Int {
            grounds += 1
            return grounds
        }
    }

    /// A run of the message's tokens.
    func stretch(_ run: Range<Int>) -> Stretch {
        if let known = stretches[run] { return known }
        let stretch = stretch(
            Array(run), run: run, tokens: tokens[run], lexemes: lexemes[run], covers: search.best(of: run))
        stretches[run] = stretch
        return stretch
    }

    /// Tokens of the message that need not lie side by side.
    func stretch(_ indices: [Int]) -> Stretch {
        let run = indices.map { tokens[$0] }
        let chart = Chart(run, lexicon: grammar.lexicon)
        return stretch(
            indices, run: nil, tokens: run[...], lexemes: chart.lexemes[...],
            covers: CoverSearch(chart).best(of: run.indices))
    }

    private func stretch(
        _ indices: [Int], run place: Range<Int>?, tokens: ArraySlice<Token>, lexemes: ArraySlice<Lexeme>,
        covers: CoverSearch.Covers
    ) -> Stretch {
        let run = Run(tokens: tokens, lexemes: lexemes)
        let isOpened = indices.first == 0 && lexemes.first?.flags.contains(.opener) == true
        let first = covers.first
        let asksWhether = first.map { beginsWithAuxiliary($0, run) } ?? false
        let tiers = Tiers(covers) { cover in
            guard var reading = Reading(cover) else { return nil }
            // "Wasn't it one of them?" asks whether it was; "which did not fall?" asks for the others.
            let isNegativeQuestion = cover.phrases.contains { phrase in
                phrase.name == WellKnownText.negated.rawValue && phrase.end - phrase.start > 1
                    && run.beginsClause(phrase.start)
            }
            if isNegativeQuestion { reading.set(.negated, nil) }
            // "Leaving drugs aside, what of the others?" says the same twice.
            if reading.has(.except) { reading.set(.others, nil) }
            reading.settleAsking(beginsWithAuxiliary: asksWhether || isNegativeQuestion)
            if isOpened, !reading.isEmpty { _ = reading.add(.word("yes"), to: .follow) }
            return reading
        }
        return Stretch(
            tokens: indices, run: place, covers: covers, cover: first, tiers: tiers,
            unread: (first?.unread ?? []).map { indices[$0] })
    }

    /// Whether a clause of the run begins with "is", "did" and the like.
    private func beginsWithAuxiliary(_ cover: Cover, _ run: Run) -> Bool {
        cover.phrases.contains { phrase in
            phrase.assignments.contains { $0.value == Slot.Ask.auxiliary.value }
                && run.beginsClause(phrase.start)
        }
    }

    private struct Run {
        let tokens: ArraySlice<Token>
        let lexemes: ArraySlice<Lexeme>

        /// Whether a clause begins with a token, or with "and", "so" and the like before it: in "might I have the
        /// figure" the "have" asks for nothing.
        func beginsClause(_ start: Int) -> Bool {
            let first = tokens.startIndex
            var at = first + start - 1
            while at >= first, tokens[at].kind == .joint || lexemes[at].flags.contains(.opener) { at -= 1 }
            return at < first || tokens[at].kind == .pause
        }
    }
}
