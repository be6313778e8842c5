import Facts
import Notation
import Testing

@testable import FactStore

@Suite struct DataFilesTests {
    /// A case of Corpus/broken-data.txt.
    struct Broken: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var files: [TextFile] = []
        var said = ""
    }

    static let cases: [Broken] = {
        var cases: [Broken] = []
        var path: String?
        for line in Fixture.corpus("broken-data.txt").split(separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("###### ") {
                cases.append(Broken(testDescription: String(line.dropFirst(7))))
                path = nil
            } else if line.hasPrefix("==== ") {
                path = String(line.dropFirst(5))
            } else if let path, path == "said", let last = cases.indices.last {
                if !line.isEmpty { cases[last].said += (cases[last].said.isEmpty ? "" : "\n") + line }
            } else if let path, let last = cases.indices.last {
                let text = cases[last].files.first { $0.path == path }?.text ?? ""
                cases[last].files.removeAll { $0.path == path }
                cases[last].files.append(TextFile(path: path, text: text + line + "\n"))
            }
        }
        return cases
    }()

    /// What follows from a file that could not be read at all is not reported.
    @Test(arguments: [
        (";", "the columns are parted by ';'; save it as comma separated CSV"),
        ("\t", "the columns are parted by tabs; save it as comma separated CSV"),
    ]) func columnsPartedByOtherThanCommas(separator: String, message: String) {
        var data = Fixture.data
        data[1] = TextFile(path: data[1].path, text: data[1].text.replacing(",", with: separator))
        let problems = DataFiles.problems(in: data, codelists: Fixture.codelists)
        #expect(problems.map(\.message) == [message])
        #expect(problems.map(\.location) == [Location(path: "Data/observations.csv", line: 1, column: 1)])
    }

    @Test func aWrongHeaderIsOneMistake() {
        var data = Fixture.data
        data[1] = TextFile(path: data[1].path, text: data[1].text.replacing("measure,", with: "mesure,"))
        let problems = DataFiles.problems(in: data, codelists: Fixture.codelists)
        #expect(problems.map(\.message) == ["no column 'mesure'; did you mean 'measure'?"])
    }

    @Test func theCorpusIsThere() { #expect(DataFilesTests.cases.count == 9) }

    @Test(arguments: cases) func mistakesAreSaid(broken: Broken) {
        let sound = [
            TextFile(path: "Data/sources.csv", text: "id,title,publisher\npage,Page,Council\n"),
            TextFile(
                path: "Data/observations.csv",
                text:
                    "measure,crime_type,area,period,value,source\nreported-crime,,elsewhere,2022/23 Q1,1,page\n"
            ),
        ].filter { file in !broken.files.contains { $0.path == file.path } }
        let error = #expect(throws: Problems.self) {
            try DataFiles(sound + broken.files, codelists: Fixture.codelists)
        }
        #expect(error?.description == broken.said)
    }

    /// A line of the grammar may name a text that Data/ has not; the mistake is told at that line.
    @Test func namesThatTheGrammarTakesForGranted() {
        func name(_ kind: DataName.Kind, _ id: String, _ text: String, line: Int) -> DataName {
            DataName(
                kind: kind, id: id, path: "Grammar/phrases/texts.txt", line: line,
                column: text.count - id.count + 1, text: text)
        }
        let codelists = Codelists(
            measures: Fixture.measures, crimeTypes: Fixture.crimeTypes, areas: Fixture.codelists.areas,
            lists: Fixture.codelists.lists,
            dataNames: [
                name(.passage, "vision", "    ask: what do you aim at => passage = vision", line: 1),
                name(.passage, "visoin", "    ask: what for => passage = visoin", line: 2),
                name(.topic, "youth", "    ask: the young => topic = youth", line: 3),
                name(.topic, "housing", "    ask: homes => topic = housing", line: 4),
            ])
        let said = """
            Grammar/phrases/texts.txt:2:32: no passage 'visoin' in Data/; did you mean 'vision'?
                    ask: what for => passage = visoin
                                               ^
            Grammar/phrases/texts.txt:4:27: no topic 'housing' in Data/
                    ask: homes => topic = housing
                                          ^
            """
        let error = #expect(throws: Problems.self) {
            try DataFiles(Fixture.data, codelists: codelists)
        }
        #expect(error?.description == said)
        // Whoever has no such file has no such texts, and nobody is told of each.
        let figures = Fixture.data.filter {
            $0.path.hasSuffix("sources.csv") || $0.path.hasSuffix("observations.csv")
        }
        #expect(DataFiles.problems(in: figures, codelists: codelists) == [])
        let others = Codelists(
            measures: codelists.measures, crimeTypes: codelists.crimeTypes, areas: codelists.areas,
            lists: codelists.lists)
        #expect(
            Fingerprint.of(Fixture.data, codelists: codelists)
                != Fingerprint.of(Fixture.data, codelists: others))
    }

    @Test func figuresAndTheirSourcesAreNeeded() {
        let error = #expect(throws: Problems.self) {
            try DataFiles([TextFile(path: "Data/README.md", text: "")], codelists: Fixture.codelists)
        }
        #expect(
            error?.description == """
                Data/observations.csv:1:1: this file is missing
                Data/sources.csv:1:1: this file is missing
                """)
    }

    @Test(arguments: [
        ("2022/23 Q2", "2022-07-01", "2022-09-30"), ("2022/23 Q4", "2023-01-01", "2023-03-31"),
        ("2022/23", "2022-04-01", "2023-03-31"), ("1999/00", "1999-04-01", "2000-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"), ("2022-07-01/2022-09-30", "2022-07-01", "2022-09-30"),
        ("2022-07-01/2022-07-01", "2022-07-01", "2022-07-01"),
    ]) func periodsAreRead(text: String, first: String, last: String) throws {
        let period = try #require(PeriodNotation.period(text))
        #expect(period.start.description == first)
        #expect(period.end.description == last)
    }

    @Test(arguments: [
        "", "Q2", "2022/23 Q0", "2022/23 q2", "2022/23 Q+2", "2022/23  Q2", "2022/2023", "2022-7", "2022",
        "+022/23", "0000/01", "2022-02-30/2022-03-01", "2022-07-01/", "2022/23 Q2 ",
    ]) func otherTextIsNoPeriod(text: String) { #expect(PeriodNotation.period(text) == nil) }

    @Test func fieldsAreReadAsWritten() throws {
        let data = try DataFiles(Fixture.data, codelists: Fixture.codelists)
        let drugs = try #require(
            data.observations.first { $0.series == rate("drug-offences") && $0.period == q2 })
        #expect(drugs.value == n("73.7"))
        #expect(drugs.note == "possessions")
        #expect(drugs.isPublished)
        #expect(data.observations.filter { $0.note != nil }.count == 1)
        #expect(data.changes.map(\.percent) == ["-13.73", "-22.58", "-30.69", "-19.09", "12.94"].map(n))
        #expect(data.items.filter { $0.list == "partners" }[3].about.contains("health"))
        #expect(data.passages.first { $0.id == "funding" }?.text.split(separator: "\n").count == 2)
    }
}
