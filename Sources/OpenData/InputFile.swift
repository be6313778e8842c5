import CMessageDigest
import Glibc

/// One file to take in: it lies in a folder, or in a zip.
public struct InputFile: Hashable, Sendable {
    /// As it is shown to people: `download.zip/2025-01/2025-01-kent-street.csv`.
    public let path: String
    /// Whether somebody named just this file, or a folder or zip that it is in.
    public let isNamed: Bool
    let place: Place

    enum Place: Hashable {
        case file(String)
        /// A member of a zip by its number.
        case member(zip: String, number: Int)
    }

    /// The files that a path stands for: itself, every file in a folder, or every member of a zip, by their names.
    /// What cannot be opened is in its place among them, so that the others can still be taken in.
    public static func found(at path: String) -> [Result<InputFile, OpenDataError>] {
        do throws(OpenDataError) {
            switch FileSystem.kind(of: path) {
            case .missing: throw .notFound(path: path)
            case .folder:
                let names = try FileSystem.files(below: path).filter(isWanted)
                guard !names.isEmpty else { throw .nothingInside(path: path) }
                return names.flatMap { inside($0, isNamed: false) }
            case .file: return inside(path, isNamed: true)
            }
        } catch {
            return [.failure(error)]
        }
    }

    private static func inside(_ path: String, isNamed: Bool) -> [Result<InputFile, OpenDataError>] {
        do throws(OpenDataError) {
            guard try FileSystem.start(of: path, count: 4) == [0x50, 0x4B, 0x03, 0x04] else {
                return [.success(InputFile(path: path, isNamed: isNamed, place: .file(path)))]
            }
            let members = try ZipFile(path: path).members()
            if let sheets = try Workbook.sheets(in: path, members: members) {
                throw .workbook(path: path, sheets: sheets)
            }
            let files = members.filter { isWanted($0.member.name) }.sorted { $0.member.name < $1.member.name }
            guard !files.isEmpty else { throw .nothingInside(path: path) }
            return files.map {
                let place = Place.member(zip: path, number: $0.number)
                return .success(InputFile(path: "\(path)/\($0.member.name)", isNamed: false, place: place))
            }
        } catch {
            return [.failure(error)]
        }
    }

    /// Of what lies about in a folder or a zip. Whoever names a file means it, whatever it is called.
    private static func isWanted(_ name: String) -> Bool {
        let last = name.split(separator: "/").last ?? ""
        let isHidden = last.hasPrefix(".") || name.split(separator: "/").contains("__MACOSX")
        let endings = [".csv", ".csv.gz", ".zip", ".xlsx", ".ods"]
        return !isHidden && endings.contains { last.lowercased().hasSuffix($0) }
    }

    /// The SHA-256 of the file as it lies there, or of a zip's member as it unpacks; 64 hexadecimal digits.
    ///
    /// - Throws: `OpenDataError`.
    public func digest() throws(OpenDataError) -> String {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        func add(_ count: Int) { nettle_sha256_update(&context, count, buffer.baseAddress) }
        switch place {
        case .file(let file):
            let descriptor = open(file, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .notReadable(path: path, reason: FileSystem.fault) }
            defer { close(descriptor) }
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count == 0 { break }
                if count > 0 {
                    add(count)
                } else if errno != EINTR {
                    throw .notReadable(path: path, reason: FileSystem.fault)
                }
            }
        case .member:
            let stream = try ByteStream(self)
            while case let count = try stream.read(into: buffer), count > 0 { add(count) }
        }
        var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, bytes.count, &bytes)
        return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
