import Notation
import Testing

@Suite struct CSVTests {
    private func read(_ text: String, columns: [String], optional: [String] = []) -> (
        rows: [[String]], problems: String
    ) {
        var problems: [Problem] = []
        let rows = CSVReader(columns: columns, optional: optional)
            .read(TextFile(path: "f.csv", text: text), problems: &problems)
        return (rows.map { $0.fields.map(\.value) }, Problems(problems).description)
    }

    @Test func quotedFieldsHoldCommasQuotesAndLineEnds() {
        let (rows, problems) = read("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n,\"\"\nz,\n", columns: ["a", "b"])
        #expect(rows == [["x, \"y\"", "1\n2"], ["z", ""]])
        #expect(problems == "")
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func linesEndInAnyOfThreeWays(end: String) {
        let (rows, problems) = read(
            "\u{FEFF}a,b" + end + "1,2" + end + end + "3,\"4" + end + "5\"", columns: ["a", "b"])
        #expect(rows == [["1", "2"], ["3", "4" + end + "5"]])
        #expect(problems == "")
    }

    @Test func columnsComeInAnyOrderAndSomeMayBeLeftOut() throws {
        var problems: [Problem] = []
        let file = TextFile(path: "f.csv", text: "b,a\n2,1\n")
        let row = try #require(
            CSVReader(columns: ["a", "b"], optional: ["c"]).read(file, problems: &problems).first)
        #expect(row["a"].value == "1")
        #expect(row["a"].location == Location(path: "f.csv", line: 2, column: 3))
        #expect(row["b"].value == "2")
        #expect(row["c"].value == "")
        #expect(problems.isEmpty)
    }

    @Test func locationsCountCharactersAndPhysicalLines() {
        var problems: [Problem] = []
        let file = TextFile(path: "f.csv", text: "a,b\n\"é\nx\",£\n1,2\n")
        let rows = CSVReader(columns: ["a", "b"]).read(file, problems: &problems)
        #expect(rows.map { $0["b"].location.line } == [3, 4])
        #expect(rows[0]["b"].location.column == 4)
        #expect(rows[0]["b"].line == "x\",£")
    }

    @Test func everyMistakeIsReportedAtItsPlace() {
        let text = "a,b\n1\n1,2,3\nx\"y,2\n\"x\"y,2\n5,\"6\n7,8\n"
        #expect(
            read(text, columns: ["a", "b"]).problems == """
                f.csv:2:1: 1 field in a file of 2 columns
                    1
                    ^
                f.csv:3:1: 3 fields in a file of 2 columns; a text with a comma in it needs quotes
                    1,2,3
                    ^
                f.csv:4:2: a '"' inside a field; put quotes around the whole field and double this one
                    x"y,2
                     ^
                f.csv:5:4: text after a closing quote; double a quote that is meant
                    "x"y,2
                       ^
                f.csv:6:3: this quote is never closed
                    5,"6
                      ^
                """)
    }

    @Test func headersAreCheckedBeforeRows() {
        #expect(
            read("perod,value,value,xyz\n1\n", columns: ["period", "value", "source"]).problems == """
                f.csv:1:1: column 'source' is missing
                    perod,value,value,xyz
                    ^
                f.csv:1:1: no column 'perod'; did you mean 'period'?
                    perod,value,value,xyz
                    ^
                f.csv:1:13: column 'value' is there twice
                    perod,value,value,xyz
                                ^
                f.csv:1:19: no column 'xyz'; the columns are period,value,source
                    perod,value,value,xyz
                                      ^
                """)
        #expect(
            read("", columns: ["a", "b"]).problems
                == "f.csv:1:1: no header; the first line names the columns: a,b")
    }

    /// Whatever is written after RFC 4180 is read back the same, cell for cell.
    @Test(arguments: 0..<50) func whatIsWrittenIsReadBack(seed: UInt64) {
        var random = Seeded(state: seed)
        let alphabet = ["a", "B", ",", "\"", "\n", "\r\n", "\r", " ", "é", "’", "#", ";", "👮‍♂️"]
        let ends = ["\n", "\r\n"]
        let width = Int.random(in: 1...4, using: &random)
        let columns = (0..<width).map { "c\($0)" }
        let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            ["x"]
                + (1..<max(width, 1)).map { _ in
                    (0..<Int.random(in: 0...5, using: &random)).map { _ in
                        alphabet.randomElement(using: &random) ?? ""
                    }.joined()
                }
        }
        let end = ends[Int(seed % 2)]
        let text = ([columns] + rows).map { $0.map(written).joined(separator: ",") + end }.joined()
        let (read, problems) = read(text, columns: columns)
        #expect(read == rows)
        #expect(problems == "")
    }

    private func written(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { ",\"\r\n".utf8.contains($0) }
        guard needsQuotes else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}

/// The same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
