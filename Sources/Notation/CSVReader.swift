/// Reads CSV files that start with a header, and reports every mistake in them.
///
/// Columns may stand in any order. Rows in which nothing is filled in are left out: spreadsheets write them.
public struct CSVReader: Sendable {
    let columns: [String]
    let optional: [String]

    /// Columns that have to be there, and columns that may be.
    public init(columns: [String], optional: [String] = []) {
        self.columns = columns
        self.optional = optional
    }

    /// The file's rows in order; mistakes are added to `problems`, and rows that can be read are still returned.
    public func read(_ file: TextFile, problems: inout [Problem]) -> [CSVRow] {
        var scanner = CSVScanner(file)
        defer { problems += scanner.problems }
        guard let header = scanner.next(), header.contains(where: { !$0.value.isEmpty }) else {
            let start = Location(path: file.path, line: 1, column: 1)
            problems.append(
                Problem(
                    "no header; the first line names the columns: \(columns.joined(separator: ","))",
                    at: start, line: ""))
            return []
        }
        guard check(header, problems: &problems) else { return [] }
        let names = header.map(\.value)
        var rows: [CSVRow] = []
        while let fields = scanner.next() {
            guard fields.contains(where: { !$0.value.isEmpty }), let first = fields.first else { continue }
            guard fields.count == names.count else {
                problems.append(first.problem(CSVReader.wrongCount(fields.count, against: names.count)))
                continue
            }
            rows.append(CSVRow(columns: names, fields: fields, location: first.location, line: first.line))
        }
        return rows
    }

    private func check(_ header: [CSVField], problems: inout [Problem]) -> Bool {
        let known = columns + optional
        let names = header.map(\.value)
        if let first = header.first, let separator = ColumnSeparator(dividing: names) {
            problems.append(first.problem(separator.advice))
            return false
        }
        let before = problems.count
        var isMisspelt: Set<String> = []
        for (index, field) in header.enumerated() {
            if !known.contains(field.value) {
                let nearest = EditDistance.nearest(
                    to: field.value, among: known.filter { !names.contains($0) })
                if let nearest { isMisspelt.insert(nearest) }
                problems.append(
                    field.problem(
                        "no column '\(field.value)'"
                            + EditDistance.hint(
                                nearest, otherwise: "the columns are \(known.joined(separator: ","))")))
            } else if names[..<index].contains(field.value) {
                problems.append(field.problem("column '\(field.value)' is there twice"))
            }
        }
        for column in columns where !names.contains(column) && !isMisspelt.contains(column) {
            problems.append(contentsOf: header.prefix(1).map { $0.problem("column '\(column)' is missing") })
        }
        return problems.count == before
    }

    private static func wrongCount(_ count: Int, against expected: Int) -> String {
        "\(count) field\(count == 1 ? "" : "s") in a file of \(expected) columns"
            + (count > expected ? "; a text with a comma in it needs quotes" : "")
    }
}
