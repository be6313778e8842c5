import Facts
import Foundation
import Notation
import OpenData
import Testing

@testable import Importing

/// What files come as: packed, in folders, broken, of another kind.
@Suite struct FileTests {
    /// Runs a program of the system's to make a file.
    private func run(_ program: String, _ arguments: [String], in folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// A zip by Python's own library: there is no zip program on every machine.
    private func zip(_ made: Made, _ name: String, _ members: [String: String]) throws -> String {
        var script = "import zipfile\nz = zipfile.ZipFile('\(name)', 'w', zipfile.ZIP_DEFLATED)\n"
        for (member, text) in members.sorted(by: { $0.key < $1.key }) {
            try made.file("member-\(member.hashValue)", text)
            script += "z.write('member-\(member.hashValue)', '\(member)')\n"
        }
        try run("/usr/bin/env", ["python3", "-c", script + "z.close()"], in: made.folder)
        for member in members.keys {
            try FileManager.default.removeItem(atPath: made.folder + "member-\(member.hashValue)")
        }
        return made.folder + name
    }

    private func text(_ rows: String...) -> String {
        ([Made.streetHeader] + rows).map { $0 + "\r\n" }.joined()
    }

    private func error(_ made: Made, _ path: String) -> String? {
        #expect(throws: OpenDataError.self) { try made.take(path) }?.description
    }

    @Test func columnsPartedBySemicolons() throws {
        let made = try Made()
        let path = try made.file("q3.csv", "measure;crime_type;area;period;value;source\n")
        let error = #expect(throws: OpenDataError.self) { try made.take(path) }
        #expect(
            error?.description
                == "\(path) cannot be read: the columns are parted by ';'; save it as comma separated CSV")
    }

    @Test func gzip() throws {
        let made = try Made()
        try made.file("street.csv", text(Made.row("Burglary")))
        try run("/bin/gzip", ["street.csv"], in: made.folder)
        try made.take(made.folder + "street.csv.gz")
        #expect(try made.figures()["burglary"] == 1)
    }

    @Test func gzipThatIsCutShort() throws {
        let made = try Made()
        let rows = (0..<2000).map { Made.row("Burglary", location: "On or near Street \($0 * 7919 % 1000)") }
        try made.file("street.csv", ([Made.streetHeader] + rows).joined(separator: "\n"))
        try run("/bin/gzip", ["street.csv"], in: made.folder)
        let whole = try Data(contentsOf: URL(filePath: made.folder + "street.csv.gz"))
        for count in [whole.count - 6, whole.count / 2, 30] {
            let path = try made.bytes("cut.csv.gz", Array(whole.prefix(count)))
            #expect(error(made, path) == "\(path) is cut short or damaged; download it again")
        }
        var changed = Array(whole)
        changed[whole.count - 5] ^= 0xFF
        let path = try made.bytes("changed.csv.gz", changed)
        #expect(error(made, path) == "\(path) is cut short or damaged; download it again")
        #expect(try made.query("SELECT count(*) FROM import") == ["0"])
    }

    @Test func aZipWithAFolderAMonth() throws {
        let made = try Made()
        let path = try zip(
            made, "download.zip",
            [
                "2025-02/2025-02-hampshire-street.csv": text(Made.row("Burglary", month: "2025-02")),
                "2025-01/2025-01-hampshire-street.csv": text(Made.row("Burglary"), Made.row("Drugs")),
                "readme.txt": "hello",
            ])
        let reports = try made.take(path)
        #expect(
            reports.map(\.file) == [
                "\(path)/2025-01/2025-01-hampshire-street.csv",
                "\(path)/2025-02/2025-02-hampshire-street.csv",
            ])
        #expect(try made.figures()["total"] == 2)
        #expect(try made.figures(from: "2025-02-01")["total"] == 1)
    }

    @Test func aZipThatIsCutShortOrChanged() throws {
        let made = try Made()
        let rows = (0..<500).map { Made.row("Burglary", location: "On or near Street \($0 * 7919 % 1000)") }
        let path = try zip(
            made, "download.zip", ["street.csv": ([Made.streetHeader] + rows).joined(separator: "\n")])
        let whole = try Data(contentsOf: URL(filePath: path))
        let cut = try made.bytes("cut.zip", Array(whole.dropLast(100)))
        #expect(error(made, cut) == "\(cut) is cut short or damaged; download it again")
        var changed = Array(whole)
        changed[whole.count / 2] ^= 0xFF
        let other = try made.bytes("changed.zip", changed)
        #expect(error(made, other) == "\(other)/street.csv is cut short or damaged; download it again")
        #expect(try made.query("SELECT count(*) FROM import") == ["0"])
    }

    @Test func aSpreadsheetIsToBeSavedAsCSV() throws {
        let made = try Made()
        let xlsx = try zip(
            made, "prc.xlsx",
            [
                "xl/workbook.xml":
                    "<workbook><sheets><sheet name=\"Notes\" id=\"1\"/><sheet name=\"2021_22\" id=\"2\"/></sheets>"
            ])
        #expect(
            error(made, xlsx)
                == "\(xlsx) is a spreadsheet; open it, save the sheet '2021_22' as \"CSV UTF-8\" and import that file"
        )
        let ods = try zip(
            made, "prc.ods",
            [
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml":
                    "<a><table:table table:name=\"2020_21\"></a><table:table table:name=\"2021_22\">",
            ])
        #expect(error(made, ods)?.contains("each of the sheets '2020_21' and '2021_22'") == true)
    }

    @Test func aFolderWithOneBrokenFile() throws {
        let made = try Made()
        try made.file("in/2025-01/a.csv", text(Made.row("Burglary")))
        try made.file("in/b.zip", "PK\u{3}\u{4} and no more")
        try made.file("in/.hidden.csv", "x")
        let found = InputFile.found(at: made.folder + "in")
        #expect(found.count == 2)
        #expect(try found[0].get().path == made.folder + "in/2025-01/a.csv")
        #expect(throws: OpenDataError.damaged(path: made.folder + "in/b.zip")) { try found[1].get() }
    }

    @Test func filesOfNoUse() throws {
        let made = try Made()
        let missing = made.folder + "missing.csv"
        #expect(error(made, missing) == "there is no file or folder '\(missing)'")
        #expect(error(made, try made.file("empty.csv", ""))?.hasSuffix("is empty; download it again") == true)
        let header = try made.file("header.csv", Made.streetHeader + "\r\n")
        #expect(error(made, header) == "\(header) has a header and no rows; download it again")
        let bytes = try made.bytes(
            "utf16.csv", Array("Crime ID,Month".utf16).flatMap { [UInt8($0 & 0xFF), 0] })
        #expect(error(made, bytes)?.contains("is not UTF-8 text") == true)
        let other = try made.file("other.csv", "name,colour\na,b\n")
        #expect(
            error(made, other)?.hasPrefix(
                "\(other) is of no kind that is known: its first line is name, colour.") == true)
        try FileManager.default.createDirectory(
            atPath: made.folder + "void", withIntermediateDirectories: true)
        #expect(error(made, made.folder + "void")?.contains("holds no file that can be taken in") == true)
    }

    @Test func aHeaderThatIsNearlyRight() throws {
        let made = try Made()
        let path = try made.file(
            "street.csv",
            text(Made.row("Burglary")).replacing("Crime type", with: "Crime typ"))
        #expect(
            error(made, path)
                == "\(path) looks like a data.police.uk street file, and column 'crime type' is missing; is it 'Crime typ'?"
        )
    }

    @Test func outcomesAreNotFigures() throws {
        let made = try Made()
        let path = try made.file(
            "outcomes.csv",
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n"
        )
        #expect(error(made, path) == "\(path) is a data.police.uk outcomes file, of which nothing is kept")
    }

    /// From FIPS 180-4 and its examples.
    @Test func digests() throws {
        let made = try Made()
        let path = try made.file("abc.csv", "abc")
        let digest = try InputFile.found(at: path)[0].get().digest()
        #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
