/// Where a store is kept.
public enum StoreLocation: Hashable, Sendable {
    /// Built in memory from Data/ each time; for tests.
    case memory
    /// A file that is kept only to save building it, and may be deleted at any time. Where it cannot be used, the
    /// store is built in memory.
    case kept(String)
    /// A file that is built when it is missing or out of date, and replaced whole.
    case file(String)
}
