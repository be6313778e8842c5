import Glibc

/// A file descriptor that text is written to, at once and whole.
struct Output {
    let descriptor: Int32
    /// As it is called in an error.
    let name: String

    static let standard = Output(descriptor: STDOUT_FILENO, name: "standard output")
    static let errors = Output(descriptor: STDERR_FILENO, name: "standard error")

    /// Whoever was reading has gone. No error: they have what they wanted.
    struct Closed: Error {}

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitUntilWritable()
            case EPIPE: throw Closed()
            default: throw CommandFailure.unwritable(name, reason: Fault.last)
            }
        }
    }

    /// For a descriptor that somebody else has made non-blocking.
    private func waitUntilWritable() {
        var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&watched, 1, -1)
    }
}
