/// Numbers and texts as characters that can be printed, so that a compiled grammar is a text: it can stand in a
/// Swift file as one literal, which the compiler puts into the program's read-only data as it is.
///
/// A number is four characters of six bits each, the lowest first; a text is its length and its UTF-8.
struct Packer {
    private(set) var bytes: [UInt8] = []
    /// Whether a number was too large for its place; nothing can then be read back.
    private(set) var isOverfull = false

    /// The largest number that four characters hold.
    static let most = 0xFF_FFFF
    /// The characters of a number.
    static let width = 4
    fileprivate static let zero: UInt8 = 0x30

    mutating func add(_ number: Int) {
        if !(0...Packer.most).contains(number) { isOverfull = true }
        for shift in stride(from: 0, to: 24, by: 6) {
            bytes.append(Packer.zero + UInt8(truncatingIfNeeded: number >> shift & 0x3F))
        }
    }

    /// A number that may be negative, or larger than others.
    mutating func add(signed number: Int) {
        let bits = UInt64(bitPattern: Int64(number))
        for shift in stride(from: 0, to: 72, by: 24) {
            add(Int(truncatingIfNeeded: bits >> UInt64(shift)) & Packer.most)
        }
    }

    mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes += text.utf8
    }

    /// Nil is an empty text.
    mutating func add(_ text: String?) { add(text ?? "") }

    mutating func add<Values: Collection>(
        _ values: Values, _ each: (inout Packer, Values.Element) -> Void
    ) {
        add(values.count)
        for value in values { each(&self, value) }
    }

    mutating func add(_ texts: [String]) { add(texts) { $0.add($1) } }

    mutating func add(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }
}

/// Numbers one after another, read where they lie.
struct PackedNumbers: @unchecked Sendable {
    /// What it points at is never written to, and outlives it: see `CompiledGrammar`.
    let start: UnsafeRawPointer

    subscript(_ index: Int) -> Int {
        @inline(__always) get {
            let packed =
                UInt32(littleEndian: start.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
                &- 0x3030_3030
            return Int(
                truncatingIfNeeded: packed & 0x3F | packed >> 2 & 0xFC0 | packed >> 4 & 0x3_F000
                    | packed >> 6 & 0xFC_0000)
        }
    }
}

/// Reads values in the order they were packed in.
struct Unpacker {
    private var at: UnsafeRawPointer

    init(_ numbers: PackedNumbers, at index: Int = 0) { at = numbers.start + index * Packer.width }

    mutating func number() -> Int {
        defer { at += 4 }
        return PackedNumbers(start: at)[0]
    }

    mutating func signed() -> Int {
        var bits: UInt64 = 0
        for shift in stride(from: 0, to: 72, by: 24) { bits |= UInt64(number()) << UInt64(shift) }
        return Int(Int64(bitPattern: bits))
    }

    mutating func slot() -> Slot { Slot(rawValue: UInt8(number())) ?? .aside }

    mutating func flag() -> Bool { number() != 0 }

    mutating func text() -> String {
        let count = number()
        defer { at += count }
        return String(decoding: UnsafeRawBufferPointer(start: at, count: count), as: UTF8.self)
    }

    mutating func optionalText() -> String? {
        let text = text()
        return text.isEmpty ? nil : text
    }

    mutating func all<Value>(_ each: (inout Unpacker) -> Value) -> [Value] {
        let count = number()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(each(&self)) }
        return values
    }

    mutating func texts() -> [String] { all { $0.text() } }
}
