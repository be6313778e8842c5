import Language
import Notation

/// Something compiled that is kept from run to run.
///
/// The file begins with two checksums: of what it was compiled from, and of the compiled text after them. It is current
/// when the first is that of the origin as it is now; it is whole when the second is right. Any other file is replaced.
struct KeptText: Sendable {
    /// Nil where nothing can be kept.
    let path: String?

    /// The text, for as long as the program runs; nil when it is not there, not current or not whole.
    func text(from origin: Checksum) -> UnsafeRawBufferPointer? {
        guard let path, let kept = File.mapped(path) else { return nil }
        let width = origin.digits.utf8.count
        guard kept.count > 2 * width else { return nil }
        let text = UnsafeRawBufferPointer(rebasing: kept[(2 * width)...])
        return kept.starts(with: (origin.digits + Checksum.of(text).digits).utf8) ? text : nil
    }

    func keep(_ text: [UInt8], from origin: Checksum) {
        guard let path else { return }
        let digits = origin.digits + text.withUnsafeBytes(Checksum.of).digits
        Cache.write(Array(digits.utf8) + text, to: path)
    }
}
