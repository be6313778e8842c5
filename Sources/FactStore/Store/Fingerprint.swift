import Facts
import Notation

/// Tells whether a store was built from just these files and codelists.
///
/// FNV-1a with 64 bits (Fowler, Noll and Vo; RFC 9923). It guards against forgetting to rebuild, not against
/// malice.
struct Fingerprint {
    private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    /// The files count by name and text; the folder they lie in does not.
    static func of(_ files: [TextFile], codelists: Codelists) -> String {
        var print = Fingerprint()
        for measure in codelists.measures {
            print.add(["measure", measure.id, measure.name, measure.unit.rawValue, String(measure.decimals)])
        }
        for type in codelists.crimeTypes { print.add(["crime type", type.id, type.name]) }
        for area in codelists.areas { print.add(["area", area.id, area.name, String(area.isHome)]) }
        print.add(["lists"] + codelists.lists)
        // Where the grammar has a name makes no difference.
        let dataNames = Set(codelists.dataNames.map { [$0.kind.rawValue, $0.id] })
        for name in dataNames.sorted(by: { $0.lexicographicallyPrecedes($1) }) { print.add(name) }
        let named = files.map {
            (name: $0.path.split(separator: "/").last.map(String.init) ?? "", text: $0.text)
        }
        for file in named.sorted(by: { ($0.name, $0.text) < ($1.name, $1.text) }) {
            print.add(["file", file.name, file.text])
        }
        let digits = String(print.state, radix: 16)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }

    /// Each text ends in a byte that no UTF-8 holds, so that two lists of texts never run into the same bytes.
    private mutating func add(_ texts: [String]) {
        for var text in texts {
            // Of a text that lies in one piece the bytes come faster.
            text.withUTF8 { for byte in $0 { add(byte) } }
            add(0xFF)
        }
    }

    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* Fingerprint.prime
    }
}
