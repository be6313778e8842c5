import Glibc

/// The store that files are imported into when no option names one, and that is asked from then on:
/// `askcsp/store.sqlite` below `$XDG_DATA_HOME`, or else below `~/.local/share`.
enum DefaultStore {
    /// Nil until something has been imported.
    static var existing: String? { path.flatMap { access($0, F_OK) == 0 ? $0 : nil } }

    /// Its path, with the folders that lead there made.
    static func made() throws -> String {
        guard let path else { throw CommandFailure.noHomeForStore }
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            guard mkdir(folder, 0o755) != 0, errno != EEXIST, errno != EISDIR else { continue }
            // Somebody else's folder may say so before it says that it is there.
            if !Folder.exists(folder) { throw CommandFailure.unwritable(folder, reason: Fault.last) }
        }
        return path
    }

    /// The specification ignores a relative XDG_DATA_HOME.
    private static var path: String? {
        let named = Environment.value("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (named ?? Environment.value("HOME").map { "\($0)/.local/share" }).map {
            "\($0)/askcsp/store.sqlite"
        }
    }
}
