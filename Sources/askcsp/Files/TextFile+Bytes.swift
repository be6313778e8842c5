import Notation

/// The first place in a file that is not UTF-8.
struct NotUTF8: Error {
    let problem: Problem
}

extension TextFile {
    /// A byte order mark is dropped and lines end in a line feed alone, whatever program saved the file.
    init(path: String, bytes: [UInt8]) throws {
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw NotUTF8(problem: TextFile.notUTF8(path: path, bytes: bytes))
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        self.init(
            path: path, text: bytes.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text)
    }

    /// Repaired line by line: the first line that the repair changes is the one.
    private static func notUTF8(path: String, bytes: [UInt8]) -> Problem {
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let repaired = String(decoding: line, as: UTF8.self)
            let readable = zip(repaired.utf8, line).prefix { $0 == $1 }.map(\.0)
            guard readable.count < line.count else { continue }
            let column = String(decoding: readable, as: UTF8.self).prefix { $0 != "\u{FFFD}" }.count + 1
            return Problem(
                "this is not UTF-8 text; save the file as UTF-8",
                at: Location(path: path, line: number, column: column), line: repaired)
        }
        return Problem("this is not UTF-8 text", at: Location(path: path, line: 1, column: 1), line: "")
    }
}
