/// What parts the columns of a table that was saved with something else than commas: a spreadsheet set up for another
/// country writes semicolons, and "text" has tabs.
public enum ColumnSeparator: Character, Hashable, Sendable, CaseIterable {
    case semicolon = ";"
    case tab = "\t"

    /// Nil when the header's fields, as commas part them, hold no more of either than there are fields.
    ///
    /// `measure;crime_type;area` is one field with two semicolons.
    public init?(dividing header: [String]) {
        func count(_ separator: ColumnSeparator) -> Int {
            header.reduce(0) { $0 + $1.count { $0 == separator.rawValue } }
        }
        guard let found = ColumnSeparator.allCases.first(where: { count($0) >= max(1, header.count) }) else {
            return nil
        }
        self = found
    }

    /// What is wrong and what to do about it.
    public var advice: String {
        let name = self == .tab ? "tabs" : "'\(rawValue)'"
        return "the columns are parted by \(name); save it as comma separated CSV"
    }
}
