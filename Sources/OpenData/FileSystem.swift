import Glibc

/// Looking at files and folders through the system's own calls.
enum FileSystem {
    enum Kind { case missing, file, folder }

    static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// What the system says of the call that failed last: `Permission denied`.
    static var fault: String { String(cString: strerror(errno)) }

    /// The first bytes of a file; fewer when it has no more.
    static func start(of path: String, count: Int) throws(OpenDataError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .notReadable(path: path, reason: fault) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let found = read(descriptor, &bytes, count)
        guard found >= 0 else { throw .notReadable(path: path, reason: fault) }
        return Array(bytes.prefix(found))
    }

    /// Every file in a folder and the folders in it, in the order of their paths. Names that start with a dot are
    /// left out: the system keeps its own files under them.
    static func files(below folder: String) throws(OpenDataError) -> [String] {
        guard let entries = opendir(folder) else { throw .notReadable(path: folder, reason: fault) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        closedir(entries)
        var paths: [String] = []
        for name in names.sorted() {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            switch kind(of: path) {
            case .folder: paths += try files(below: path)
            case .file: paths.append(path)
            case .missing: break
            }
        }
        return paths
    }
}
