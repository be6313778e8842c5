import CReadline
import Glibc
import Synchronization

/// Work that Ctrl-C gives up: it goes on on a thread of its own, and nobody waits for it any more.
enum Interruptible {
    /// Nil when it was given up.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) throws -> Value? {
        let outcome = Outcome<Value>()
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return try work() }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        Task.detached {
            outcome.set(Result { try work() })
            // The other side sees the end of the pipe.
            close(writing)
        }
        guard readline_wait(reading) else { return nil }
        return try outcome.value?.get()
    }

    private final class Outcome<Value: Sendable>: Sendable {
        private let result = Mutex<Result<Value, any Error>?>(nil)

        var value: Result<Value, any Error>? { result.withLock { $0 } }

        func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }
    }
}
