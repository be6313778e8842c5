import Foundation
import Language
import Notation

/// `embed-files OUTPUT ROOT PATH...` writes a Swift file that holds the paths below `Grammar/`, compiled, and the
/// text of those below `Data/`.
@main
struct EmbedFilesTool {
    static func main() {
        do {
            try embed(CommandLine.arguments.dropFirst())
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func embed(_ arguments: ArraySlice<String>) throws {
        guard let output = arguments.first, let root = arguments.dropFirst().first else {
            throw EmbedFailure.usage
        }
        let files = try arguments.dropFirst(2).map { try TextFile(path: $0, text: text(of: $0, in: root)) }
        let grammar = try CompiledGrammar(files: files.filter { $0.path.hasPrefix("Grammar/") })
        var source = """
            import Language
            import Notation

            extension EmbeddedFiles {
                public static let grammar = CompiledGrammar(
                    embedded: \(literal(String(decoding: grammar.text, as: UTF8.self))))


            """
        let labels = "Data/open-data/"
        let sets: [(name: String, holds: (String) -> Bool)] = [
            ("labels", { $0.hasPrefix(labels) }),
            ("data", { $0.hasPrefix("Data/") && !$0.hasPrefix(labels) }),
        ]
        for (name, holds) in sets {
            source += "    public static var \(name): [TextFile] {\n        [\n"
            for file in files where holds(file.path) {
                source += "            TextFile(path: \(literal(file.path)), text: \(literal(file.text))),\n"
            }
            source += "        ]\n    }\n"
        }
        source += "}\n"
        try Data(source.utf8).write(to: URL(filePath: output))
    }

    /// Without a byte order mark; lines end in a line feed alone.
    private static func text(of path: String, in root: String) throws -> String {
        let bytes = try Data(contentsOf: URL(filePath: root).appending(path: path))
        guard var text = String(validating: bytes, as: UTF8.self) else { throw EmbedFailure.notUTF8(path) }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text.replacing("\r\n", with: "\n")
    }

    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\t": literal += "\\t"
            case _ where scalar.properties.generalCategory == .control:
                literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}

enum EmbedFailure: Error, CustomStringConvertible {
    case usage
    case notUTF8(String)

    var description: String {
        switch self {
        case .usage: "usage: embed-files OUTPUT ROOT PATH..."
        case .notUTF8(let path): "\(path): not UTF-8 text"
        }
    }
}
