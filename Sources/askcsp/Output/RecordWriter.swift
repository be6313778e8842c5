/// Writes records one after another in the format that was asked for, each at once.
struct RecordWriter {
    let format: Format
    let output: Output
    let columns: [String]
    /// Whether one record is all there will be: its JSON is then an object, and otherwise a member of an array.
    let isAlone: Bool
    /// What stands between two records of text.
    var gap = ""
    private(set) var count = 0

    init(settings: Settings, columns: [String], isAlone: Bool, gap: String = "") {
        format = settings.format
        output = settings.output
        self.columns = columns
        self.isAlone = isAlone
        self.gap = gap
    }

    /// The text without the line feed at its end.
    mutating func add(
        text: @autoclosure () -> String, rows: @autoclosure () -> [[TableStyle.Cell]],
        json: (inout JSONWriter) -> Void
    ) throws {
        switch format {
        case .text: try output.write((count > 0 ? gap : "") + text() + "\n")
        case .json, .jsonl: try add(json: json)
        case .csv: try add(rows(), as: .csv)
        case .tsv: try add(rows(), as: .tsv)
        case .markdown: try add(rows(), as: .markdown)
        }
        count += 1
    }

    /// A record that is a row, with the columns for keys.
    mutating func add(text: @autoclosure () -> String, row: [TableStyle.Cell]) throws {
        try add(text: text(), rows: [row]) { [columns] writer in
            writer.object { writer in
                for (column, cell) in zip(columns, row) {
                    switch cell {
                    case .text(let text): writer.string(text, for: column)
                    case .number(let digits): writer.number(digits, for: column)
                    }
                }
            }
        }
    }

    func finish() throws {
        switch format {
        case .json where !isAlone: try output.write(count == 0 ? "[]\n" : "\n]\n")
        case .csv where count == 0: try output.write(TableStyle.csv.header(columns))
        case .tsv where count == 0: try output.write(TableStyle.tsv.header(columns))
        case .markdown where count == 0: try output.write(TableStyle.markdown.header(columns))
        case .text, .json, .jsonl, .csv, .tsv, .markdown: break
        }
    }

    private func add(json: (inout JSONWriter) -> Void) throws {
        let isMember = format == .json && !isAlone
        var writer = JSONWriter()
        if isMember { writer.raw(count == 0 ? "[\n" : ",\n") }
        json(&writer)
        if !isMember { writer.raw("\n") }
        try output.write(writer.bytes)
    }

    private func add(_ rows: [[TableStyle.Cell]], as style: TableStyle) throws {
        let header = count == 0 ? style.header(columns) : ""
        try output.write(header + rows.map(style.row).joined())
    }
}
