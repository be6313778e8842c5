import Synchronization

/// What was worked out before, for whoever asks again.
///
/// It only ever holds what would come out the same if it were worked out anew, so that nobody can tell whether it was
/// asked before. When it is full it forgets everything and begins again: it never grows beyond `most`.
public final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    @usableFromInline let known = Mutex<[Key: Value]>([:])
    @usableFromInline let most: Int

    public init(most: Int) { self.most = most }

    @inlinable
    public func value(for key: Key, _ workedOut: () throws -> Value) rethrows -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let value = try workedOut()
        known.withLock {
            if $0.count >= most { $0.removeAll() }
            $0[key] = value
        }
        return value
    }

    public func forget() { known.withLock { $0.removeAll() } }
}
