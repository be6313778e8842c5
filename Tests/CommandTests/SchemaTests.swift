import Foundation
import Testing

/// What is written as JSON, against the schema in Documentation/.
struct SchemaTests {
    static let questions = [
        AskTests.question, "reported crime Q1 and Q2 combined", "which crime types fell by more than 20%?",
        "which shared projects are about rural areas?", "what does FGM stand for?",
        "reported crime in Q3 2022/23", "how many burglaries were there in Romsey?",
        "which crime type fell the least?", "zzyzx", "drug offences vs public order Q1 and Q2",
        "why did reported crime rise?", "when does Q2 start and end?", "FAT DA q2 pls", "what is the vision?",
    ]

    private func schema() throws -> JSONSchema { try JSONSchema(path: "Documentation/reply.schema.json") }

    @Test func everyReplyFits() throws {
        let schema = try schema()
        let input = SchemaTests.questions.joined(separator: "\n\n")
        for arguments in [["--format", "jsonl"], ["--format", "jsonl", "--number"]] {
            let lines = try Askcsp.run(arguments, bytes: Array(input.utf8)).lines
            #expect(lines.count == SchemaTests.questions.count)
            for line in lines { #expect(try schema.faults(in: line) == []) }
        }
    }

    @Test func whatDoesNotFitIsNoticed() throws {
        let schema = try schema()
        let line = try #require(Askcsp.run("--format", "jsonl", AskTests.question).lines.first)
        let broken = [
            (#""status":"answered""#, #""status":"answerd""#), (#""notes":["#, #""note":["#),
            (#""start":"2022-04-01""#, #""start":"1 April 2022""#), (#""unit":"percent""#, #""unit":null"#),
            (#""value":10.2"#, #""value":"10.2""#), (#"{"question":""#, #"{"line":0,"question":""#),
        ]
        for (old, new) in broken {
            #expect(line.contains(old))
            #expect(try !schema.faults(in: line.replacing(old, with: new)).isEmpty, "\(new)")
        }
    }

    @Test func everyStatusIsTried() throws {
        let input = SchemaTests.questions.joined(separator: "\n\n")
        let output = try Askcsp.run("--format", "jsonl", input: input).output
        for status in ["answered", "no-data", "unclear", "not-understood"] {
            #expect(output.contains("\"status\":\"\(status)\""))
        }
    }
}
