import Foundation
import Testing

/// `--format`.
struct FormatTests {
    /// A rate and how much it changed are told apart in every format.
    @Test func aChangeHasAUnitOfItsOwn() throws {
        func units(_ question: String) throws -> [String] {
            try Askcsp.run("--format", "tsv", question).lines.dropFirst().map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false)[9...10].joined(separator: " ")
            }
        }
        #expect(
            try units("drug offences Q1 vs Q2") == [
                "95.2 percent", "73.7 percent", "-22.58 percent change", "-21.5 percentage points",
            ])
        #expect(
            try units("how has reported crime changed?") == [
                "2434 incidents", "2749 incidents", "12.94 percent change", "315 change in incidents",
            ])
        let json = try Askcsp.run("--format", "json", "drug offences Q1 vs Q2").output
        #expect(json.contains(#"{"value":-22.58,"unit":"percent change","#))
    }

    /// The types that did not fall so far are in no row.
    @Test func whatIsNotInTheAnswerIsInNoRow() throws {
        let rows = try Askcsp.run("--format", "tsv", "which crime types fell by more than 20%?").lines
            .dropFirst()
        let types = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[4] }
        #expect(Set(types) == ["drug offences", "public order"])
    }

    static let keys = [
        "question", "status", "answer", "understood", "figures", "items", "notes", "sources", "suggestions",
        "words",
    ]
    static let columns = [
        "question", "status", "answer", "measure", "crime_type", "area", "period", "start", "end", "value",
        "unit",
        "kind", "source",
    ]

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: [AskTests.question, "zzyzx \"quoted\" \\ / £5 – \u{1} 🚲"])
    func everyKeyIsThereInOrder(question: String) throws {
        let text = try Askcsp.run("--format", "jsonl", question).output
        #expect(try Set(object(text).keys) == Set(FormatTests.keys))
        #expect(try object(text)["question"] as? String == question)
        var rest = text[...]
        for key in FormatTests.keys {
            let place = try #require(rest.range(of: "\"\(key)\":"))
            rest = rest[place.upperBound...]
        }
        #expect(!text.contains("\\/"))
    }

    @Test func aFigureCarriesWhatItIs() throws {
        let reply = try object(Askcsp.run("--format", "json", AskTests.question).output)
        #expect(reply["status"] as? String == "answered")
        let figures = try #require(reply["figures"] as? [[String: Any]])
        let figure = try #require(figures.first)
        #expect(
            Set(figure.keys)
                == ["value", "unit", "measure", "crimeType", "area", "period", "kind", "note", "source"])
        let period = try #require(figure["period"] as? [String: Any])
        #expect(Set(period.keys) == ["label", "start", "end"])
        #expect(figure["value"] is NSNumber)
        let word = try #require((reply["words"] as? [[String: Any]])?.first)
        #expect(Set(word.keys) == ["text", "start", "end", "read"])
    }

    @Test func jsonIsAnArrayForManyAndAnObjectForOne() throws {
        let many = try Askcsp.run("--format", "json", input: "one\n\ntwo\n").output
        #expect((try JSONSerialization.jsonObject(with: Data(many.utf8)) as? [Any])?.count == 2)
        let one = try Askcsp.run("--format", "json", input: "one\n").output
        #expect((try JSONSerialization.jsonObject(with: Data(one.utf8)) as? [Any])?.count == 1)
        #expect(try Askcsp.run("--format", "json", input: "").output == "[]\n")
        #expect(try object(Askcsp.run("--format", "json", "one").output)["question"] as? String == "one")
    }

    @Test(arguments: [("csv", ","), ("tsv", "\t")])
    func aTableHasOneHeaderAndStableColumns(format: String, separator: Character) throws {
        let run = try Askcsp.run("--format", format, input: "\(AskTests.question)\n\nzzyzx\n")
        #expect(run.lines.first == FormatTests.columns.joined(separator: String(separator)))
        #expect(run.lines.filter { $0.hasPrefix("question") }.count == 1)
        #expect(run.lines.contains { $0.hasPrefix(AskTests.question + String(separator) + "answered") })
        #expect(run.output.contains("\nzzyzx\(separator)not-understood\(separator)"))
        #expect(run.output.hasSuffix(String(repeating: separator, count: 10) + "\n"))
    }

    @Test func markdownIsATable() throws {
        let lines = try Askcsp.run("--format", "markdown", "what is | this").lines
        #expect(lines.first == "| " + FormatTests.columns.joined(separator: " | ") + " |")
        #expect(
            lines.dropFirst().first == "|" + String(repeating: " --- |", count: FormatTests.columns.count))
        #expect(lines.dropFirst(2).first?.hasPrefix("| what is \\| this | ") == true)
    }

    @Test func csvQuotesWhatNeedsIt() throws {
        let run = try Askcsp.run("--format", "csv", "zzyzx, \"so\"")
        #expect(run.lines.dropFirst().first?.hasPrefix("\"zzyzx, \"\"so\"\"\",not-understood,") == true)
    }

    @Test func aTableOfNothingIsItsHeader() throws {
        #expect(
            try Askcsp.run("--format", "csv", input: "").lines == [FormatTests.columns.joined(separator: ",")]
        )
    }
}
