import Synchronization

/// A value that is made on another thread, and waited for by whoever needs it first.
final class Prepared<Value: Sendable>: Sendable {
    private let made: Mutex<Value?>
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
        made = Mutex(nil)
        Task.detached { _ = self.value }
    }

    var value: Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}
