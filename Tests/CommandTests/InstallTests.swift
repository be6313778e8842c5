import Foundation
import Testing

/// `make install`, with the program that was built for the tests.
struct InstallTests {
    /// `make test` builds it; a plain `swift test` may be without.
    static let manual = URL(filePath: Askcsp.path).deletingLastPathComponent().appending(
        path: "generate-manual"
    )
    .path()
    static let hasManual = FileManager.default.isExecutableFile(atPath: manual)

    private func run(_ script: String, below destination: Scratch, prefix: String = "/usr") throws
        -> Askcsp.Run
    {
        try Askcsp.run(
            [], bytes: [],
            environment: [
                "PROGRAM": Askcsp.path, "MANUAL": InstallTests.manual, "PREFIX": prefix,
                "DESTDIR": destination.path,
            ], program: Guide.root.appending(path: "Tools/install/\(script)").path())
    }

    private func files(_ folder: Scratch) throws -> [String] {
        let found = FileManager.default.enumerator(atPath: folder.path)
        return (found?.allObjects as? [String] ?? []).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.path(path), isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    @Test(.enabled(if: hasManual)) func everythingIsPutInItsPlaceAndTakenAwayAgain() throws {
        let there = try Scratch()
        #expect(try run("install", below: there).status == 0)
        let installed = try files(there)
        for path in [
            "bin/askcsp", "share/askcsp/Grammar/words/crime-types.txt", "share/askcsp/Data/observations.csv",
            "share/askcsp/reply.schema.json", "share/man/man1/askcsp.1",
            "share/bash-completion/completions/askcsp", "share/zsh/site-functions/_askcsp",
            "share/fish/vendor_completions.d/askcsp.fish",
        ] { #expect(installed.contains("usr/" + path)) }
        #expect(try run("uninstall", below: there).status == 0)
        #expect(try files(there).isEmpty)
        #expect(try run("uninstall", below: there).status == 1)
    }

    @Test(.enabled(if: hasManual)) func itWorksMovedAndLinkedWithItsOwnFiles() throws {
        let there = try Scratch()
        #expect(try run("install", below: there).status == 0)
        try FileManager.default.moveItem(atPath: there.path("usr"), toPath: there.path("elsewhere"))
        try FileManager.default.createSymbolicLink(
            atPath: there.path("link"), withDestinationPath: there.path("elsewhere/bin/askcsp"))
        let home = "elsewhere/share/askcsp"
        for program in ["link", "elsewhere/bin/askcsp"] {
            let run = try Askcsp.run("doctor", program: there.path(program), folder: "/")
            #expect(run.status == 0)
            #expect(run.output.contains("/\(home): "))
        }
        let untouched = try Askcsp.run("doctor", program: there.path("link"))
        #expect(untouched.output.contains("own copy   the same"))
        let file = home + "/Grammar/words/crime-types.txt"
        try there.write(there.text(of: file).replacing("drug offence,", with: "contraband,"), to: file)
        #expect(try Askcsp.run("contraband Q2", program: there.path("link"), folder: "/").status == 0)
        let doctor = try Askcsp.run("doctor", program: there.path("link"))
        #expect(doctor.output.contains("own copy   another"))
    }

    @Test(.enabled(if: hasManual)) func whatSomebodyChangedOrAddedIsNotLost() throws {
        let there = try Scratch()
        #expect(try run("install", below: there).status == 0)
        let (changed, gone) = ("usr/share/askcsp/Data/acronyms.csv", "usr/share/askcsp/Grammar/words/old.txt")
        try there.write("mine", to: changed)
        try there.write("# of the last version", to: gone)
        let second = try run("install", below: there)
        #expect(second.status == 0)
        #expect(second.output.contains(changed + ".changed"))
        #expect(try there.text(of: changed + ".changed") == "mine")
        #expect(try there.text(of: changed) != "mine")
        #expect(try there.text(of: gone) == "# of the last version")
        #expect(try Askcsp.run(AskTests.question, program: there.path("usr/bin/askcsp")).status == 0)
    }

    @Test(.enabled(if: hasManual)) func thePagesAndCompletionsKnowEveryCommand() throws {
        let there = try Scratch()
        #expect(try run("install", below: there).status == 0)
        for path in [
            "usr/share/man/man1/askcsp.1", "usr/share/bash-completion/completions/askcsp",
            "usr/share/zsh/site-functions/_askcsp", "usr/share/fish/vendor_completions.d/askcsp.fish",
        ] {
            let text = try there.text(of: path)
            for word in ["explain", "examples", "period", "report", "check", "doctor", "fail"] {
                #expect(text.contains(word), "\(word) in \(path)")
            }
        }
    }

    @Test func aPrefixIsAWholePath() throws {
        let there = try Scratch()
        let run = try Askcsp.run(
            [], bytes: [], environment: ["PROGRAM": Askcsp.path, "MANUAL": "x", "PREFIX": "usr"],
            program: Guide.root.appending(path: "Tools/install/install").path())
        #expect(run.status == 1)
        #expect(run.errors == "PREFIX has to begin with a slash: usr\n")
        #expect(try files(there).isEmpty)
    }
}
