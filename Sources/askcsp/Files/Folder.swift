import Glibc
import Notation

/// A folder of text files.
struct Folder {
    let path: String

    /// Trailing slashes are left out, so that paths below it read well.
    init(_ path: String) {
        var path = path
        while path.count > 1, path.last == "/" { path.removeLast() }
        self.path = path
    }

    static func exists(_ path: String) -> Bool { mode(of: path) == S_IFDIR }

    /// The files with one of the endings, in the order of their paths.
    /// - Throws: `Problems` for every file that is not UTF-8; `CommandFailure` for what cannot be read at all.
    func textFiles(endings: [String], isDeep: Bool) throws -> [TextFile] {
        guard Folder.exists(path) else { throw CommandFailure.noFolder(path) }
        var files: [TextFile] = []
        var problems: [Problem] = []
        for path in try paths(endings: endings, isDeep: isDeep) {
            do {
                files.append(try TextFile(path: path, bytes: File.bytes(of: path)))
            } catch let problem as NotUTF8 {
                problems.append(problem.problem)
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        guard !files.isEmpty else { throw CommandFailure.noFiles(folder: path, endings: endings) }
        return files
    }

    /// Names that start with a dot are left out: editors and the system keep their own files under them.
    private func paths(endings: [String], isDeep: Bool) throws -> [String] {
        var paths: [String] = []
        for name in try names() where !name.hasPrefix(".") {
            let path = "\(path)/\(name)"
            if Folder.exists(path) {
                if isDeep { paths += try Folder(path).paths(endings: endings, isDeep: true) }
            } else if endings.contains(where: { name.hasSuffix($0) }) {
                paths.append(path)
            }
        }
        return paths
    }

    private func names() throws -> [String] {
        guard let entries = opendir(path) else {
            throw CommandFailure.unreadable(path, reason: Fault.last)
        }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names.sorted()
    }

    private static func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
