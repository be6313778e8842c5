import Facts
import GRDB
import Notation

extension Store {
    /// Of the tables; a store of an earlier format is built again.
    public static var format: Int { StoreSchema.format }

    /// Of SQLite.
    public static var engineVersion: String {
        (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "unknown"
    }

    /// Tells two versions of a folder's files apart: 16 hexadecimal digits that depend on their names and text.
    public static func version(of files: [TextFile]) -> String {
        Fingerprint.of(files, codelists: Codelists(measures: [], crimeTypes: [], areas: []))
    }

    /// What a file is, before it is opened as a store.
    public enum Condition: Hashable, Sendable {
        case missing
        /// Built from just the files and names there are.
        case current
        /// Built from other files, or of an earlier format: the next question builds it again.
        case outOfDate
    }

    /// Looks at a store's file and leaves it as it is.
    ///
    /// - Throws: `StoreError` when something else is there, or it cannot be read.
    public static func condition(of path: String, data: [TextFile], codelists: Codelists) throws -> Condition
    {
        let file = try StoreFile(path: path)
        guard try file.exists() else { return .missing }
        switch try state(of: file, fingerprint: Fingerprint.of(data, codelists: codelists)) {
        case .current: return .current
        case .outOfDate: return .outOfDate
        }
    }
}
