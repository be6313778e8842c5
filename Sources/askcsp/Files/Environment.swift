import Glibc

enum Environment {
    /// Nil when it is not set, or empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Whether the locale's characters are UTF-8: the first of the three that is set decides, as in setlocale.
    static var isUTF8: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { value($0) }.first ?? ""
        let codeset = locale.lowercased().filter { $0 != "-" }
        return codeset.contains("utf8")
    }
}
