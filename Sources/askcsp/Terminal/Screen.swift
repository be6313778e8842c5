import CReadline
import Glibc

/// The terminal that answers are shown on: how wide and high it is, and which characters it shows.
struct Screen {
    /// Nil where the terminal does not say.
    let columns: Int?
    let rows: Int?
    /// Where it does not, tables and charts are drawn in ASCII.
    let isUTF8: Bool

    /// Nil when standard output is no terminal. Asked anew for each answer: the window may have changed.
    static var ofOutput: Screen? {
        guard Terminal.isOutput else { return nil }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return Screen(
            columns: isKnown && size.ws_col > 0 ? Int(size.ws_col) : nil,
            rows: isKnown && size.ws_row > 0 ? Int(size.ws_row) : nil, isUTF8: Environment.isUTF8)
    }

    /// What tables and charts fit into where the width is not known.
    static let usualColumns = 80

    var width: Int { columns ?? Screen.usualColumns }

    /// What is left of it beside something else.
    func narrower(by taken: Int) -> Screen {
        Screen(columns: columns.map { max(1, $0 - taken) }, rows: rows, isUTF8: isUTF8)
    }

    /// Lines broken between words, where the width is known. What a line begins with, spaces or a dash, is indented
    /// below it too.
    func wrapped(_ text: String) -> String {
        guard let columns, columns >= Screen.narrowest else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Screen.wrapped($0, columns: columns) }.joined(separator: "\n")
    }

    /// Narrower windows are left to break lines themselves.
    private static let narrowest = 20

    private static func wrapped(_ line: Substring, columns: Int) -> String {
        guard line.displayWidth > columns else { return String(line) }
        let indent = String(repeating: " ", count: line.prefix { $0 == " " || $0 == "-" }.count)
        var lines = [""]
        var isEmpty = true
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            let current = lines[lines.count - 1]
            if isEmpty || current.displayWidth + 1 + word.displayWidth <= columns {
                lines[lines.count - 1] = isEmpty && current.isEmpty ? String(word) : current + " " + word
            } else {
                // Of two spaces where the line breaks, neither is left at its end.
                lines[lines.count - 1].removeLast(while: { $0 == " " })
                lines.append(indent + word)
            }
            isEmpty = false
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate mutating func removeLast(while isRemoved: (Character) -> Bool) {
        while let last, isRemoved(last) { removeLast() }
    }
}

extension StringProtocol {
    /// Columns it takes on a terminal: two for an ideograph, none for a combining accent.
    var displayWidth: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return unicodeScalars.reduce(0) { $0 + Swift.max(0, Int(readline_width($1.value))) }
    }
}
