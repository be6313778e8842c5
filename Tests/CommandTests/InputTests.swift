import CTestSystem
import Foundation
import Glibc
import Testing

/// Questions from standard input.
struct InputTests {
    private func questions(_ run: Askcsp.Run) throws -> [String] {
        try run.lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object?["question"] as? String)
        }
    }

    @Test(arguments: [
        "one\ntwo\nthree\n", "one\ntwo\nthree", "one\r\ntwo\r\nthree\r\n", "\u{FEFF}one\n  two\t\nthree\n",
    ])
    func aQuestionIsALine(input: String) throws {
        #expect(try questions(Askcsp.run("--format", "jsonl", input: input)) == ["one", "two", "three"])
    }

    @Test(arguments: [["-"], ["ask", "-"], ["--file", "-"], ["ask", "-f", "-"]])
    func aDashIsStandardInput(arguments: [String]) throws {
        let run = try Askcsp.run(["--format", "jsonl"] + arguments, bytes: Array("one\ntwo\n".utf8))
        #expect(try questions(run) == ["one", "two"])
    }

    @Test func aFileIsAnsweredAsStandardInputIs() throws {
        let home = try Scratch()
        let text = "domestic abuse Q2\nand Q1?\n\nand Q1?\n"
        try home.write(text, to: "questions.txt")
        for format in ["text", "json", "csv", "markdown"] {
            let file = try Askcsp.run("-f", home.path("questions.txt"), "--format", format)
            let input = try Askcsp.run("--format", format, input: text)
            #expect(file.output == input.output)
            #expect(file.status == 1)
        }
        let missing = try Askcsp.run("-f", home.path("other.txt"))
        #expect(missing.status == 2)
        #expect(
            missing.errors
                == "askcsp: \(home.path("other.txt")) could not be read: No such file or directory\n")
        #expect(try Askcsp.run("-f", home.path("questions.txt"), "one").status == 2)
    }

    @Test func answersCarryTheNumberOfTheirLine() throws {
        let input = "domestic abuse Q2\n\n\nzzyzx\n"
        let lines = try Askcsp.run("--number", "--format", "jsonl", input: input).lines
        #expect(
            lines.map { $0.prefix(20) }
                == [#"{"line":1,"question":"#, #"{"line":4,"question":"#].map { $0.prefix(20) })
        let table = try Askcsp.run("--number", "--format", "tsv", input: input).lines
        #expect(table.map { $0.prefix { $0 != "\t" } } == ["line", "1", "4"])
        let text = try Askcsp.run("--number", input: input).output
        #expect(text.hasPrefix("1: ") && text.contains("\n\n4: "))
    }

    @Test func itStopsAtTheFirstFailureWhenAsked() throws {
        let run = try Askcsp.run(
            "--fail-fast", "--format", "json", input: "domestic abuse Q2\n\nzzyzx\none\n")
        let replies = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        #expect(replies?.compactMap { $0["question"] as? String } == ["domestic abuse Q2", "zzyzx"])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("askcsp: standard input:3: not-understood; stopped"))
    }

    @Test func amongArgumentsToo() throws {
        let run = try Askcsp.run("--fail-fast", "domestic abuse Q2", "zzyzx", "public order Q2")
        #expect(run.output.contains("zzyzx") && !run.output.contains("28.9"))
        #expect(run.status == 1)
        #expect(
            run.errors
                == "askcsp: arguments:2: not-understood; stopped at the first question that was not answered\n"
        )
    }

    @Test func explainAndPeriodTakeSeveralAndStandardInput() throws {
        let both = try Askcsp.run("explain", "domestic abuse Q2", "drugs")
        #expect(
            both.lines.filter { $0.hasPrefix("Question: ") } == [
                "Question: domestic abuse Q2", "Question: drugs",
            ])
        let lines = try Askcsp.run(
            "explain", "-", "--format", "csv", input: "domestic abuse Q2\nand Q1?\n\nand Q1?\n")
        #expect(
            lines.output.contains(
                "and Q1?,\"Question: and Q1?\n\nThe formal action rate for domestic abuse was 10.2%"))
        #expect(lines.status == 1)
        let periods = ["2022-04-01/2022-06-30\tQ1 2022/23", "2022-07-01/2022-09-30\tQ2 2022/23"]
        #expect(try Askcsp.run("period", "Q1 2022/23", "Q2 2022/23").lines == periods)
        #expect(try Askcsp.run("period", "Q2", "2022/23").lines == Array(periods.dropFirst()))
        #expect(try Askcsp.run("period", "-", input: "Q1 2022/23\nQ2 2022/23\n").lines == periods)
    }

    @Test func aMistakeInALineIsNamedByItsNumber() throws {
        let run = try Askcsp.run("period", input: "last quarter\n\nlast quarter\t2022-13-01\n")
        #expect(run.status == 2)
        #expect(
            run.errors == "askcsp: standard input:3: '2022-13-01' is not a date; write it as 2022-10-01\n")
    }

    @Test func aBlankLinePrintsNothing() throws {
        #expect(
            try questions(Askcsp.run("--format", "jsonl", input: "\n \n\none\n\t\r\n\ntwo\n\n")) == [
                "one", "two",
            ])
        #expect(try Askcsp.run(input: "\n\n").output.isEmpty)
        #expect(try Askcsp.run(input: "").status == 0)
    }

    @Test func aBlankLineEndsTheConversation() throws {
        let run = try Askcsp.run("--format", "jsonl", input: "domestic abuse Q2\nand Q1?\n\nand Q1?\n")
        let statuses = run.lines.map { $0.contains("\"status\":\"answered\"") }
        #expect(statuses == [true, true, false])
        #expect(run.lines.dropFirst().first?.contains("10.2") == true)
        #expect(run.status == 1)
    }

    @Test func everyOtherLineIsAQuestion() throws {
        let lines = ["/help", "quit", "help", "1", "--format json", "check"]
        #expect(try questions(Askcsp.run("--format", "jsonl", input: lines.joined(separator: "\n"))) == lines)
    }

    @Test func statusIs0WhenEveryQuestionWasAnswered() throws {
        #expect(try Askcsp.run(input: "\(AskTests.question)\n\n\(AskTests.question)\n").status == 0)
        #expect(try Askcsp.run(input: "\(AskTests.question)\nzzyzx\n\(AskTests.question)\n").status == 1)
    }

    @Test func nulAndWhatIsNotUTF8AreAnswered() throws {
        let run = try Askcsp.run(
            ["--format", "jsonl"], bytes: Array("a\0b\n".utf8) + [0xFF, 0xC3] + Array("x\nend\n".utf8))
        #expect(try questions(run) == ["a\0b", "\u{FFFD}\u{FFFD}x", "end"])
        #expect(run.status == 1)
    }

    /// It would part two questions as a space does, and one of them would be answered.
    @Test func aLineWithANULInItIsDeclined() throws {
        let run = try Askcsp.run([], bytes: Array("drug offences Q1\0 and Q2\npublic order Q2\n".utf8))
        #expect(run.lines.first == "I could not read \"NUL, a byte that is no text\". These can be answered:")
        #expect(run.output.contains("28.9%") && !run.output.contains("73.7"))
        #expect(run.status == 1)
    }

    @Test func aLineOfAMegabyteIsAnswered() throws {
        let long = String(repeating: "word ", count: 200_000)
        let run = try Askcsp.run("--format", "jsonl", input: "\(long)\n\(AskTests.question)\n")
        #expect(run.lines.count == 2)
        #expect(run.lines.last?.contains("13.73") == true)
        #expect(run.status == 1)
    }

    @Test func eachAnswerIsThereBeforeTheNextQuestion() throws {
        let (questions, answers) = (try pipe(), try pipe())
        let home = try Scratch()
        let process = try Spawned(
            program: Askcsp.path, arguments: ["--format", "jsonl"], environment: ["HOME": home.path]
        ) { actions in
            posix_spawn_file_actions_adddup2(&actions, questions.reading, 0)
            posix_spawn_file_actions_adddup2(&actions, answers.writing, 1)
        }
        close(questions.reading)
        close(answers.writing)
        do {
            let channel = Channel(reading: answers.reading, writing: questions.writing)
            for question in ["one", "two"] {
                channel.send(question + "\n")
                #expect(try channel.receive(upTo: "}\n").hasPrefix("{\"question\":\"\(question)\""))
            }
        }
        #expect(process.wait() == 1)
    }

    @Test func aReaderThatHasGoneIsNoError() throws {
        let answers = try pipe()
        close(answers.reading)
        let home = try Scratch()
        try home.write(String(repeating: "one\n", count: 1_000), to: "input")
        let process = try Spawned(program: Askcsp.path, arguments: [], environment: [:]) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, home.path("input"), O_RDONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, answers.writing, 1)
            posix_spawn_file_actions_addopen(&actions, 2, home.path("errors"), O_WRONLY | O_CREAT, 0o600)
        }
        close(answers.writing)
        #expect(process.wait() == 0)
        #expect(try home.text(of: "errors").isEmpty)
    }

    @Test(arguments: [("/dev/null", "/dev/full", "zzyzx"), ("/", "/dev/null", nil)])
    func streamsThatFailEndWithStatus2(input: String, output: String, question: String?) throws {
        let home = try Scratch()
        let arguments = question.map { [$0] } ?? []
        let process = try Spawned(program: Askcsp.path, arguments: arguments, environment: [:]) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 2, home.path("errors"), O_WRONLY | O_CREAT, 0o600)
        }
        #expect(process.wait() == 2)
        #expect(try home.text(of: "errors").hasPrefix("askcsp: standard "))
    }

    /// Closed in every other program that a test starts meanwhile.
    private func pipe() throws -> (reading: Int32, writing: Int32) {
        var (reading, writing): (Int32, Int32) = (0, 0)
        try #require(test_pipe(&reading, &writing) == 0)
        return (reading, writing)
    }
}
