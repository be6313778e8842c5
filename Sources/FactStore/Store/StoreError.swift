/// Why a store cannot be used. What to do about each is said here and nowhere else.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The empty text names no file.
    case noName
    /// A folder is at the path.
    case isFolder(path: String)
    /// The folder that the store is to be built in does not exist.
    case noFolder(path: String)
    /// The folder that the store is to be built in cannot be written to.
    case notWritable(path: String)
    /// The store is to take figures in and cannot be written to.
    case readOnly(path: String)
    /// Another program is reading or writing it, and has not made way.
    case inUse(path: String)
    /// Another program has built it anew while figures were taken in, and they are not in it.
    case builtMeanwhile(path: String)
    /// The store is there and may not be read.
    case notReadable(path: String)
    /// Something else is at the path. It is never overwritten.
    case notAStore(path: String)
    /// A store of ours that SQLite cannot make sense of.
    case damaged(path: String)
    /// A store that a later askcsp has built.
    case laterFormat(path: String, found: Int, known: Int)
    /// A store that an earlier askcsp has built, with imported figures in it: building it again would lose them.
    case earlierFormat(path: String, found: Int, known: Int)
    /// No room for the store.
    case diskFull(path: String)
    /// Anything else, in SQLite's or the system's words.
    case failed(path: String, reason: String)

    public var description: String {
        switch self {
        case .noName: "the store has no name; name a file with --store, or leave --store out"
        case .isFolder(let path):
            "\(path) is a folder; name a file in it with --store, such as \(path == "/" ? "" : path)/askcsp.sqlite"
        case .noFolder(let path):
            "the folder of \(path) does not exist; make it, or name another place with --store"
        case .notWritable(let path):
            "\(path) has to be built and its folder cannot be written to; name another place with --store"
        case .readOnly(let path):
            "\(path) cannot be written to, or its folder cannot; change who may write there, or name another "
                + "store with --store"
        case .inUse(let path):
            "\(path) is in use by another askcsp; let it end, and try again"
        case .builtMeanwhile(let path):
            "\(path) was built again by another askcsp at the same moment; import the file once more"
        case .notReadable(let path):
            "\(path) cannot be read; change who may read it, or name another store with --store"
        case .notAStore(let path):
            "\(path) is not an askcsp store and is left as it is; name another file with --store"
        case .damaged(let path):
            "\(path) is damaged; remove it, and it is built again from Data/. Files that were imported into it have "
                + "to be imported again"
        case .laterFormat(let path, let found, let known):
            "\(path) was built by a later askcsp (its format is \(found), this one reads \(known)); "
                + "update askcsp or name another store with --store"
        case .earlierFormat(let path, let found, let known):
            "\(path) holds imported figures and was built by an earlier askcsp (its format is \(found), this one reads "
                + "\(known)); name another store with --store and import the files into that"
        case .diskFull(let path):
            "no room left for \(path); make room or name another place with --store"
        case .failed(let path, let reason):
            "\(path) cannot be used: \(reason)"
        }
    }
}
