import Glibc
import Language
import Notation

/// The compiled grammar of a folder, kept from run to run.
///
/// The file begins with two checksums: of what it was compiled from, and of the compiled text after them. It is current
/// when the first is that of the folder's files as they are now and of this program; it is whole when the second is
/// right. Any other file is replaced.
enum KeptGrammar {
    /// - Throws: `Problems` with every mistake in the files; `CommandFailure` for what cannot be read.
    static func compiled(_ folder: Folder) throws -> CompiledGrammar {
        let files = try folder.files(endings: [".txt"], isDeep: true)
        let origin = checksum(of: files)
        let path = Cache.path("grammar", for: folder.path)
        if let path, let kept = File.mapped(path), let text = text(in: kept, from: origin) {
            return CompiledGrammar(lasting: text)
        }
        let grammar = try CompiledGrammar(files: Folder.texts(of: files))
        if let path {
            let text = grammar.text
            Cache.write(
                Array((origin.digits + text.withUnsafeBytes(Checksum.of).digits).utf8) + text, to: path)
        }
        return grammar
    }

    private static func text(in kept: UnsafeRawBufferPointer, from origin: Checksum)
        -> UnsafeRawBufferPointer?
    {
        let width = origin.digits.utf8.count
        guard kept.count > 2 * width else { return nil }
        let text = UnsafeRawBufferPointer(rebasing: kept[(2 * width)...])
        let digits = origin.digits + Checksum.of(text).digits
        return kept.starts(with: digits.utf8) ? text : nil
    }

    /// Of the program too: another one may number slots and words differently.
    private static func checksum(of files: [Folder.Entry]) -> Checksum {
        var checksum = Checksum()
        var program = stat()
        stat("/proc/self/exe", &program)
        for number in [program.st_size, program.st_mtim.tv_sec, program.st_mtim.tv_nsec] {
            checksum.add(UInt64(truncatingIfNeeded: number))
        }
        for file in files {
            checksum.add(file.path)
            file.bytes.withUnsafeBytes { checksum.add($0) }
        }
        return checksum
    }
}
