import Foundation
import Glibc
import Testing

/// `import` and `sources`, by the built program.
struct ImportTests {
    private static let header = """
        Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,\
        Last outcome category,Context
        """

    private static func row(_ type: String, month: String = "2025-01") -> String {
        "a1,\(month),Hampshire Constabulary,Hampshire Constabulary,-1.3,51.0,On or near Mill Lane,E01,"
            + "Winchester 001A,\(type),Under investigation,"
    }

    private static func street(_ rows: [String]) -> String {
        ([header] + rows).map { $0 + "\r\n" }.joined()
    }

    /// A folder with a street file, which is also where the store goes when none is named.
    private func scratch(_ rows: [String] = [row("Burglary"), row("Burglary"), row("Drugs")]) throws
        -> Scratch
    {
        let scratch = try Scratch()
        try scratch.write(ImportTests.street(rows), to: "street.csv")
        return scratch
    }

    private func run(_ scratch: Scratch, _ arguments: String...) throws -> Askcsp.Run {
        try Askcsp.run(
            arguments + ["--today", "2026-01-10"], bytes: [],
            environment: ["XDG_DATA_HOME": scratch.path("share")], folder: scratch.path)
    }

    @Test func withoutAStoreItIsTheOneThatIsAskedFromThenOn() throws {
        let scratch = try scratch()
        #expect(try run(scratch, "burglary, recorded crime, January 2025").status == 1)
        let imported = try run(scratch, "import", "street.csv")
        let store = scratch.path("share/askcsp/store.sqlite")
        #expect(
            imported.output == """
                street.csv: 3 rows read, 3 kept, 0 without district, 0 outside the area; 30 figures added, 0 replaced
                Store: \(store)

                """)
        #expect(imported.status == 0 && imported.errors.isEmpty)
        let answer = try run(scratch, "burglary, recorded crime, January 2025")
        #expect(answer.status == 0 && answer.output.contains("was 2 offences in January 2025"))
        // What the strategy says is held beside it.
        #expect(try run(scratch, "public order Q2").output.contains("28.9%"))
        #expect(
            try run(
                scratch, "burglary, recorded crime, January 2025", "--store", scratch.path("other.sqlite")
            )
            .status == 1)
    }

    @Test func withoutXDGDataHomeItIsInTheHomeFolder() throws {
        let scratch = try scratch()
        _ = try Askcsp.run(
            ["import", "street.csv"], bytes: [], environment: ["HOME": scratch.path], folder: scratch.path)
        #expect(FileManager.default.fileExists(atPath: scratch.path(".local/share/askcsp/store.sqlite")))
        let none = try Askcsp.run(
            ["import", "street.csv"], bytes: [], environment: ["HOME": ""], folder: scratch.path)
        #expect(none.status == 2 && none.errors.contains("name one with --store"))
    }

    @Test func aFileThatIsNotTakenInIsStatusOne() throws {
        let scratch = try scratch([ImportTests.row("Burglary"), ImportTests.row("Piracy")])
        let refused = try run(scratch, "import", "street.csv")
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(refused.errors.contains("street.csv:3:"))
        #expect(refused.errors.contains("street.csv: 1 bad row; nothing of the file was taken in."))
        let skipped = try run(scratch, "import", "--skip-bad-rows", "street.csv", "missing.csv")
        #expect(skipped.status == 1)
        #expect(skipped.output.hasPrefix("street.csv: 2 rows read, 1 kept"))
        #expect(skipped.errors.contains("there is no file or folder 'missing.csv'"))
        let strict = try run(scratch, "import", "--strict", "street.csv")
        #expect(strict.status == 1)
    }

    @Test func aStoreThatCannotBeUsedIsStatusTwo() throws {
        let scratch = try scratch()
        #expect(try run(scratch, "import", "street.csv", "--store", "/proc/store.sqlite").status == 2)
        try scratch.write("a letter", to: "letter.txt")
        let other = try run(scratch, "import", "street.csv", "--store", "letter.txt")
        #expect(other.status == 2 && other.errors.contains("is not an askcsp store"))
        #expect(try scratch.text(of: "letter.txt") == "a letter")
        #expect(try run(scratch, "import").status == 2)
    }

    @Test func theOtherFormats() throws {
        let scratch = try scratch()
        let run = try run(scratch, "import", "street.csv", "--format", "jsonl")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["status"] as? String == "imported" && object["added"] as? Int == 30)
        let again = try self.run(scratch, "import", "street.csv", "--format", "csv")
        #expect(again.lines.last?.hasPrefix("street.csv,unchanged,street,3,3,0,0,0,0,0,0,0,30") == true)
    }

    @Test func sourcesHaveTheirFiles() throws {
        let scratch = try scratch()
        _ = try run(scratch, "import", "street.csv")
        let text = try run(scratch, "sources").output
        #expect(
            text.contains(
                "Contains public sector information licensed under the Open Government Licence v3.0."))
        #expect(
            text.contains(
                "  File: street.csv\n    3 rows, January 2025; imported 10 January 2026\n    SHA-256 "))
        let rows = try run(scratch, "sources", "--format", "csv").lines
        #expect(rows.count == 3)
        let objects = try run(scratch, "sources", "--format", "json").output
        let all = try #require(JSONSerialization.jsonObject(with: Data(objects.utf8)) as? [[String: Any]])
        #expect(all.count == 2)
    }

    /// Grammar/words/places.txt lists Dorset among the places that nothing is held for; what was imported wins.
    @Test func anAreaThatWasImportedIsAskedForByItsName() throws {
        let poole = "Bournemouth, Christchurch and Poole"
        let rows = ["Dorset", "Dorset", poole, ""].map { district in
            "a1,2025-01,Dorset Police,Dorset Police,-2.4,50.7,On or near Mill Lane,E01,"
                + (district.isEmpty ? "" : "\"\(district) 001A\"") + ",Burglary,Under investigation,"
        }
        let scratch = try scratch(rows)
        #expect(try run(scratch, "import", "street.csv").status == 0)
        let answers = ["Dorset": "2 offences", poole: "1 offence", "Dorset Police": "4 offences"]
        for (area, count) in answers {
            #expect(
                try run(scratch, "burglary in \(area) January 2025").lines.first
                    == "Recorded crime for burglary was \(count) in January 2025 in \(area).")
        }
        // The district is part of what the force counts, and nothing says so.
        #expect(try run(scratch, "burglary in Dorset and Dorset Police combined, January 2025").status == 1)
        #expect(
            try run(scratch, "burglary in Wiltshire January 2025").lines.first
                == "No figures are held for Wiltshire. They are held for Winchester, Dorset, Dorset Police and "
                + "Bournemouth, Christchurch and Poole.")
    }

    /// The Home Office's figures have some fifty areas.
    @Test func aLongListOfAreasIsCutShort() throws {
        let rows = (1...12).map { number in
            "a1,2025-01,Moor Police,Moor Police,-2.4,50.7,On or near Mill Lane,E01,Moorton\(number) 001A,Burglary,Gone,"
        }
        let scratch = try scratch(rows)
        #expect(try run(scratch, "import", "street.csv").status == 0)
        #expect(
            try run(scratch, "burglary in Wiltshire January 2025").lines.first
                == "No figures are held for Wiltshire. They are held for Winchester, Moor Police, Moorton1, Moorton10, "
                + "Moorton11, Moorton12, Moorton2, Moorton3 and 6 more.")
    }

    /// Stopped at any moment, the file is in the store or it is not, and the store can be asked.
    @Test func killedAtAnyMoment() throws {
        let rows = (0..<30_000).map { ImportTests.row("Burglary", month: "2025-0\($0 % 9 + 1)") }
        let scratch = try scratch(rows)
        let store = scratch.path("store.sqlite")
        _ = try run(scratch, "public order Q2", "--store", store)
        for pause in stride(from: 20_000, through: 600_000, by: 60_000) {
            let process = try Spawned(
                program: Askcsp.path, arguments: ["import", scratch.path("street.csv"), "--store", store],
                environment: [:]
            ) { actions in
                posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
                posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
            }
            usleep(UInt32(pause))
            kill(process.process, SIGKILL)
            _ = process.wait()
            let figures = try run(scratch, "check", "--store", store, "--format", "csv")
            let sources = try run(scratch, "sources", "--store", store)
            #expect(figures.status <= 1 && sources.status == 0, "\(figures.errors)\(sources.errors)")
            let held = sources.output.contains("File: ")
            #expect(!held || sources.output.contains("30000 rows, January 2025 to September 2025"))
        }
        #expect(try run(scratch, "import", "street.csv", "--store", store).status == 0)
    }

    /// On a terminal a line tells how far it has come; anywhere else there is nothing of the sort.
    @Test func progressOnATerminal() throws {
        let rows = (0..<60_000).map { ImportTests.row("Burglary", month: "2025-0\($0 % 9 + 1)") }
        let scratch = try scratch(rows)
        let arguments = ["import", scratch.path("street.csv"), "--store", scratch.path("store.sqlite")]
        let session = try TerminalSession(home: scratch, arguments: arguments)
        let (status, shown) = session.ended()
        #expect(status == 0)
        #expect(shown.firstMatch(of: /street.csv: \d+ rows, \d+ a second, \d+ s left/) != nil)
        #expect(shown.contains("60000 rows read"))
        let plain = try Askcsp.run(arguments, bytes: [])
        #expect(plain.errors.isEmpty && !plain.output.contains("a second"))
    }
}
