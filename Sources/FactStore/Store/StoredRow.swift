import GRDB

extension Row {
    /// A column by its place in the statement. GRDB's subscript stops the program at a value of another type; a
    /// damaged store is an error to report.
    ///
    /// - Throws: `RowDecodingError`.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws -> Value {
        try decode(Value.self, atIndex: index)
    }
}
