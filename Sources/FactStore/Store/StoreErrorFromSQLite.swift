import GRDB

extension StoreError {
    /// What an error met while using the database at a path means.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        if error is RowDecodingError {
            self = .damaged(path: path)
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(path: path, reason: "\(error)")
            return
        }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: self = .damaged(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(path: path)
        case .SQLITE_READONLY: self = .notWritable(path: path)
        case .SQLITE_PERM, .SQLITE_AUTH: self = .notReadable(path: path)
        default: self = .failed(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }
}
