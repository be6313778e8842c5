/// A set of slots, a bit for each: asking what a reading fills is what the interpreter does most.
struct SlotSet: SetAlgebra, Hashable, Sendable, Sequence {
    private(set) var bits: UInt64 = 0

    init() {}
    private init(bits: UInt64) { self.bits = bits }

    private static func bit(_ slot: Slot) -> UInt64 { 1 << UInt64(slot.rawValue) }

    func contains(_ slot: Slot) -> Bool { bits & Self.bit(slot) != 0 }
    var isEmpty: Bool { bits == 0 }
    func isSubset(of other: SlotSet) -> Bool { bits & ~other.bits == 0 }
    func isDisjoint(with other: SlotSet) -> Bool { bits & other.bits == 0 }
    func union(_ other: SlotSet) -> SlotSet { SlotSet(bits: bits | other.bits) }
    func intersection(_ other: SlotSet) -> SlotSet { SlotSet(bits: bits & other.bits) }
    func symmetricDifference(_ other: SlotSet) -> SlotSet { SlotSet(bits: bits ^ other.bits) }
    func subtracting(_ other: SlotSet) -> SlotSet { SlotSet(bits: bits & ~other.bits) }
    mutating func formUnion(_ other: SlotSet) { bits |= other.bits }
    mutating func formIntersection(_ other: SlotSet) { bits &= other.bits }
    mutating func formSymmetricDifference(_ other: SlotSet) { bits ^= other.bits }

    @discardableResult
    mutating func insert(_ slot: Slot) -> (inserted: Bool, memberAfterInsert: Slot) {
        defer { bits |= Self.bit(slot) }
        return (!contains(slot), slot)
    }

    @discardableResult
    mutating func remove(_ slot: Slot) -> Slot? {
        defer { bits &= ~Self.bit(slot) }
        return contains(slot) ? slot : nil
    }

    @discardableResult
    mutating func update(with slot: Slot) -> Slot? {
        defer { bits |= Self.bit(slot) }
        return contains(slot) ? slot : nil
    }

    /// How many slots there are in it.
    var count: Int { bits.nonzeroBitCount }

    /// How many of the slots come before one, in the order of the slots.
    func count(before slot: Slot) -> Int { (bits & (Self.bit(slot) - 1)).nonzeroBitCount }

    /// In the order of the slots.
    func makeIterator() -> Iterator { Iterator(rest: bits) }

    struct Iterator: IteratorProtocol {
        fileprivate var rest: UInt64

        mutating func next() -> Slot? {
            guard rest != 0 else { return nil }
            defer { rest &= rest - 1 }
            return Slot(rawValue: UInt8(rest.trailingZeroBitCount))
        }
    }
}

extension SlotSet {
    /// What a figure, or the size of a change, is bounded by.
    static let thresholds: SlotSet = [.above, .atLeast, .below, .atMost, .between]
}
