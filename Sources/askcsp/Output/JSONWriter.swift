/// Writes JSON with the keys in the order they are given in, slashes as they are, and UTF-8 kept.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init() { bytes.reserveCapacity(Self.usual) }

    /// Most replies are shorter.
    private static let usual = 4_096

    /// Text between the values, as it is.
    mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func object(_ members: (inout JSONWriter) -> Void) { nest("{", "}", members) }

    mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    mutating func object(for key: String, _ members: (inout JSONWriter) -> Void) {
        name(key)
        object(members)
    }

    mutating func array<Values: Sequence>(
        of values: Values, for key: String, _ element: (inout JSONWriter, Values.Element) -> Void
    ) {
        name(key)
        nest("[", "]") { writer in
            for value in values { element(&writer, value) }
        }
    }

    /// Null for nil.
    mutating func string(_ text: String?, for key: String) {
        name(key)
        if let text { string(text) } else { literal("null") }
    }

    mutating func number(_ number: Int, for key: String) {
        name(key)
        separate()
        add(number)
    }

    /// Digit by digit into the bytes: each word of a message has the two numbers of its place.
    private mutating func add(_ number: Int) {
        guard number >= 0 else { return raw(String(number)) }
        if number >= 10 { add(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// The digits as they are: `8.80` keeps its last nought.
    mutating func number(_ digits: String, for key: String) {
        name(key)
        literal(digits)
    }

    private mutating func literal(_ text: String) {
        separate()
        raw(text)
    }

    /// Keys are the program's own, and have nothing to escape.
    private mutating func name(_ key: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        raw(key)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func nest(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ inside: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: opening))
        needsComma = false
        inside(&self)
        bytes.append(UInt8(ascii: closing))
        needsComma = true
    }

    /// Before every name and value; none goes between a name and its value.
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            // Most texts have nothing to escape, and go in as they are.
            var start = 0
            for at in 0..<utf8.count where Self.isEscaped(utf8[at]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<at]))
                escape(utf8[at])
                start = at + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw("\\\\")
        case UInt8(ascii: "\n"): raw("\\n")
        case UInt8(ascii: "\r"): raw("\\r")
        case UInt8(ascii: "\t"): raw("\\t")
        default:
            raw(byte < 16 ? "\\u000" : "\\u00")
            raw(String(byte, radix: 16))
        }
    }
}
