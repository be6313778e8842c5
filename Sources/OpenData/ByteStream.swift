import CUnpack
import Glibc

/// The bytes of one file, unpacked as they are read. gzip is told from plain bytes by its first two.
final class ByteStream {
    /// As it is shown to people: `download.zip/2025-01/2025-01-kent-street.csv`.
    let path: String
    private let handle: Handle
    /// In bytes of the file as it lies there; of a zip's member as it unpacks.
    let size: Int

    private enum Handle {
        case file(gzFile)
        case member(unzFile)
    }

    /// - Throws: `OpenDataError`.
    init(_ file: InputFile) throws(OpenDataError) {
        path = file.path
        switch file.place {
        case .file(let path):
            guard let opened = gzopen(path, "rbe") else {
                throw .notReadable(path: file.path, reason: String(cString: strerror(errno)))
            }
            gzbuffer(opened, 1 << 18)
            var status = stat()
            size = stat(path, &status) == 0 ? Int(status.st_size) : 0
            handle = .file(opened)
        case .member(let zip, let number):
            let archive = try ZipFile(path: zip)
            guard let found = archive.opened(member: number) else { throw .damaged(path: file.path) }
            guard !found.isLocked else { throw .locked(path: file.path) }
            size = found.size
            handle = .member(archive.handle)
            archive.handOver()
        }
    }

    deinit {
        switch handle {
        case .file(let file): gzclose_r(file)
        case .member(let member):
            unzCloseCurrentFile(member)
            unzClose(member)
        }
    }

    /// How much of `size` has been read.
    var position: Int {
        switch handle {
        case .file(let file): max(0, Int(gzoffset(file)))
        case .member(let member): Int(unztell64(member))
        }
    }

    /// Fills as much of the buffer as there is left; 0 at the end.
    ///
    /// - Throws: `OpenDataError.damaged` when what is packed ends early or has been changed.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(OpenDataError) -> Int {
        let wanted = UInt32(min(buffer.count, 1 << 30))
        switch handle {
        case .file(let file):
            let count = gzread(file, buffer.baseAddress, wanted)
            if count >= 0, count == wanted || gzclearederror(file) { return Int(count) }
            throw isPacked(file) ? .damaged(path: path) : .notReadable(path: path, reason: reason(file))
        case .member(let member):
            let count = unzReadCurrentFile(member, buffer.baseAddress, wanted)
            guard count >= 0 else { throw .damaged(path: path) }
            // The check sum is looked at when the last byte has been read.
            if count == 0, Int(unztell64(member)) != size || unzCloseCurrentFile(member) != UNZ_OK {
                throw .damaged(path: path)
            }
            return Int(count)
        }
    }

    /// Whether nothing went wrong. A packed file that ends early says so here and not in what `gzread` returns.
    private func gzclearederror(_ file: gzFile) -> Bool {
        var code: Int32 = 0
        _ = gzerror(file, &code)
        return code == Z_OK || code == Z_STREAM_END
    }

    private func isPacked(_ file: gzFile) -> Bool {
        var code: Int32 = 0
        _ = gzerror(file, &code)
        return code != Z_ERRNO
    }

    private func reason(_ file: gzFile) -> String {
        var code: Int32 = 0
        return gzerror(file, &code).map { String(cString: $0) } ?? ""
    }
}
