import Notation

/// Why a file was not taken in. What to do about each is said here and nowhere else.
public enum OpenDataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file or folder.
    case notFound(path: String)
    /// The file is there and cannot be read, in the system's words.
    case notReadable(path: String, reason: String)
    /// A folder or a zip with no file in it that could be looked at.
    case nothingInside(path: String)
    case empty(path: String)
    /// A zip or gzip file that ends too early, or whose check sums do not match.
    case damaged(path: String)
    /// A zip member that is locked with a password.
    case locked(path: String)
    /// The sheets are those that look like data, in the workbook's order.
    case workbook(path: String, sheets: [String])
    /// UTF-16, an image, a PDF.
    case notText(path: String)
    /// A header of no known kind, with its columns.
    case unknownHeader(path: String, columns: [String])
    /// A header whose columns something else than commas parts.
    case notCommas(path: String, ColumnSeparator)
    /// Nearly a header of a known kind.
    case wrongHeader(path: String, kind: FileKind, missing: String, hint: String?)
    /// A kind of file that has no figures that are kept.
    case notKept(path: String, kind: FileKind)
    /// A header and nothing below it.
    case noRows(path: String)

    /// The file or folder that it is about.
    public var path: String {
        switch self {
        case .notFound(let path), .notReadable(let path, _), .nothingInside(let path), .empty(let path),
            .damaged(let path), .locked(let path), .workbook(let path, _), .notText(let path),
            .unknownHeader(let path, _), .notCommas(let path, _),
            .wrongHeader(let path, _, _, _), .notKept(let path, _),
            .noRows(let path):
            path
        }
    }

    public var description: String {
        switch self {
        case .notFound(let path): "there is no file or folder '\(path)'"
        case .notReadable(let path, let reason): "\(path) could not be read: \(reason)"
        case .nothingInside(let path):
            "\(path) holds no file that can be taken in; they are .csv, .csv.gz and .zip"
        case .empty(let path): "\(path) is empty; download it again"
        case .damaged(let path): "\(path) is cut short or damaged; download it again"
        case .locked(let path): "\(path) is locked with a password; unpack it and name the files in it"
        case .workbook(let path, let sheets):
            "\(path) is a spreadsheet; open it, save \(OpenDataError.naming(sheets)) as \"CSV UTF-8\" and "
                + "import that file"
        case .notText(let path): "\(path) is not UTF-8 text; save it as \"CSV UTF-8\""
        case .unknownHeader(let path, let columns):
            "\(path) is of no kind that is known: its first line is \(OpenDataError.quoted(columns)). Known are "
                + FileKind.allCases.filter(\.isKept).map(\.name).joined(separator: "; ")
        case .notCommas(let path, let separator): "\(path) cannot be read: \(separator.advice)"
        case .wrongHeader(let path, let kind, let missing, let hint):
            "\(path) looks like \(kind.name), and column '\(missing)' is missing"
                + (hint.map { "; is it '\($0)'?" } ?? "")
        case .notKept(let path, let kind): "\(path) is \(kind.name), of which nothing is kept"
        case .noRows(let path): "\(path) has a header and no rows; download it again"
        }
    }

    private static func naming(_ sheets: [String]) -> String {
        guard let last = sheets.last else { return "the sheet with the figures" }
        let quoted = sheets.map { "'\($0)'" }
        return quoted.count == 1
            ? "the sheet '\(last)'"
            : "each of the sheets \(quoted.dropLast().joined(separator: ", ")) and '\(last)'"
    }

    private static func quoted(_ columns: [String]) -> String {
        let shown = columns.prefix(6).map { $0.isEmpty ? "(empty)" : $0 }.joined(separator: ", ")
        return columns.count > 6 ? "\(shown) ..." : shown
    }
}
