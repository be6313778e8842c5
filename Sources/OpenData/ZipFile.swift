import CUnpack

/// A zip file and what is in it.
final class ZipFile {
    let path: String
    let handle: unzFile
    private var isOurs = true

    struct Member: Hashable {
        /// With its folders: `2025-01/2025-01-kent-street.csv`.
        let name: String
        let size: Int
        let isLocked: Bool
    }

    /// - Throws: `OpenDataError.damaged` when it has no list of its members: a download that was cut short.
    init(path: String) throws(OpenDataError) {
        guard let handle = unzOpen64(path) else { throw .damaged(path: path) }
        self.path = path
        self.handle = handle
    }

    deinit { if isOurs { unzClose(handle) } }

    /// From here on somebody else closes the handle.
    func handOver() { isOurs = false }

    /// Every member, folders left out, with its number.
    ///
    /// - Throws: `OpenDataError.damaged`.
    func members() throws(OpenDataError) -> [(number: Int, member: Member)] {
        var members: [(Int, Member)] = []
        var number = 0
        var status = unzGoToFirstFile(handle)
        while status == UNZ_OK {
            guard let member = current() else { throw .damaged(path: path) }
            if !member.name.hasSuffix("/") { members.append((number, member)) }
            number += 1
            status = unzGoToNextFile(handle)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE || number == 0 else { throw .damaged(path: path) }
        return members
    }

    /// Ready to be read; nil when there is no such member, or it is packed in a way that cannot be undone.
    func opened(member number: Int) -> Member? {
        var status = unzGoToFirstFile(handle)
        for _ in 0..<number where status == UNZ_OK { status = unzGoToNextFile(handle) }
        guard status == UNZ_OK, let member = current() else { return nil }
        guard !member.isLocked else { return member }
        return unzOpenCurrentFile(handle) == UNZ_OK ? member : nil
    }

    private func current() -> Member? {
        var info = unz_file_info64()
        var name = [CChar](repeating: 0, count: 4096)
        let status = unzGetCurrentFileInfo64(handle, &info, &name, UInt(name.count - 1), nil, 0, nil, 0)
        guard status == UNZ_OK else { return nil }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return Member(
            name: String(decoding: bytes, as: UTF8.self), size: Int(info.uncompressed_size),
            isLocked: info.flag & 1 == 1)
    }
}
