/// One layer of the lexicon, read where it was compiled to.
///
/// It is addresses and numbers alone, so that handing it on costs nothing; `Lexicon` keeps alive what it points into, and
/// nothing ever writes there.
struct LexiconLayer: @unchecked Sendable {
    let firstText: Int
    let endOfNodes: Int
    /// How many words stand in a sequence and in none of the layer below.
    let contentCount: Int
    private let textCount: Int
    private let texts: PackedNumbers
    private let letters: UnsafeRawPointer
    private let textSlots: PackedNumbers
    private let lastTextSlot: Int
    private let kinds: PackedNumbers
    private let steps: PackedNumbers
    private let lastStep: Int
    private let accepts: PackedNumbers
    let terms: PackedNumbers
    private let contentWords: PackedNumbers
    private let contentShelves: PackedNumbers

    init(_ compiled: CompiledGrammar) {
        let below = compiled.numbers(of: .below)
        firstText = below[0]
        endOfNodes = below[1] + below[2]
        contentCount = compiled.count(of: .content)
        textCount = compiled.count(of: .texts)
        texts = compiled.numbers(of: .texts)
        letters = compiled.start(of: .letters)
        textSlots = compiled.numbers(of: .textSlots)
        lastTextSlot = compiled.count(of: .textSlots) - 1
        kinds = compiled.numbers(of: .kinds)
        steps = compiled.numbers(of: .steps)
        lastStep = compiled.count(of: .steps) - 1
        accepts = compiled.numbers(of: .accepts)
        terms = compiled.numbers(of: .terms)
        contentWords = compiled.numbers(of: .content)
        contentShelves = compiled.numbers(of: .contentShelves)
    }

    var endOfTexts: Int { firstText + textCount }

    var content: [Int] { (0..<contentCount).map { contentWords[$0] } }

    func hasContent(_ number: Int) -> Bool { (0..<contentCount).contains { contentWords[$0] == number } }

    /// Those of them that stand on a shelf.
    func content(onShelf shelf: Int) -> LazyMapSequence<Range<Int>, Int> {
        (contentShelves[shelf]..<contentShelves[shelf + 1]).lazy.map { contentWords[$0] }
    }

    /// Words of one length and first byte share a shelf: few enough to look at each.
    static func shelf(length: Int, first: UInt8) -> Int { min(length, 31) * 32 + Int(first & 0x1F) }
    static let shelves = 32 * 32

    /// Each byte of a letter but its first is marked as such.
    static func letters(in utf8: some Sequence<UInt8>) -> Int {
        utf8.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    // MARK: - Texts

    func utf8(_ number: Int) -> UnsafeRawBufferPointer {
        let start = texts[number - firstText]
        return UnsafeRawBufferPointer(
            start: letters + start, count: texts[number - firstText + 1] - start)
    }

    func text(_ number: Int) -> String { String(decoding: utf8(number), as: UTF8.self) }

    func kinds(of number: Int) -> WordKinds { WordKinds(bits: kinds[number - firstText]) }

    func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { utf8 in
            let utf8 = UnsafeRawBufferPointer(utf8)
            return number(of: utf8, hash: Self.hash(utf8))
        }
    }

    func number(of text: UnsafeRawBufferPointer, hash: Int) -> Int? {
        var slot = hash & lastTextSlot
        while true {
            let number = textSlots[slot] - 1
            guard number >= 0 else { return nil }
            let start = texts[number]
            if texts[number + 1] - start == text.count, isEqual(letters + start, text) {
                return number + firstText
            }
            slot = (slot + 1) & lastTextSlot
        }
    }

    @inline(__always)
    private func isEqual(_ known: UnsafeRawPointer, _ text: UnsafeRawBufferPointer) -> Bool {
        for index in 0..<text.count
        where known.load(fromByteOffset: index, as: UInt8.self) != text[index] { return false }
        return true
    }

    /// FNV-1a with 64 bits, folded.
    static func hash(_ text: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }

    // MARK: - Steps

    static let root = 0
    /// The symbol by which a node leads to the first of what it reads.
    static let accepting = Packer.most
    /// The symbol of no step.
    static let none = Packer.most - 1

    /// Where a symbol leads from a node: the node, doubled, plus one when parts lead on from there.
    @inline(__always)
    func step(from node: Int, by symbol: Int) -> Int? {
        var slot = Self.hash(node, symbol) & lastStep
        while true {
            let found = steps[slot &* 3 &+ 1]
            if found == Self.none { return nil }
            if found == symbol, steps[slot &* 3] == node { return steps[slot &* 3 &+ 2] }
            slot = (slot &+ 1) & lastStep
        }
    }

    /// Every step from every node: what it goes by, and where that leads.
    var allSteps: [(node: Int, symbol: Int, found: Int)] {
        (0...lastStep).compactMap { slot in
            let symbol = steps[slot * 3 + 1]
            return symbol == Self.none ? nil : (steps[slot * 3], symbol, steps[slot * 3 + 2])
        }
    }

    @inline(__always)
    static func node(_ step: Int) -> Int { step >> 1 }

    @inline(__always)
    static func leadsOnByParts(_ step: Int) -> Bool { step & 1 != 0 }

    @inline(__always)
    static func hash(_ node: Int, _ symbol: Int) -> Int {
        let mixed =
            (UInt64(truncatingIfNeeded: node) << 24 | UInt64(truncatingIfNeeded: symbol))
            &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }

    /// A sequence that ends in a node: the part it reads, and how to build its meaning.
    struct Accept {
        /// Numbers of texts.
        let part: Int
        let name: Int
        /// Where its term begins.
        let term: Int
        let isLast: Bool
    }

    func accept(_ index: Int) -> Accept {
        Accept(
            part: accepts[index * 4], name: accepts[index * 4 + 1], term: accepts[index * 4 + 2],
            isLast: accepts[index * 4 + 3] != 0)
    }
}
