import Glibc

/// Reading and writing through the system's own calls.
enum File {
    static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure.unreadable(path, reason: Fault.last) }
        defer { close(descriptor) }
        guard let bytes = bytes(from: descriptor) else {
            throw CommandFailure.unreadable(path, reason: Fault.last)
        }
        return bytes
    }

    /// Everything from here to the end; nil when it cannot be read.
    static func bytes(from descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count > 0 {
                bytes += chunk[..<count]
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                return nil
            }
        }
    }
}

enum Fault {
    /// What the system says of the call that failed last: `No such file or directory`.
    static var last: String { String(cString: strerror(errno)) }
}
