/// Where something stands in a text file. Line and column count from 1; columns count characters.
public struct Location: Hashable, Comparable, Sendable {
    public let path: String
    public let line: Int
    public let column: Int

    public init(path: String, line: Int, column: Int) {
        self.path = path
        self.line = line
        self.column = column
    }

    public static func < (left: Location, right: Location) -> Bool {
        (left.path, left.line, left.column) < (right.path, right.line, right.column)
    }
}

/// A mistake in a file, shown the way a compiler shows one:
///
///     Grammar/words/crime-types.txt:3:5: no key 'nmae' in a crime type; did you mean 'name'?
///         nmae: drug offences
///         ^
public struct Problem: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let location: Location
    public let message: String
    /// The whole line the mistake stands in.
    public let line: String

    public init(_ message: String, at location: Location, line: String) {
        self.message = message
        self.location = location
        self.line = line
    }

    public static func < (left: Problem, right: Problem) -> Bool {
        (left.location, left.message) < (right.location, right.message)
    }

    public var description: String {
        let start = "\(location.path):\(location.line):\(location.column): \(message)"
        guard !line.isEmpty else { return start }
        // A tab before the caret keeps it under its column whatever the width of tabs.
        let indent = String(line.prefix(location.column - 1).map { $0 == "\t" ? "\t" : " " })
        return "\(start)\n    \(line)\n    \(indent)^"
    }
}

/// Every mistake found in one run, in the order of the files.
public struct Problems: Error, Hashable, Sendable, CustomStringConvertible {
    public let all: [Problem]

    public init(_ problems: [Problem]) { all = problems.sorted() }

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
