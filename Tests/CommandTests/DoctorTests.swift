import Testing

/// `askcsp doctor`.
struct DoctorTests {
    @Test func itSaysWhatIsUsed() throws {
        let run = try Askcsp.run("doctor", "--today", "2022-10-05")
        #expect(run.status == 0)
        #expect(run.lines.allSatisfy { !$0.contains("! ") })
        let names = run.lines.map { String($0.prefix { $0 != " " }) }
        #expect(
            names == [
                "program", "grammar", "data", "store", "figures", "history", "terminal", "pager", "today",
                "libraries",
            ])
        #expect(run.output.contains("today      2022-10-05\n"))
    }

    @Test func aStoreIsMissingThenCurrentThenOutOfDate() throws {
        let home = try Scratch()
        let store = home.path("store.sqlite")
        func doctor(_ arguments: String...) throws -> (status: Int32, line: String) {
            let run = try Askcsp.run(["doctor", "--store", store] + arguments, bytes: [])
            return (run.status, run.lines.first { $0.hasPrefix("store") } ?? "")
        }
        #expect(try doctor().line.contains("! ") && doctor().status == 1)
        _ = try Askcsp.run("--store", store, AskTests.question)
        #expect(try doctor().line.hasSuffix("up to date") && doctor().status == 0)
        let files = try Guide.copies()
        let csv = "Data/acronyms.csv"
        try files.write(files.text(of: csv).replacing("Female", with: "female"), to: csv)
        let changed = try doctor("--data", files.path("Data"))
        #expect(changed.line.hasSuffix("out of date; the next question builds it again"))
        #expect(changed.status == 1)
        try home.write("a letter", to: "store.sqlite")
        #expect(try doctor().status == 1)
        #expect(try home.text(of: "store.sqlite") == "a letter")
    }

    @Test func brokenFilesAreAFinding() throws {
        let home = try Scratch()
        try home.write("crime tpye drugs\n    name: drugs\n", to: "words/a.txt")
        let run = try Askcsp.run("doctor", "--grammar", home.path)
        #expect(run.status == 1)
        #expect(run.output.contains("mistakes") && run.output.contains("words/a.txt:1:1"))
        #expect(run.output.contains("libraries"))
        #expect(try Askcsp.run("doctor", environment: ["ASKCSP_HOME": "/nowhere"]).status == 1)
    }
}
