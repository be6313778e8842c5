import Facts
import Glibc

/// The lines asked on this terminal, kept between conversations. Oldest first, none twice.
struct HistoryFile {
    private(set) var lines: [String]
    /// The lines of this conversation; those of another one may be written to the file meanwhile.
    private var own: [String] = []
    private let path: String?
    /// Whether nobody has had a conversation here before.
    let isNew: Bool

    static let most = 1_000

    /// `askcsp/history` in the folder the XDG Base Directory Specification has for such files.
    static var standardPath: String? {
        if let folder = Environment.value("XDG_STATE_HOME"), folder.hasPrefix("/") {
            return folder + "/askcsp/history"
        }
        return Environment.value("HOME").map { $0 + "/.local/state/askcsp/history" }
    }

    /// Without a path nothing is kept.
    init(path: String?) {
        self.path = path
        let bytes = path.flatMap { try? File.bytes(of: $0) }
        isNew = bytes == nil
        lines = HistoryFile.lines(of: bytes ?? [])
    }

    /// The places that lines were taken from, in the order they are to be taken. The line is in the file at once, so
    /// that a conversation that begins now has it, and none is lost when this one is killed.
    mutating func add(_ line: String) -> [Int] {
        append(line)
        own.removeAll { $0 == line }
        own.append(line)
        var removed: [Int] = []
        if let index = lines.firstIndex(of: line) { removed.append(index) }
        lines.removeAll { $0 == line }
        lines.append(line)
        if lines.count > HistoryFile.most {
            lines.removeFirst()
            removed.append(0)
        }
        return removed
    }

    /// What goes wrong is said once, by `save`.
    private func append(_ line: String) {
        guard let path, let descriptor = try? HistoryFile.locked(path, O_APPEND) else { return }
        defer { close(descriptor) }
        try? Output(descriptor: descriptor, name: path).write(line + "\n")
    }

    /// Open, and nobody else's until it is closed.
    private static func locked(_ path: String, _ flags: Int32 = 0) throws -> Int32 {
        makeFolders(above: path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | flags, 0o600)
        guard descriptor >= 0 else { throw CommandFailure.unwritable(path, reason: Fault.last) }
        flock(descriptor, LOCK_EX)
        return descriptor
    }

    /// Adds this conversation's lines to what the file holds by now, none twice. The file is the owner's alone.
    func save() throws {
        guard let path else { return }
        let descriptor = try HistoryFile.locked(path)
        defer { close(descriptor) }
        var kept = HistoryFile.lines(of: File.bytes(from: descriptor) ?? [])
        kept.removeAll(where: Set(own).contains)
        let text = (kept + own).suffix(HistoryFile.most).map { $0 + "\n" }.joined()
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            fchmod(descriptor, 0o600)
            ftruncate(descriptor, 0)
            lseek(descriptor, 0, SEEK_SET)
        }
        try Output(descriptor: descriptor, name: path).write(text)
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        return lines.reversed().distinct.prefix(most).reversed()
    }

    /// Those that are missing, for the owner alone.
    private static func makeFolders(above path: String) {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
    }
}
