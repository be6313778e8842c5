import Glibc
import Notation

/// Where the program keeps what it would otherwise work out anew at each start. All of it may be deleted at any time.
enum Cache {
    /// `askcsp` in the folder that XDG_CACHE_HOME names, or in `~/.cache`; made when it is not there. Nil where nothing
    /// can be kept.
    private static func folder() -> String? {
        // A relative path there is to be ignored, says the XDG Base Directory Specification.
        let named = Environment.value("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let parent = named ?? Environment.value("HOME").map({ "\($0)/.cache" }) else { return nil }
        for folder in [parent, "\(parent)/askcsp"] where mkdir(folder, 0o700) != 0 && errno != EEXIST {
            return nil
        }
        return "\(parent)/askcsp"
    }

    /// A file that is kept for some folders: one for them whatever changes in them, so that what is kept does not grow.
    /// Nil stands for what is part of the program.
    static func path(_ kind: String, for folders: String?...) -> String? {
        guard let cache = folder() else { return nil }
        var checksum = Checksum()
        for folder in folders {
            checksum.add(folder ?? "")
            guard let folder, let whole = realpath(folder, nil) else { continue }
            checksum.add(String(cString: whole))
            free(whole)
        }
        return "\(cache)/\(kind)-\(checksum.digits)"
    }

    /// Puts a file in its place whole, so that nobody ever reads half of it. Whatever goes wrong, nothing is kept.
    static func write(_ bytes: [UInt8], to path: String) {
        let new = "\(path).new-\(getpid())"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let file = Output(descriptor: descriptor, name: new)
        let isWritten = (try? file.write(bytes)) != nil
        guard close(descriptor) == 0, isWritten, rename(new, path) == 0 else {
            unlink(new)
            return
        }
    }
}
