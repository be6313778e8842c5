import Foundation

/// `embed-files OUTPUT ROOT PATH...` writes a Swift file that holds the text of each path.
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
        let paths = arguments.dropFirst(2)
        var source = "import Notation\n\nextension EmbeddedFiles {\n"
        let labels = "Data/open-data/"
        let sets: [(name: String, holds: (String) -> Bool)] = [
            ("grammar", { $0.hasPrefix("Grammar/") }), ("labels", { $0.hasPrefix(labels) }),
            ("data", { $0.hasPrefix("Data/") && !$0.hasPrefix(labels) }),
        ]
        for (name, holds) in sets {
            source += "    public static var \(name): [TextFile] {\n        [\n"
            for path in paths where holds(path) {
                let text = try text(of: path, in: root)
                source += "            TextFile(path: \(literal(path)), text: \(literal(text))),\n"
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
