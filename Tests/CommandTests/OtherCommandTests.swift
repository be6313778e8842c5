import Foundation
import Testing

/// The commands that do not ask.
struct OtherCommandTests {
    @Test func aPeriodIsItsIntervalAndItsLabel() throws {
        let run = try Askcsp.run("period", "last quarter", "--today", "2022-10-05")
        #expect(run.output == "2022-07-01/2022-09-30\tQ2 2022/23\n")
        #expect(run.status == 0)
    }

    @Test func periodsComeFromInputWithTheirDates() throws {
        let run = try Askcsp.run(
            "--today", "2022-10-05", "period", input: "last quarter\nlast quarter\t2023-01-10\n\nzzyzx\n")
        #expect(
            Array(run.lines.prefix(2))
                == ["2022-07-01/2022-09-30\tQ2 2022/23", "2022-10-01/2022-12-31\tQ3 2022/23"])
        #expect(run.lines.last?.hasPrefix("not-understood\t") == true)
        #expect(run.lines.count == 3)
        #expect(run.status == 1)
    }

    @Test func aPeriodWithoutAnEndIsOpen() throws {
        #expect(try Askcsp.run("period", "since April 2022").output.hasPrefix("2022-04-01/..\t"))
    }

    @Test func aPeriodHasTheFormatsToo() throws {
        let run = try Askcsp.run("period", "Q2 2022/23", "--format", "json")
        #expect(
            run.output
                == #"{"phrase":"Q2 2022/23","status":"answered","start":"2022-07-01","end":"2022-09-30","#
                + #""label":"Q2 2022/23","message":null}"# + "\n")
    }

    @Test func examplesCanBeAsked() throws {
        let all = try Askcsp.run("examples")
        #expect(all.status == 0)
        let questions = try Askcsp.run("examples", "--format", "jsonl").lines.map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String] ?? [:]
        }
        let question = try #require(questions.first?["question"])
        #expect(all.output.contains("\n  \(question)\n"))
        #expect(try Askcsp.run(question).status == 0)
    }

    @Test func examplesAboutNothingKnownAreNone() throws {
        let run = try Askcsp.run("examples", "zzyzx")
        #expect(run.status == 1)
        #expect(run.output == "No example is about 'zzyzx'.\n")
    }

    @Test func anExplanationShowsTheSQL() throws {
        let run = try Askcsp.run("explain", AskTests.question)
        #expect(run.status == 0)
        #expect(run.output.uppercased().contains("SELECT"))
        #expect(try Askcsp.run("explain", "zzyzx qwrtp").status == 1)
    }

    @Test func aReportIsInThePagesWording() throws {
        let run = try Askcsp.run("report", "Q2")
        #expect(run.status == 0)
        #expect(run.output.contains(AskTests.sentence))
    }

    @Test func theFilesOfTheProjectPassTheirCheck() throws {
        let run = try Askcsp.run("check")
        #expect(run.status == 0)
        #expect(run.output.hasSuffix(": no problems\n"))
        #expect(run.errors.isEmpty)
    }

    /// What the labels of open data mean is checked beside the data.
    @Test func theLabelsOfOpenDataAreChecked() throws {
        let folder = try Scratch()
        let source = Guide.root.appending(path: "Data")
        try FileManager.default.copyItem(atPath: source.path(), toPath: folder.path("Data"))
        let data = folder.path("Data")
        #expect(try Askcsp.run("check", "--data", data).status == 0)
        let districts = try folder.text(of: "Data/open-data/districts.csv")
        try folder.write(
            districts.replacing("\nHart,hampshire\n", with: "\nHart,hampshir\n"),
            to: "Data/open-data/districts.csv")
        try folder.write("garbage;more\n", to: "Data/open-data/crime-types.csv")
        let run = try Askcsp.run("check", "--data", data)
        #expect(run.status == 2)
        let messages = run.errors.split(separator: "\n").filter { $0.hasPrefix("/") }
        #expect(
            messages.map { $0.dropFirst(data.count + "/open-data/".count).description } == [
                "crime-types.csv:1:1: the columns are parted by ';'; save it as comma separated CSV",
                "districts.csv:7:6: no force 'hampshir'; did you mean 'hampshire'?",
            ])
    }
}
