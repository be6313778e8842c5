import Glibc

/// The files and folders that a path may go on to, as a shell completes them.
enum FileNames {
    /// Whole paths in order, folders with a stroke at their end. Hidden ones are there once their dot was typed.
    static func beginning(with path: String) -> [String] {
        if path == "~" { return ["~/"] }
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let (folder, begun) = (String(path[..<start]), path[start...])
        let place = Folder(folder.isEmpty ? "." : folder.fromHome)
        let names = ((try? place.names()) ?? []).filter {
            $0.hasPrefix(begun) && (begun.first == "." || $0.first != ".") && $0 != "." && $0 != ".."
        }
        return names.map { folder + $0 + (Folder.exists("\(place.path)/\($0)") ? "/" : "") }
    }
}

extension String {
    /// `~/` at the start stands for the home folder.
    var fromHome: String {
        guard hasPrefix("~/"), let home = Environment.value("HOME") else { return self }
        return home + dropFirst()
    }
}
