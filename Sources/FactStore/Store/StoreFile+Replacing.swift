import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Puts a new file in the place of an old one without losing what is imported at that moment.
///
/// One program may build a store while another imports into the file that is there. Looking whether there are imports
/// before the build is not enough: they may come in until the new file has the name.
extension StoreFile {
    /// Gives a file this one's name.
    ///
    /// - Returns: false, with both as they were, when figures were imported into the one that is there.
    /// - Throws: `StoreError`.
    func moveIn(_ new: String) throws(StoreError) -> Bool {
        do {
            while true {
                // A link is never put over another file, as a new name is.
                if link(new, path) == 0 { return true }
                guard access(path, F_OK) == 0 else {
                    guard rename(new, path) == 0 else { throw StoreFile.error(errno, path: path) }
                    return true
                }
                if let isMoved = try moveOver(new) { return isMoved }
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Nil when the file that was there is no longer the one that has the name.
    ///
    /// An import that goes on meanwhile is waited for, and one that begins waits; it then finds that the file is
    /// another one.
    private func moveOver(_ new: String) throws -> Bool? {
        let old = StoreFile.inode(of: path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(StoreFile.patience)
        // Into a file that may only be read nothing is imported.
        configuration.readonly = access(path, W_OK) != 0
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        var isMoved: Bool? = false
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(configuration.readonly ? .deferred : .immediate) {
                guard StoreFile.inode(of: path) == old else {
                    isMoved = nil
                    return .rollback
                }
                if try !StoreFile.hasImports(database) {
                    guard rename(new, path) == 0 else { throw StoreFile.error(errno, path: path) }
                    isMoved = true
                }
                return .rollback
            }
        }
        try queue.close()
        return isMoved
    }

    /// A store of an early format has no table for them.
    ///
    /// - Throws: `DatabaseError`.
    static func hasImports(_ database: Database) throws -> Bool {
        guard try database.tableExists("import") else { return false }
        return try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM import)") ?? false
    }

    /// Tells a file from another one of the same name; 0 when there is none.
    static func inode(of path: String) -> UInt64 {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
    }
}
