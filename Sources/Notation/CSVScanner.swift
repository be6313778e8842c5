/// Splits text into records and fields after RFC 4180.
///
/// It takes a byte-order mark at the start, lines that end in CRLF, LF or CR, and a last line with or without an
/// end. A quoted field may hold commas, line ends and doubled quotes.
struct CSVScanner {
    private let path: String
    private let bytes: [UInt8]
    private var position = 0
    private var lineNumber = 1
    private var lineStart = 0
    private(set) var problems: [Problem] = []

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ file: TextFile) {
        path = file.path
        bytes = Array(file.text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
            lineStart = 3
        }
    }

    /// The next record, or nil at the end of the file. An empty line is a record of one empty field.
    mutating func next() -> [CSVField]? {
        guard position < bytes.count else { return nil }
        var fields = [field()]
        while position < bytes.count, bytes[position] == CSVScanner.comma {
            position += 1
            fields.append(field())
        }
        takeLineEnd()
        return fields
    }

    private mutating func field() -> CSVField {
        let (location, line) = (locationHere, lineHere)
        let isQuoted = position < bytes.count && bytes[position] == CSVScanner.quote
        let value = isQuoted ? quotedValue(from: location, line: line) : plainValue()
        return CSVField(value: value, location: location, line: line)
    }

    private mutating func plainValue() -> String {
        let start = position
        while position < bytes.count, !isEndOfField(bytes[position]) {
            if bytes[position] == CSVScanner.quote {
                problems.append(
                    Problem(
                        "a '\"' inside a field; put quotes around the whole field and double this one",
                        at: locationHere, line: lineHere))
                skipToEndOfField()
                break
            }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quotedValue(from location: Location, line: String) -> String {
        var value: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == CSVScanner.quote {
                position += 1
                guard position < bytes.count, bytes[position] == CSVScanner.quote else {
                    return closed(value)
                }
                value.append(byte)
                position += 1
            } else if byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn {
                let start = position
                takeLineEnd()
                value.append(contentsOf: bytes[start..<position])
            } else {
                value.append(byte)
                position += 1
            }
        }
        problems.append(Problem("this quote is never closed", at: location, line: line))
        return String(decoding: value, as: UTF8.self)
    }

    /// After a closing quote only the end of the field may follow.
    private mutating func closed(_ value: [UInt8]) -> String {
        if position < bytes.count, !isEndOfField(bytes[position]) {
            problems.append(
                Problem(
                    "text after a closing quote; double a quote that is meant", at: locationHere,
                    line: lineHere))
            skipToEndOfField()
        }
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func skipToEndOfField() {
        while position < bytes.count, !isEndOfField(bytes[position]) { position += 1 }
    }

    private func isEndOfField(_ byte: UInt8) -> Bool {
        byte == CSVScanner.comma || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
    }

    private mutating func takeLineEnd() {
        guard position < bytes.count else { return }
        let isPair =
            bytes[position] == CSVScanner.carriageReturn && position + 1 < bytes.count
            && bytes[position + 1] == CSVScanner.lineFeed
        position += isPair ? 2 : 1
        lineNumber += 1
        lineStart = position
    }

    private var locationHere: Location {
        let before = String(decoding: bytes[lineStart..<position], as: UTF8.self)
        return Location(path: path, line: lineNumber, column: before.count + 1)
    }

    private var lineHere: String {
        let end = bytes[lineStart...].firstIndex {
            $0 == CSVScanner.lineFeed || $0 == CSVScanner.carriageReturn
        }
        return String(decoding: bytes[lineStart..<(end ?? bytes.count)], as: UTF8.self)
    }
}
