import FactStore
import Language
import Notation

/// What `--version` says.
enum Version {
    static let number = "0.1.0"

    /// The program's, and those of the files and the store that it would use.
    static var text: String {
        var lines = ["askcsp \(number)"]
        if let home = try? Home.found() {
            lines.append(
                line("Grammar", home) { try home.grammar(in: nil, data: nil).compiled.version })
            lines.append(line("Data", home) { try Store.version(of: home.data(in: nil)) })
        }
        return (lines + ["Store format \(Store.format)"]).joined(separator: "\n")
    }

    private static func line(_ name: String, _ home: Home, _ version: () throws -> String) -> String {
        (try? version()).map { "\(name) \($0), \(home)" } ?? "\(name) cannot be read, \(home)"
    }
}

extension CompiledGrammar {
    /// Tells two grammars apart: 16 hexadecimal digits that depend on all that is read and said.
    var version: String { text.withUnsafeBytes(Checksum.of).digits }
}
