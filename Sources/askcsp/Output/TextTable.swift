/// A table of plain text: columns that line up, numbers at their right.
struct TextTable {
    struct Column {
        let heading: String
        let isNumeric: Bool
    }

    let columns: [Column]
    let rows: [[String]]
    private static let gap = 2

    /// Columns that the table takes without its indentation.
    var width: Int { widths.reduce(0, +) + TextTable.gap * max(0, columns.count - 1) }

    private var widths: [Int] {
        columns.indices.map { index in
            rows.reduce(columns[index].heading.displayWidth) { max($0, $1[index].displayWidth) }
        }
    }

    /// The heading, then a line a row. Words are cut short, and marked, where the table would be too wide.
    func lines(width limit: Int, cut mark: String) -> (heading: String, rows: [String]) {
        let widths = fitted(to: limit)
        func line(_ cells: [String]) -> String {
            var line = ""
            for (index, cell) in cells.enumerated() {
                let cell = TextTable.cut(cell, to: widths[index], mark: mark)
                let space = String(repeating: " ", count: max(0, widths[index] - cell.displayWidth))
                line += (index > 0 ? String(repeating: " ", count: TextTable.gap) : "")
                line += columns[index].isNumeric ? space + cell : cell + space
            }
            while line.last == " " { line.removeLast() }
            return line
        }
        return (line(columns.map(\.heading)), rows.map(line))
    }

    /// The columns it takes where it may be no wider than a limit; more than that when numbers alone are wider.
    func width(fitting limit: Int) -> Int {
        fitted(to: limit).reduce(0, +) + TextTable.gap * max(0, columns.count - 1)
    }

    /// For a window that is too narrow for columns: below what a row begins with its other cells, each with its heading.
    var stacked: [String] {
        rows.flatMap { row in
            zip(columns, row).enumerated().filter { !$0.element.1.isEmpty }.map { index, cell in
                index == 0 ? cell.1 : "  \(cell.0.heading)  \(cell.1)"
            }
        }
    }

    /// Takes what is too much from the widest column of words; numbers are never cut.
    private func fitted(to limit: Int) -> [Int] {
        var widths = widths
        let words = columns.indices.filter { !columns[$0].isNumeric }
        var excess = width - limit
        while excess > 0, let widest = words.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > TextTable.leastWords
        {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private static let leastWords = 8

    private static func cut(_ text: String, to width: Int, mark: String) -> String {
        guard text.displayWidth > width else { return text }
        var kept = ""
        for character in text where kept.displayWidth + String(character).displayWidth + mark.count <= width {
            kept.append(character)
        }
        return kept + mark
    }
}
