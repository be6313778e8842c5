/// Where a store is kept.
public enum StoreLocation: Hashable, Sendable {
    /// Built in memory from Data/ each time; for tests and for a machine with no folder to write to.
    case memory
    /// A file that is built when it is missing or out of date, and replaced whole.
    case file(String)
}
