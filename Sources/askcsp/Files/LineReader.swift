import Glibc

/// Reads lines as they come. It keeps one chunk and the line it is in, however long the input is.
struct LineReader {
    let descriptor: Int32
    private var chunk = [UInt8](repeating: 0, count: 65_536)
    private var unread = 0..<0
    private var isFirst = true

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its line feed, or nil at the end. What is not UTF-8 is replaced.
    mutating func next() throws -> String? {
        var line: [UInt8] = []
        while true {
            if let end = chunk[unread].firstIndex(of: UInt8(ascii: "\n")) {
                line += chunk[unread.lowerBound..<end]
                unread = (end + 1)..<unread.upperBound
                return text(line)
            }
            line += chunk[unread]
            guard try fill() else { return line.isEmpty ? nil : text(line) }
        }
    }

    private mutating func text(_ line: [UInt8]) -> String {
        defer { isFirst = false }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(
            decoding: isFirst && line.starts(with: mark) ? line.dropFirst(mark.count) : line[...],
            as: UTF8.self)
    }

    /// False at the end.
    private mutating func fill() throws -> Bool {
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count >= 0 {
                unread = 0..<count
                return count > 0
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&watched, 1, -1)
            default: throw CommandFailure.unreadable("standard input", reason: Fault.last)
            }
        }
    }
}
