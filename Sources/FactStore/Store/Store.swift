import Facts
import GRDB
import Notation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The facts, in SQLite: built from Data/, never edited, and only ever read once it is open.
public final class Store: Sendable {
    let queue: DatabaseQueue
    let codelists: Codelists
    /// As shown to people in an error.
    let path: String

    private init(queue: DatabaseQueue, codelists: Codelists, path: String) {
        self.queue = queue
        self.codelists = codelists
        self.path = path
    }

    /// Opens a store that holds just what the data and codelists say.
    ///
    /// In memory it is built each time; so it is where a file was only to be kept for the next time and cannot be
    /// used. Any other file is built when it is missing, of an earlier format, or built from anything else than these
    /// files and codelists; it is then replaced whole, and a build that fails leaves the old file as it was. One
    /// that figures were imported into is never replaced, and a file that is not a store is never overwritten.
    ///
    /// - Throws: `Problems` with every mistake in the data; `StoreError` when the store cannot be used.
    public static func open(_ location: StoreLocation, data: [TextFile], codelists: Codelists) throws -> Store
    {
        let fingerprint = Fingerprint.of(data, codelists: codelists)
        switch location {
        case .memory:
            let build = StoreBuild(
                data: try DataFiles(data, codelists: codelists), codelists: codelists,
                fingerprint: fingerprint)
            let path = ":memory:"
            do {
                let queue = try DatabaseQueue()
                try queue.write(build.run)
                return Store(queue: queue, codelists: codelists, path: path)
            } catch {
                throw StoreError(error, path: path)
            }
        case .kept(let path):
            if let store = try? open(.file(path), data: data, codelists: codelists) { return store }
            unlink(path)
            return try (try? open(.file(path), data: data, codelists: codelists))
                ?? open(.memory, data: data, codelists: codelists)
        case .file(let path):
            let file = try StoreFile(path: path)
            var hasImports = false
            if try file.exists() {
                try file.recover()
                switch try state(of: file, fingerprint: fingerprint) {
                case .current(let queue): return Store(queue: queue, codelists: codelists, path: file.path)
                case .outOfDate(let imports): hasImports = imports
                }
            }
            let build = StoreBuild(
                data: try DataFiles(data, codelists: codelists), codelists: codelists,
                fingerprint: fingerprint)
            // Somebody may import a file while this one is built; it is then changed in place all the same.
            if !hasImports { hasImports = try !file.replace(build.run) }
            if hasImports { try file.change(build.refresh) }
            return Store(queue: try opened(file), codelists: codelists, path: file.path)
        }
    }

    enum State {
        case current(DatabaseQueue)
        /// Built from other data. Imports in it have to outlive a new build.
        case outOfDate(hasImports: Bool)
    }

    static func state(of file: StoreFile, fingerprint: String) throws(StoreError) -> State {
        let queue = try opened(file)
        do {
            let meta = try queue.unsafeRead { database in
                try Row.fetchAll(database, sql: "SELECT key, value FROM meta").reduce(
                    into: [String: String]()
                ) {
                    $0[$1["key"]] = $1["value"]
                }
            }
            guard let format = meta["format"].flatMap({ Int($0) }) else {
                throw StoreError.damaged(path: file.path)
            }
            guard format <= StoreSchema.format else {
                throw StoreError.laterFormat(path: file.path, found: format, known: StoreSchema.format)
            }
            if format == StoreSchema.format, meta["fingerprint"] == fingerprint { return .current(queue) }
            let hasImports = try queue.unsafeRead(StoreFile.hasImports)
            try queue.close()
            guard format == StoreSchema.format || !hasImports else {
                throw StoreError.earlierFormat(path: file.path, found: format, known: StoreSchema.format)
            }
            return .outOfDate(hasImports: hasImports)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            // The file says that it is ours and has no such table.
            throw StoreError.damaged(path: file.path)
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// Read-only, in one read transaction that lasts until there is a rest: SQLite then takes no lock for each
    /// question, and the file does not change under it.
    private static func opened(_ file: StoreFile) throws(StoreError) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(StoreFile.patience)
        do {
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            try queue.unsafeRead { try $0.execute(sql: "BEGIN DEFERRED TRANSACTION") }
            return queue
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// Lets go of the file, so that another program may write to it.
    ///
    /// - Throws: `DatabaseError`.
    func close() throws { try queue.close() }

    /// How many figures are held.
    ///
    /// - Throws: `StoreError`.
    public var observationCount: Int {
        get throws(StoreError) {
            try reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM observation") ?? 0 }
        }
    }

    /// Ends a statement that runs on another thread; whoever waits for it gets an error.
    public func interrupt() { queue.interrupt() }

    /// Lets another program write to the file until the next question. For a pause that may be long: somebody
    /// thinks about what to ask.
    ///
    /// - Throws: `StoreError`.
    public func rest() throws(StoreError) {
        do {
            try queue.unsafeRead { if $0.isInsideTransaction { try $0.execute(sql: "COMMIT") } }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try queue.unsafeRead { database in
                // A store in memory is its only program's own.
                if queue.configuration.readonly, !database.isInsideTransaction {
                    try database.execute(sql: "BEGIN DEFERRED TRANSACTION")
                }
                return try body(database)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
