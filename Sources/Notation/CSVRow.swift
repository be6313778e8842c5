/// One field of a CSV file, unquoted, and where it stands.
public struct CSVField: Hashable, Sendable {
    public let value: String
    public let location: Location
    /// The whole line it starts in.
    public let line: String

    public init(value: String, location: Location, line: String) {
        self.value = value
        self.location = location
        self.line = line
    }

    public func problem(_ message: String) -> Problem { Problem(message, at: location, line: line) }

    /// The mistake of a field that should hold an id of Grammar/; nil when it does.
    ///
    /// - Parameter kind: what the ids are of: `crime type`.
    public func unknown(_ kind: String, among ids: [String]) -> Problem? {
        guard !ids.contains(value) else { return nil }
        return problem(
            "no \(kind) '\(value)'"
                + EditDistance.hint(to: value, among: ids, otherwise: "Grammar/ has no such \(kind)"))
    }
}

/// One record of a CSV file, with its fields by the header's names.
public struct CSVRow: Hashable, Sendable {
    /// Of the row's first character.
    public let location: Location
    public let line: String
    /// In the file's order.
    public let fields: [CSVField]
    private let columns: [String]

    init(columns: [String], fields: [CSVField], location: Location, line: String) {
        self.columns = columns
        self.fields = fields
        self.location = location
        self.line = line
    }

    /// The field of a column; an empty field at the row's start for a column that the file may leave out and does.
    public subscript(column: String) -> CSVField {
        guard let index = columns.firstIndex(of: column), index < fields.count else {
            return CSVField(value: "", location: location, line: line)
        }
        return fields[index]
    }

    public func problem(_ message: String) -> Problem { Problem(message, at: location, line: line) }
}
