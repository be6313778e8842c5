import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A store's file: told apart from other files, and replaced whole.
struct StoreFile {
    /// With links followed, so that replacing a link's file leaves the link.
    let path: String

    /// - Throws: `StoreError` when it names no file, or one in no folder.
    init(path: String) throws(StoreError) {
        guard !path.isEmpty else { throw .noName }
        self.path = try StoreFile.resolved(path)
        var status = stat()
        guard stat(self.path, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else {
            throw .isFolder(path: self.path)
        }
    }

    /// Whether there is a store of ours.
    ///
    /// - Throws: `StoreError` when something else is there, or cannot be read.
    func exists() throws(StoreError) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw .notReadable(path: path) }
            return false
        }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &header, header.count)
        guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)),
            StoreFile.bigEndian(header[68..<72]) == StoreSchema.applicationID
        else { throw .notAStore(path: path) }
        return true
    }

    /// Seconds to wait for another program that is writing.
    static let patience = 5.0

    /// Undoes what a program that was stopped in the middle of writing has left half done. SQLite does that when
    /// the file is next opened to be written to; whoever answers opens it to be read alone.
    ///
    /// - Throws: `StoreError`.
    func recover() throws(StoreError) {
        guard access(path + "-journal", F_OK) == 0 else { return }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(StoreFile.patience)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM meta") }
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Changes the file in one transaction.
    ///
    /// - Throws: `StoreError`.
    func change(_ body: (Database) throws -> Void) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(StoreFile.patience)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    try body(database)
                    return .commit
                }
            }
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Builds a new file beside the old one and puts it in its place in one step. Whatever goes wrong, the old
    /// file stays as it was; two programs that do this at once both succeed.
    ///
    /// - Returns: false, with the old file as it was, when figures were imported into it.
    /// - Throws: `StoreError`.
    func replace(_ build: (Database) throws -> Void) throws(StoreError) -> Bool {
        let new = "\(path).new-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        let descriptor = open(new, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw StoreFile.error(errno, path: path) }
        defer {
            close(descriptor)
            // After a success there is nothing left to remove under this name.
            unlink(new)
        }
        do {
            var configuration = Configuration()
            // Nobody else sees this file, and it is thrown away when anything fails: no journal is needed.
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            }
            let queue = try DatabaseQueue(path: new, configuration: configuration)
            try queue.write(build)
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
        guard fsync(descriptor) == 0 else { throw StoreFile.error(errno, path: path) }
        let isReplaced = try moveIn(new)
        if isReplaced { syncFolder() }
        return isReplaced
    }

    /// Makes the new name last, where the system can; the file itself is on disk already.
    private func syncFolder() {
        let folder = open(StoreFile.parts(path).folder, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    static func error(_ code: Int32, path: String) -> StoreError {
        switch code {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case ENOENT, ENOTDIR: .noFolder(path: path)
        case EACCES, EPERM, EROFS: .notWritable(path: path)
        case let code: .failed(path: path, reason: String(cString: strerror(code)))
        }
    }

    private static func resolved(_ path: String) throws(StoreError) -> String {
        if let whole = realPath(path) { return whole }
        let parts = parts(path)
        guard !parts.name.isEmpty, let folder = realPath(parts.folder) else { throw .noFolder(path: path) }
        return folder == "/" ? "/\(parts.name)" : "\(folder)/\(parts.name)"
    }

    private static func parts(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
