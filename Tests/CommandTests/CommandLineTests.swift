import Testing

/// How a command line that is not right is put right.
struct CommandLineTests {
    @Test func aMistakeNamesTheProgramAndTheWayToWriteIt() throws {
        let run = try Askcsp.run("explain")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                askcsp: Missing expected argument '<question> ...'
                Help:  <question>  The question, or '-' for standard input.
                Usage: askcsp explain [options] <question | -> ...
                  See 'askcsp explain --help' for more information.

                """)
        #expect(
            try Askcsp.run("--formt", "json").errors.hasPrefix(
                "askcsp: Unknown option '--formt'. Did you mean '--format'?\n"))
    }

    @Test func helpKnowsItsCommands() throws {
        let near = try Askcsp.run("help", "exmaples")
        #expect(near.status == 2)
        #expect(near.errors == "askcsp: there is no command 'exmaples'; did you mean 'examples'?\n")
        #expect(
            try Askcsp.run("help", "zzyzx").errors
                == "askcsp: there is no command 'zzyzx'; 'askcsp help' lists what there is\n")
        #expect(try Askcsp.run("help", "report").output.hasPrefix("OVERVIEW: The Performance section"))
    }

    @Test func aMisspeltCommandIsNamedBesideTheAnswer() throws {
        let run = try Askcsp.run("exmaples", "funding")
        #expect(run.status == 1)
        #expect(run.errors == "askcsp: did you mean the command 'askcsp examples'?\n")
        #expect(try Askcsp.run("zzyzx").errors.isEmpty)
        #expect(try Askcsp.run(AskTests.question).errors.isEmpty)
    }

    @Test func theNumberOfALineHasAShortOption() throws {
        #expect(try Askcsp.run("-n", input: "\nvision\n").output.hasPrefix("2: "))
    }

    /// Somebody who names another folder of text files has thousands.
    @Test func whatIsWrongWithAWrongFolderIsNotShownToTheLastLine() throws {
        let folder = try Scratch()
        try folder.write(String(repeating: "zz: one\n", count: 2_000), to: "notes.txt")
        let run = try Askcsp.run("--grammar", folder.path, "vision")
        #expect(run.status == 2)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count < 2_000)
        #expect(lines.last?.hasSuffix(" more mistakes are not shown") == true)
    }
}
