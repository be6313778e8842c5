import Facts

/// A file that has far fewer rows for a period than the one that it would replace: it was most likely cut short.
public struct FewerRows: Error, Hashable, Sendable {
    public let source: String
    public let period: Period
    public let rowsBefore: Int
    public let rows: Int
}

extension ImportSession {
    /// A month is replaced as a whole, so that a download that broke off would silently take most of it away.
    ///
    /// Half of the rows is no correction. Where rows of the file could not be read either, nine in ten of the rows have to
    /// be there. A few rows more or less prove nothing.
    ///
    /// - Parameter bad: the rows of the file that could not be read.
    /// - Throws: `FewerRows`; `DatabaseError`.
    public func checkRows(of parts: [SourcePart], bad: Int) throws {
        for part in parts {
            guard let before = try rowsHeld(of: part), before >= ImportSession.leastRows else { continue }
            let least = bad > 0 ? before / 10 * 9 : before / 2
            guard part.rows < least else { continue }
            throw FewerRows(
                source: part.source.title, period: part.period, rowsBefore: before, rows: part.rows)
        }
    }

    private static let leastRows = 100
}
