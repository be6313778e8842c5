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

    /// A file in it.
    struct Entry {
        let path: String
        let bytes: [UInt8]
    }

    /// The files with one of the endings, in the order of their paths.
    /// - Throws: `CommandFailure` for what cannot be read, and where there are none.
    func files(endings: [String], isDeep: Bool) throws -> [Entry] {
        guard Folder.exists(path) else { throw CommandFailure.noFolder(path) }
        let files = try paths(endings: endings, isDeep: isDeep).map {
            try Entry(path: $0, bytes: File.bytes(of: $0))
        }
        guard !files.isEmpty else { throw CommandFailure.noFiles(folder: path, endings: endings) }
        return files
    }

    /// The texts of files.
    /// - Throws: `Problems` for every file that is not UTF-8.
    static func texts(of files: [Entry]) throws -> [TextFile] {
        var texts: [TextFile] = []
        var problems: [Problem] = []
        for file in files {
            do {
                texts.append(try TextFile(path: file.path, bytes: file.bytes))
            } catch let problem as NotUTF8 {
                problems.append(problem.problem)
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return texts
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

    /// Everything in it, by name.
    func names() throws -> [String] {
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
