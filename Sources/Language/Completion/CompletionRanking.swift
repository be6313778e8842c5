import Facts

/// Something to offer after a line, and how far the examples bear it out.
struct CompletionWay {
    let text: String
    fileprivate let symbol: CompletionUnit.Symbol
    fileprivate let mostBesides: Int
    /// So many units before it are the same in an example; half of one less where other words lead up to it.
    fileprivate(set) var likeness = 0.0
    /// In so many examples.
    fileprivate var count = 0
    /// Another way of saying what an example says.
    fileprivate var isOther = false
    /// With so many examples it has slots in common, where none has it there.
    fileprivate var together = 0
    /// The name of something that is told, not counted.
    fileprivate(set) var isText = false

    /// Whether an example has these words there.
    var isAttested: Bool { likeness >= 1 && likeness == likeness.rounded() }
    var isLikely: Bool { likeness > 0 }

    fileprivate init(_ text: String, _ piece: CompletionUsage.Piece) {
        self.text = text
        symbol = piece.ownSymbol
        mostBesides = piece.unit?.mostBesides ?? 2
    }

    fileprivate init(_ unit: CompletionUnit, _ known: (likeness: Double, count: Int), together: Int) {
        text = unit.text
        symbol = unit.symbol
        mostBesides = unit.mostBesides
        isText = !unit.isSubject
        likeness = known.likeness
        count = known.count
        self.together = together
    }

    /// The least comes first.
    fileprivate func rank(_ place: Int) -> (Double, Int, Int, Int, Int) {
        (-likeness, isOther ? 1 : 0, -count, -together, place)
    }

    fileprivate mutating func add(_ likeness: Int) {
        if Double(likeness) > self.likeness { count = 0 }
        if Double(likeness) >= self.likeness { count += 1 }
        self.likeness = max(self.likeness, Double(likeness))
    }
}

extension CompletionUsage {
    /// What may follow, the likeliest first: what does in the likest examples, and of these in the most; then of the
    /// candidates the usual, by what examples have together with what was said. A few of each kind come before more of
    /// one.
    func ranked(_ candidates: [CompletionUnit], after line: Line) -> [CompletionWay] {
        let following = following(line)
        let attested = attested(following, after: line)
        let names = names(following, after: line)
        let together = shared(candidates, with: line)
        let taken = Set(attested.map(\.text))
        let units = candidates.filter { !taken.contains($0.text.lowercased()) }.map { unit in
            CompletionWay(unit, names[unit.symbol] ?? (0, 0), together: together[unit.slots] ?? 0)
        }
        let ranked = (attested + units).enumerated().sorted { one, other in
            one.element.rank(one.offset) < other.element.rank(other.offset)
        }.map(\.element)
        return few(of: ranked)
    }

    /// In the words of examples, in their order. A name stands for any other, and comes by itself; only the words before
    /// it are here: "how did", "who are the".
    private func attested(_ following: [(piece: Piece, likeness: Int)], after line: Line) -> [CompletionWay] {
        var ways: [CompletionWay] = []
        var places: [String: Int] = [:]
        for (piece, likeness) in following {
            let words = piece.words
            guard words.count > line.between.count, words.starts(with: line.between) else { continue }
            let rest = words.dropFirst(line.between.count)
            // Where nothing stands yet, one small word says little.
            if line.beginnings.count > 1, line.symbols.isEmpty, rest == piece.before[...], rest.count == 1 {
                continue
            }
            var texts = [rest.joined(separator: " ")]
            if let unit = piece.unit, piece.before == line.between {
                let others = (longerWays[unit.order] ?? []).filter { $0.tokens.first != line.between.last }
                texts += others.map(\.text)
            }
            for text in texts where text.allSatisfy({ $0.isLetter || $0 == " " }) {
                let place = places[text] ?? ways.count
                if place == ways.count {
                    ways.append(CompletionWay(text, piece))
                    ways[place].isOther = text != texts[0]
                }
                places[text] = place
                ways[place].add(likeness)
            }
        }
        return ways
    }

    /// How likely a name of each kind is. Of a subject or a period it is likely after other small words too.
    private func names(_ following: [(piece: Piece, likeness: Int)], after line: Line)
        -> [CompletionUnit.Symbol: (likeness: Double, count: Int)]
    {
        var names: [CompletionUnit.Symbol: (likeness: Double, count: Int)] = [:]
        for (piece, whole) in following {
            guard let unit = piece.unit, case .name = piece.symbol else { continue }
            let isWhole = piece.before == line.between
            guard isWhole || unit.isSubject else { continue }
            let likeness = Double(whole) - (isWhole ? 0 : 0.5)
            let known = names[unit.symbol] ?? (0, 0)
            if likeness > known.likeness { names[unit.symbol] = (likeness, 1) }
            if likeness == known.likeness { names[unit.symbol] = (likeness, known.count + 1) }
        }
        return names
    }

    /// In how many examples the slots of each candidate stand together with what was said.
    private func shared(_ candidates: [CompletionUnit], with line: Line) -> [SlotSet: Int] {
        var together: [SlotSet: Int] = [:]
        for own in Set(candidates.map(\.slots)) {
            let union = line.slots.union(own.subtracting(joining))
            together[own] = union == line.slots ? 0 : examples.count { union.isSubset(of: $0.reading.filled) }
        }
        return together
    }

    private func few(of ranked: [CompletionWay]) -> [CompletionWay] {
        var taken: [CompletionUnit.Symbol: Int] = [:]
        var (few, rest): ([CompletionWay], [CompletionWay]) = ([], [])
        for way in ranked {
            taken[way.symbol, default: 0] += 1
            if taken[way.symbol, default: 0] <= way.mostBesides { few.append(way) } else { rest.append(way) }
        }
        return few.count < enough ? few + rest : few
    }
}

/// More of one kind are offered only beside fewer than these.
private let enough = 8
