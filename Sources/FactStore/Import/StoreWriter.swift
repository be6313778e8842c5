import Facts
import GRDB
import Notation

/// A store that takes figures in, a file at a time. SQLite's own journal keeps it whole: stopped at any moment, a
/// file is in the store or it is not.
public final class StoreWriter: Sendable {
    private let queue: DatabaseQueue
    private let codelists: Codelists
    public let path: String
    private let inode: UInt64

    /// Opens the store at a path, built from the data first when it is missing or out of date.
    ///
    /// - Throws: `Problems` with every mistake in the data; `StoreError` when the store cannot be used.
    public init(path: String, data: [TextFile], codelists: Codelists) throws {
        let store = try Store.open(.file(path), data: data, codelists: codelists)
        self.path = store.path
        self.codelists = codelists
        var configuration = Configuration()
        configuration.busyMode = .timeout(StoreFile.patience)
        // Every id is looked up before a figure goes in; looking it up again takes as long as adding the figure.
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            // Kilobytes; a large file's figures are sorted into the table here rather than on disk.
            try database.execute(sql: "PRAGMA cache_size = -114688")
        }
        do {
            try store.close()
            queue = try DatabaseQueue(path: store.path, configuration: configuration)
        } catch {
            throw StoreError(error, path: store.path).whileWriting
        }
        inode = StoreFile.inode(of: store.path)
    }

    /// Every area that figures may be for: those of the grammar, and those that earlier files brought.
    ///
    /// - Throws: `StoreError`.
    public func codelistsWithImports() throws(StoreError) -> Codelists {
        do {
            let areas = try queue.read { database in
                try Row.fetchAll(database, sql: "SELECT id, name FROM area ORDER BY id").map {
                    Area(id: try $0.value(0), name: try $0.value(1), isHome: false)
                }
            }
            return codelists.adding(areas: areas)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Takes one file in: everything that `body` does is kept, or, when it throws, nothing.
    ///
    /// - Parameter body: gives the session the file's figures, and gives back what became of its rows.
    /// - Throws: whatever `body` throws; `StoreError`.
    public func take(_ file: ImportedFile, _ body: (ImportSession) throws -> RowCounts) throws
        -> ImportOutcome
    {
        do {
            var outcome = ImportOutcome()
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    let session = try ImportSession(database, codelists: codelists, file: file)
                    let rows = try body(session)
                    outcome = try session.finish(rows)
                    return session.hasWritten ? .commit : .rollback
                }
            }
            // Somebody built the store anew in this very moment, and the figures went into the file that it was.
            guard StoreFile.inode(of: path) == inode else { throw StoreError.builtMeanwhile(path: path) }
            return outcome
        } catch let error as DatabaseError {
            throw StoreError(error, path: path).whileWriting
        }
    }
}

extension StoreError {
    /// A store that cannot be written to need not be built.
    fileprivate var whileWriting: StoreError {
        if case .notWritable(let path) = self { .readOnly(path: path) } else { self }
    }
}
