/// Spreadsheets are zip files of XML. They are not read; it is only said which sheet to save.
enum Workbook {
    /// The names of the sheets that hold figures, or nil when the zip is no spreadsheet.
    static func sheets(
        in path: String, members: [(number: Int, member: ZipFile.Member)]
    ) throws(OpenDataError) -> [String]? {
        func number(_ name: String) -> Int? { members.first { $0.member.name == name }?.number }
        if let book = number("xl/workbook.xml") {
            return try names(in: path, book, after: "<sheet name=\"")
        }
        if number("mimetype") != nil, let content = number("content.xml") {
            return try names(in: path, content, after: "<table:table table:name=\"")
        }
        return nil
    }

    /// Texts between a mark and the next quote, notes and contents left out; all of them when only those are left.
    private static func names(
        in path: String, _ number: Int, after mark: String
    ) throws(OpenDataError) -> [String] {
        let file = InputFile(path: path, isNamed: true, place: .member(zip: path, number: number))
        let stream = try ByteStream(file)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        var names: [String] = []
        var name: [UInt8]?
        let mark = Array(mark.utf8)
        var matched = 0
        while case let count = try stream.read(into: buffer), count > 0 {
            for byte in buffer[..<count] {
                if name != nil {
                    if byte == UInt8(ascii: "\"") {
                        names.append(String(decoding: name ?? [], as: UTF8.self))
                        name = nil
                    } else {
                        name?.append(byte)
                    }
                } else if byte == mark[matched] {
                    matched += 1
                    if matched == mark.count { (name, matched) = ([], 0) }
                } else {
                    matched = byte == mark[0] ? 1 : 0
                }
            }
        }
        let figures = names.filter { $0.contains(where: \.isNumber) }
        return figures.isEmpty ? names : figures
    }
}
