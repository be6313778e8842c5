import Glibc

/// A file that is not there yet: nothing is ever written over.
enum NewFile {
    /// - Parameter path: `~/` stands for the home folder.
    static func write(_ text: String, to path: String) throws {
        let path = path.fromHome
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            guard errno != EEXIST else { throw CommandFailure.exists(path) }
            throw CommandFailure.unwritable(path, reason: Fault.last)
        }
        defer { close(descriptor) }
        try Output(descriptor: descriptor, name: path).write(text)
    }
}
