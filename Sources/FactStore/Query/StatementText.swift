import GRDB

/// A statement as it can be pasted into the `sqlite3` shell.
enum StatementText {
    /// Each `?` in turn replaced by a value. No statement of ours has a `?` inside quotes.
    static func filled(_ sql: String, with arguments: [any DatabaseValueConvertible]) -> String {
        var rest = arguments[...]
        let text = sql.reduce(into: "") { text, character in
            if character == "?", let value = rest.popFirst() {
                text += literal(value.databaseValue)
            } else {
                text.append(character)
            }
        }
        return text + ";"
    }

    private static func literal(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: "NULL"
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text):
            "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        case .blob(let bytes):
            "X'" + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "'"
        }
    }
}
