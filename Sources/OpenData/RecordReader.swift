import Notation

/// Splits a file into records and fields after RFC 4180, holding no more than a stretch of it at a time.
///
/// It takes a byte-order mark at the start, lines that end in CRLF, LF or CR, and a last line with or without an
/// end. A quoted field may hold commas, line ends and doubled quotes.
final class RecordReader {
    let stream: ByteStream
    /// How many fields the record has.
    private(set) var count = 0
    /// The line that the record starts in, from 1.
    private(set) var line = 1
    /// What is wrong with the record as CSV.
    private(set) var fault: Problem?

    private let buffer: UnsafeMutableRawBufferPointer
    private var fields: [Field] = []
    /// Fields with doubled quotes in them, made single.
    private var unquoted: [UInt8] = []
    private var start = 0
    private var next = 0
    private var limit = 0
    private var linesInRecord = 0
    private var isAtEnd = false
    private var isFirst = true

    private struct Field {
        var start: Int
        var end: Int
        var isQuoted = false
        var isUnquotedCopy = false
    }

    /// A record longer than this is a quote that was never closed.
    private static let longest = 1 << 20
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ stream: ByteStream) {
        self.stream = stream
        buffer = .allocate(byteCount: RecordReader.longest, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Goes on to the next record, empty lines left out; false at the end of the file.
    ///
    /// - Throws: `OpenDataError`.
    func advance() throws(OpenDataError) -> Bool {
        repeat {
            line += linesInRecord
            linesInRecord = 0
            start = next
            guard try scan() else { return false }
        } while count == 1 && fault == nil && self[0].isEmpty
        return true
    }

    /// The bytes of a field, without its quotes; good until the next `advance`.
    subscript(index: Int) -> UnsafeRawBufferPointer {
        let field = fields[index]
        if field.isUnquotedCopy {
            return unquoted.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[field.start..<field.end]) }
        }
        return UnsafeRawBufferPointer(rebasing: buffer[field.start..<field.end])
    }

    func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// A mistake in a field of this record, or in the whole of it.
    func problem(_ message: String, field index: Int = 0) -> Problem {
        let field = index < count ? fields[index] : nil
        let at = field.map { $0.isUnquotedCopy || !$0.isQuoted ? $0.start : $0.start - 1 } ?? start
        return problem(message, at: field?.isUnquotedCopy == true ? start : at)
    }

    private func problem(_ message: String, at position: Int) -> Problem {
        let before = String(decoding: buffer[start..<max(start, position)], as: UTF8.self)
        let end = buffer[start..<limit].firstIndex { RecordReader.isLineEnd($0) } ?? limit
        return Problem(
            message, at: Location(path: stream.path, line: line, column: before.count + 1),
            line: String(decoding: buffer[start..<end].prefix(400), as: UTF8.self))
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

    // MARK: - Scanning

    /// Finds the fields of the record at `start`; reads on when the stretch held ends inside it.
    private func scan() throws(OpenDataError) -> Bool {
        while true {
            if start >= limit {
                if isAtEnd { return false }
            } else if scanHeld() {
                return true
            } else if start == 0, limit == buffer.count {
                giveUp()
                return true
            }
            try fill()
        }
    }

    private func fill() throws(OpenDataError) {
        if start > 0 {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<limit]))
            limit -= start
            start = 0
        }
        let read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[limit...]))
        limit += read
        isAtEnd = read == 0
        if isFirst, limit >= 3 || isAtEnd {
            isFirst = false
            if buffer[..<limit].starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        }
    }

    /// A quote without an end: the line it stands in is the mistake, and the next line is read as if nothing were.
    private func giveUp() {
        fault = problem("a quote in this line is never closed", at: start)
        count = 0
        let end = buffer[start..<limit].firstIndex { $0 == RecordReader.lineFeed }
        next = end.map { $0 + 1 } ?? limit
        linesInRecord = 1
    }

    /// False when the record may go on beyond what is held.
    private func scanHeld() -> Bool {
        fields.removeAll(keepingCapacity: true)
        unquoted.removeAll(keepingCapacity: true)
        fault = nil
        linesInRecord = 0
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<limit])
        var position = start
        while true {
            guard position < limit else {
                return atEnd(position, adding: Field(start: position, end: position))
            }
            if bytes[position] == RecordReader.quote {
                guard let after = quoted(bytes, at: position) else { return isAtEnd ? closedByEnd() : false }
                position = after
            } else {
                let from = position
                while position < limit, !RecordReader.endsField(bytes[position]) {
                    if bytes[position] == RecordReader.quote, fault == nil {
                        fault = problem(
                            "a '\"' inside a field; put quotes around the whole field and double this one",
                            at: position)
                    }
                    position += 1
                }
                fields.append(Field(start: from, end: position))
            }
            guard position < limit else { return atEnd(position, adding: nil) }
            if bytes[position] == RecordReader.comma {
                position += 1
                continue
            }
            // A CR that ends what is held may be half of a CRLF.
            if bytes[position] == RecordReader.carriageReturn {
                if position + 1 == limit, !isAtEnd { return false }
                if position + 1 < limit, bytes[position + 1] == RecordReader.lineFeed { position += 1 }
            }
            linesInRecord += 1
            count = fields.count
            next = position + 1
            return true
        }
    }

    @inline(__always) private static func endsField(_ byte: UInt8) -> Bool {
        byte == comma || byte == lineFeed || byte == carriageReturn
    }

    /// The last line need not have an end.
    private func atEnd(_ position: Int, adding field: Field?) -> Bool {
        guard isAtEnd else { return false }
        if let field { fields.append(field) }
        count = fields.count
        next = position
        linesInRecord += 1
        return true
    }

    private func closedByEnd() -> Bool {
        giveUp()
        return true
    }

    /// Takes a quoted field; the place after it, or nil when it does not end here.
    private func quoted(_ bytes: UnsafeRawBufferPointer, at opening: Int) -> Int? {
        var position = opening + 1
        var from = position
        var copied: Int?
        while position < limit {
            let byte = bytes[position]
            if byte == RecordReader.quote {
                if position + 1 == limit, !isAtEnd { return nil }
                if position + 1 < limit, bytes[position + 1] == RecordReader.quote {
                    if copied == nil { copied = unquoted.count }
                    unquoted += bytes[from...position]
                    position += 2
                    from = position
                    continue
                }
                if let copied {
                    unquoted += bytes[from..<position]
                    fields.append(
                        Field(start: copied, end: unquoted.count, isQuoted: true, isUnquotedCopy: true))
                } else {
                    fields.append(Field(start: from, end: position, isQuoted: true, isUnquotedCopy: false))
                }
                position += 1
                if position == limit, !isAtEnd { return nil }
                while position < limit, !RecordReader.endsField(bytes[position]) {
                    if fault == nil {
                        fault = problem(
                            "text after a closing quote; double a quote that is meant", at: position)
                    }
                    position += 1
                }
                return position
            }
            if byte == RecordReader.lineFeed { linesInRecord += 1 }
            position += 1
        }
        return nil
    }
}
