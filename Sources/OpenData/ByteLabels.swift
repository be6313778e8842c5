/// Numbers labels by their bytes, so that a label that comes a million times becomes a string once.
///
/// Open addressing with linear probing; FNV-1a hashes (Fowler, Noll and Vo; RFC 9923).
struct ByteLabels {
    /// In the order first met; a label's number is its place.
    private(set) var texts: [String] = []
    private var bytes: [[UInt8]] = []
    private var slots = [Int32](repeating: -1, count: 64)
    private var last = -1

    /// The number of a label, and whether it is new.
    mutating func number(of label: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
        // Files are sorted: the same label usually comes again at once.
        if last >= 0, ByteLabels.equal(bytes[last], label) { return (last, false) }
        if texts.count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var slot = ByteLabels.hash(label) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if ByteLabels.equal(bytes[number], label) {
                last = number
                return (number, false)
            }
            slot = (slot + 1) & mask
        }
        last = texts.count
        slots[slot] = Int32(last)
        bytes.append(Array(label))
        texts.append(String(decoding: label, as: UTF8.self))
        return (last, true)
    }

    private mutating func grow() {
        var larger = [Int32](repeating: -1, count: slots.count * 2)
        let mask = larger.count - 1
        for number in bytes.indices {
            var slot = bytes[number].withUnsafeBytes { ByteLabels.hash($0) } & mask
            while larger[slot] >= 0 { slot = (slot + 1) & mask }
            larger[slot] = Int32(number)
        }
        slots = larger
    }

    private static func equal(_ known: [UInt8], _ label: UnsafeRawBufferPointer) -> Bool {
        guard known.count == label.count else { return false }
        return known.withUnsafeBytes { known in
            for index in 0..<known.count where known[index] != label[index] { return false }
            return true
        }
    }

    private static func hash(_ label: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in label { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
