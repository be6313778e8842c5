import Glibc

/// Text to and from a running program, through one descriptor or two.
final class Channel {
    private let reading: Int32
    private let writing: Int32
    private var unread: [UInt8] = []

    struct Silent: Error {
        let expected: String
        let received: String
    }

    init(reading: Int32, writing: Int32) {
        self.reading = reading
        self.writing = writing
    }

    deinit {
        close(reading)
        if writing != reading { close(writing) }
    }

    func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Everything up to and with the text. It waits as long as it takes, but not for ever on a program that hangs.
    @discardableResult
    func receive(upTo text: String) throws -> String {
        let wanted = Array(text.utf8)
        while true {
            if let end = unread.firstRange(of: wanted)?.upperBound {
                defer { unread.removeFirst(end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard readMore() else {
                throw Silent(expected: text, received: String(decoding: unread, as: UTF8.self))
            }
        }
    }

    /// Everything up to the end.
    func receiveRest() -> String {
        while readMore() {}
        return String(decoding: unread, as: UTF8.self)
    }

    private func readMore() -> Bool {
        var watched = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, 60_000) > 0 else { return false }
        var chunk = [UInt8](repeating: 0, count: 4_096)
        let count = read(reading, &chunk, chunk.count)
        guard count > 0 else { return false }
        unread += chunk[..<count]
        return true
    }
}
