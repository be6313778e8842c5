import Foundation
import Testing

/// Where the grammar and the data come from.
struct FileTests {
    /// A file that is told apart by its mistake, on its second line.
    private let broken: [UInt8] = Array("# one\n# two \u{A3}".utf8) + [0xA3]

    @Test func withoutFilesTheProgramHasItsOwn() throws {
        let home = try Scratch()
        try home.write(broken, to: "Grammar/words.txt")
        try home.write(broken, to: "Data/sources.csv")
        #expect(try Askcsp.run(AskTests.question, folder: home.path).status == 0)
    }

    @Test(arguments: ["--grammar", "--data"])
    func aFolderThatIsNotThereIsAMistake(option: String) throws {
        let run = try Askcsp.run(option, "/nowhere/at/all", "x")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors == "askcsp: there is no folder '/nowhere/at/all'\n")
    }

    @Test func aFolderWithNothingInItIsAMistake() throws {
        let home = try Scratch()
        try home.write("x", to: ".hidden.txt")
        let run = try Askcsp.run("--grammar", home.path + "/", "x")
        #expect(run.status == 2)
        #expect(run.errors == "askcsp: there is no .txt file in '\(home.path)'\n")
    }

    @Test func everyFileThatIsNotTextIsNamed() throws {
        let home = try Scratch()
        try home.write(broken, to: "words/a.txt")
        try home.write(broken, to: "words/deep/b.txt")
        let run = try Askcsp.run("--grammar", home.path, "x")
        #expect(run.status == 2)
        #expect(run.errors.contains("\(home.path)/words/a.txt:2:8: this is not UTF-8"))
        #expect(run.errors.contains("\(home.path)/words/deep/b.txt:2:8: this is not UTF-8"))
    }

    @Test func aMistakeInAFileIsShownWithItsPlace() throws {
        let home = try Scratch()
        try home.write("crime tpye drugs\n    name: drugs\n", to: "words/a.txt")
        let run = try Askcsp.run("--grammar", home.path, "x")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("\(home.path)/words/a.txt:1:1: "))
    }

    @Test func mistakesInTheGrammarHideNoneInTheData() throws {
        let home = try Scratch()
        try home.write("measure rate\n    nmae: rate\n    unit: percent\n", to: "grammar/words.txt")
        try home.write("measure,period,value\n", to: "data/observations.csv")
        let run = try Askcsp.run(
            "check", "--grammar", "\(home.path)/grammar", "--data", "\(home.path)/data")
        #expect(run.status == 2)
        #expect(run.errors.contains("\(home.path)/grammar/words.txt:2:5: no key 'nmae'"))
        #expect(run.errors.contains("\(home.path)/data/observations.csv:1:1: "))
    }

    @Test func theNamedHomeIsUsed() throws {
        let home = try Scratch()
        try home.write("x", to: "Grammar/words.txt")
        let half = try Askcsp.run("x", environment: ["ASKCSP_HOME": home.path])
        #expect(half.status == 2)
        #expect(half.errors == "askcsp: there is no folder 'Data' in '\(home.path)'\n")
        try home.write(broken, to: "Data/sources.csv")
        let whole = try Askcsp.run("x", environment: ["ASKCSP_HOME": home.path])
        #expect(whole.status == 2)
        #expect(whole.errors.hasPrefix("\(home.path)/Data/sources.csv:2:8: "))
    }

    @Test func theInstalledFilesAreUsedAndAnOptionBeatsThem() throws {
        let home = try Scratch()
        try home.write(broken, to: "share/askcsp/Grammar/words.txt")
        try home.write("x", to: "share/askcsp/Data/sources.csv")
        try home.write("", to: "bin/empty")
        try FileManager.default.copyItem(atPath: Askcsp.path, toPath: home.path("bin/askcsp"))
        let installed = try Askcsp.run("x", program: home.path("bin/askcsp"))
        #expect(installed.status == 2)
        #expect(installed.errors.contains("/share/askcsp/Grammar/words.txt:2:8: "))
        let named = try Askcsp.run("--grammar", "/nowhere", "x", program: home.path("bin/askcsp"))
        #expect(named.errors == "askcsp: there is no folder '/nowhere'\n")
    }

    @Test func aStoreThatCannotBeUsedEndsWithStatus2() throws {
        let nowhere = try Askcsp.run("--store", "/nowhere/at/all.sqlite", AskTests.question)
        #expect(nowhere.status == 2)
        #expect(nowhere.output.isEmpty)
        #expect(nowhere.errors.hasPrefix("askcsp: "))
        let home = try Scratch()
        try home.write("a letter", to: "letter.txt")
        #expect(try Askcsp.run("--store", home.path("letter.txt"), AskTests.question).status == 2)
        #expect(try home.text(of: "letter.txt") == "a letter")
    }

    @Test func aStoreIsBuiltWhereItIsNamed() throws {
        let home = try Scratch()
        let kept = try Askcsp.run("--store", home.path("store.sqlite"), AskTests.question)
        #expect(kept.status == 0)
        #expect(FileManager.default.fileExists(atPath: home.path("store.sqlite")))
        #expect(try kept.output == Askcsp.run(AskTests.question).output)
    }
}
