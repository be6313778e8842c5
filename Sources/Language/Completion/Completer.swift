import Facts

/// What may stand next in a line: the words that go on with a phrase that is open, and the phrases that go together
/// with what was said. The grammar's own examples tell what goes together, and after what.
///
/// What it gives is likely; whether a line leads to an answer is for whoever asks to prove, with `closings`.
public struct Completer: Sendable {
    private let grammar: Grammar
    private let graph: SequenceGraph
    private let units: CompletionUnits
    private let usage: CompletionUsage

    public init(grammar: Grammar, today: Day) {
        self.grammar = grammar
        graph = SequenceGraph(grammar.lexicon)
        units = CompletionUnits(grammar, graph: graph, today: today)
        usage = CompletionUsage(of: units, grammar: grammar, today: today)
    }

    /// A line that may lead to an answer.
    public struct Candidate: Sendable {
        public let line: String
        /// Whether an example of the grammar goes on in such a way; otherwise it only may be said.
        public let isLikely: Bool
    }

    /// Whole lines, the likeliest first.
    /// - Parameter isFollowUp: whether it may lean on something that was said before.
    public func candidates(for line: String, isFollowUp: Bool) -> [Candidate] {
        let start = line.lastIndex(of: " ").map { line.index(after: $0) } ?? line.startIndex
        let (stem, begun) = (line[..<start], line[start...].lowercased())
        let tokens = Tokenizer.tokens(of: String(stem))
        let place = usage.line(tokens.map(\.text), said: reading(of: tokens), isFollowUp: isFollowUp)
        let ways = usage.ranked(fitting(place, begun), after: place).filter { way in
            // "Who are the" is no way to ask what letters stand for.
            way.text.lowercased().hasPrefix(begun)
                && (!begun.isEmpty || way.isAttested || !way.isText || place.between.isEmpty)
        }
        let continued = continued(
            stem.split(separator: " ").map { $0.lowercased() }, begun: begun, after: place)
        let open = open(tokens, begun: begun, after: place)
        let attested = ways.filter(\.isAttested).map(\.text)
        let alike = ways.filter { !$0.isAttested && $0.isLikely }.map(\.text)
        // Of "compared" no example says how it goes on, but the grammar does.
        let isOpen = attested.isEmpty && !place.between.isEmpty
        let likely = attested + (isOpen ? continued : []) + (attested.count < Self.enough ? alike : [])
        let others =
            alike + continued + open + ways.filter { !$0.isLikely }.map(\.text)
            + (begun.isEmpty ? [] : units.meanings(beginningWith: begun).map { units.texts[$0] })
        var seen: Set<String> = []
        return (likely.map { ($0, true) } + others.map { ($0, false) }).filter {
            seen.insert($0.0.lowercased()).inserted
        }.map { Candidate(line: stem + $0.0, isLikely: $0.1) }
    }

    private static let enough = 3

    /// What may be said beside what was said already: names in their proper form, or anything that was begun.
    private func fitting(_ place: CompletionUsage.Line, _ begun: String) -> [CompletionUnit] {
        guard begun.isEmpty else { return usage.usual.filter { $0.text.lowercased().hasPrefix(begun) } }
        return usage.names.filter { !place.said.says($0.reading) }
    }

    /// The rest of units whose first words were typed: "injury" after "violence with i".
    private func continued(_ words: [String], begun: String, after place: CompletionUsage.Line) -> [String] {
        let usual = Set(usage.usual.map(\.order))
        return stride(from: min(3, words.count), through: 1, by: -1).flatMap { back -> [String] in
            let before = words.suffix(back).joined(separator: " ") + " "
            let tokens = Tokenizer.tokens(of: before)
            // Within a unit, or in words that say nothing, no other one begins.
            if begun.isEmpty, !place.mayBegin(before: tokens.count) || tokens.allSatisfy(grammar.isFiller) {
                return []
            }
            return units.meanings(beginningWith: before + begun).filter {
                !begun.isEmpty || usual.contains($0)
            }.map {
                String(units.texts[$0].dropFirst(before.count))
            }
        }
    }

    /// Of an open phrase only what adds to the meaning or lets something follow: the shortest way of saying it, and the
    /// first of several words; of what was begun the first way that begins so.
    private func open(_ tokens: [Token], begun: String, after place: CompletionUsage.Line) -> [String] {
        let starts = tokens.indices.filter { start in
            !begun.isEmpty
                || place.mayBegin(before: tokens.count - start)
                    && !tokens[start...].allSatisfy(grammar.isFiller)
        }
        var ways: [Reading: Int] = [:]
        return WordSequences.open(tokens, graph, grammar.lexicon, from: starts).filter { rest in
            let text = rest.words.joined(separator: " ")
            guard CompletionUnits.isPlain(text), text.hasPrefix(begun) else { return false }
            let whole = reading(of: tokens + rest.words.flatMap { Tokenizer.tokens(of: $0) })
            let way = rest.words.count > 1 && begun.isEmpty ? 2 : 1
            guard whole != place.said || rest.isUnfinished || !begun.isEmpty, ways[whole, default: 0] < way
            else { return false }
            ways[whole] = way
            return true
        }.map { $0.words.joined(separator: " ") }
    }

    /// The line with what it lacks, in several ways: what examples say after its last words, and the slots that
    /// examples have besides. One that has an answer proves that the line leads to it.
    public func closings(of line: String, isFollowUp: Bool) -> [String] {
        let tokens = Tokenizer.tokens(of: line)
        let place = usage.line(tokens.map(\.text), said: reading(of: tokens), isFollowUp: isFollowUp)
        let rests = usage.rests(after: place).map { line + " " + $0 }
        let lacking = usage.lacking(place).compactMap { lacking -> String? in
            let texts = lacking.map { slot, values in
                usage.usual.first { $0.slots == [slot] && $0.reading[slot].allSatisfy(values.contains) }?.text
            }
            return texts.contains(nil) ? nil : ([line] + texts.compactMap(\.self)).joined(separator: " ")
        }
        return rests + lacking
    }

    private func reading(of tokens: [Token]) -> Reading {
        grammar.likeliestCover(of: tokens).flatMap { Reading($0) } ?? Reading()
    }
}

extension Reading {
    /// Whether another reading adds nothing to this one.
    func says(_ other: Reading) -> Bool { other.filled.allSatisfy { self[$0] == other[$0] } }
}
