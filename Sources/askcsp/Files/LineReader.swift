import Glibc

/// Reads lines as they come. It keeps one chunk and the line it is in, however long the input is.
struct LineReader {
    private let descriptor: Int32
    /// As it is called in an error.
    let name: String
    /// Of the line read last; 1 for the first.
    private(set) var number = 0
    private var chunk = [UInt8](repeating: 0, count: 65_536)
    private var unread = 0..<0

    private init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    static var standardInput: LineReader { LineReader(descriptor: STDIN_FILENO, name: "standard input") }

    /// The file is open as long as the program runs.
    init(path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure.unreadable(path, reason: Fault.last) }
        self.init(descriptor: descriptor, name: path)
    }

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

    /// Names the line in an error that what it says has led to.
    func located<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch {
            throw CommandFailure.atLine(name, line: number, reason: "\(error)")
        }
    }

    private mutating func text(_ line: [UInt8]) -> String {
        number += 1
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(
            decoding: number == 1 && line.starts(with: mark) ? line.dropFirst(mark.count) : line[...],
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
            default: throw CommandFailure.unreadable(name, reason: Fault.last)
            }
        }
    }
}
