/// Tells bytes from others, by 64 bits. It guards against forgetting and against halves of files, not against malice.
///
/// As FNV-1a (Fowler, Noll and Vo; RFC 9923), but eight bytes at a time and with the upper half folded in after each
/// step, which a product alone would never bring down.
public struct Checksum: Equatable, Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() {}

    public static func of(_ bytes: UnsafeRawBufferPointer) -> Checksum {
        var checksum = Checksum()
        checksum.add(bytes)
        return checksum
    }

    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var at = 0
        while at + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        var rest: UInt64 = 0
        for byte in bytes[at...] { rest = rest << 8 | UInt64(byte) }
        add(rest)
    }

    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    public mutating func add(_ other: Checksum) { add(other.state) }

    public mutating func add(_ word: UInt64) {
        state = (state ^ word) &* 0x0000_0100_0000_01B3
        state ^= state >> 32
    }

    /// Sixteen hexadecimal digits.
    public var digits: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
