/// How a row of a table is written.
enum TableStyle {
    /// RFC 4180, with lines that end in a line feed.
    case csv
    /// Tabs, line feeds and backslashes inside a value are written `\t`, `\n` and `\\`.
    case tsv
    case markdown

    /// One value of a row.
    enum Cell {
        /// Empty for nil.
        case text(String?)
        /// As digits.
        case number(String)

        var content: String {
            switch self {
            case .text(let text): text ?? ""
            case .number(let digits): digits
            }
        }
    }

    func header(_ columns: [String]) -> String {
        switch self {
        case .csv, .tsv: line(columns)
        case .markdown: line(columns) + line(columns.map { _ in "---" })
        }
    }

    func row(_ cells: [Cell]) -> String { line(cells.map { escaped($0.content) }) }

    private func line(_ values: [String]) -> String {
        switch self {
        case .csv: values.joined(separator: ",") + "\n"
        case .tsv: values.joined(separator: "\t") + "\n"
        case .markdown: "| " + values.joined(separator: " | ") + " |\n"
        }
    }

    private func escaped(_ text: String) -> String {
        switch self {
        case .csv:
            let isPlain = text.utf8.allSatisfy { !",\"\n\r".utf8.contains($0) }
            return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
        case .tsv:
            return text.mapped(["\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"])
        case .markdown:
            return text.mapped(["|": "\\|", "\n": "<br>", "\r": " "])
        }
    }
}

extension String {
    fileprivate func mapped(_ replacements: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if let replacement = replacements[scalar] {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
