/// The readings of a run of tokens: those of one likelihood together, the likeliest first, none twice.
///
/// They are made as they are asked for. Mostly the first tier makes a question, and there may be a hundred covers.
final class Tiers: Sequence {
    private let covers: CoverSearch.Covers
    private let reading: (Cover) -> Reading?
    /// Readings that say less than another: "between July and December" is read as its two ends, and not as the
    /// stretch.
    private lazy var lesser = readingsWithoutEnds()
    private var tiers: [[Reading]] = []
    /// The first cover not looked at yet.
    private var next = 0

    /// - Parameter reading: what a cover comes to; nil when its phrases do not agree.
    init(_ covers: CoverSearch.Covers, reading: @escaping (Cover) -> Reading?) {
        self.covers = covers
        self.reading = reading
    }

    /// All covers are looked at for it, so that it is left until a tier is asked for, and to runs that name a stretch by
    /// its ends.
    private func readingsWithoutEnds() -> Set<Reading> {
        guard covers.maySay(\.namesEnds) else { return [] }
        return Set(
            covers.lazy.filter { $0.phrases.contains { $0.assignments.contains(where: \.namesEnds) } }
                .compactMap { self.reading($0)?.withoutEnds })
    }

    var first: [Reading]? { self[0] }

    /// Nil after the last.
    subscript(_ index: Int) -> [Reading]? {
        while tiers.count <= index {
            guard let tier = nextTier() else { return nil }
            if !tier.isEmpty { tiers.append(tier) }
        }
        return tiers[index]
    }

    /// The readings of the next covers that cost the same.
    private func nextTier() -> [Reading]? {
        guard let cost = covers.cost(next) else { return nil }
        var tier: [Reading] = []
        while covers.cost(next) == cost, let cover = covers[next] {
            next += 1
            guard let reading = reading(cover), !lesser.contains(reading), !tier.contains(reading),
                !tiers.contains(where: { $0.contains(reading) })
            else { continue }
            tier.append(reading)
        }
        return tier
    }

    func makeIterator() -> Iterator { Iterator(tiers: self) }

    struct Iterator: IteratorProtocol {
        let tiers: Tiers
        private var index = 0

        fileprivate init(tiers: Tiers) { self.tiers = tiers }

        mutating func next() -> [Reading]? {
            defer { index += 1 }
            return tiers[index]
        }
    }
}
