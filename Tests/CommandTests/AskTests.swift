import Testing

/// One question on the command line.
struct AskTests {
    static let question = "domestic abuse Q2 vs Q1"
    static let sentence =
        "FAT outcomes resulting from domestic abuse reports showed a 13.73% decrease between Q1 and Q2 (from 10.2% to 8.8%)"

    @Test func theFirstLineIsThePublishedSentence() throws {
        let run = try Askcsp.run(AskTests.question)
        let line = try #require(run.lines.first)
        #expect(line == AskTests.sentence || line == AskTests.sentence + ".")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func wordsNeedNoQuotes() throws {
        let quoted = try Askcsp.run(AskTests.question)
        let unquoted = try Askcsp.run("domestic", "abuse", "Q2", "vs", "Q1")
        #expect(quoted.output == unquoted.output)
    }

    @Test func quotedQuestionsAreEachOnTheirOwn() throws {
        let run = try Askcsp.run("--format", "jsonl", "domestic abuse Q2", "and Q1?")
        #expect(run.lines.map { $0.contains("\"status\":\"answered\"") } == [true, false])
        #expect(run.status == 1)
        let array = try Askcsp.run("--format", "json", "domestic abuse Q2", "and Q1?")
        #expect(array.output.hasPrefix("[\n{") && array.output.hasSuffix("}\n]\n"))
    }

    /// As a shell's array has them: some are one word, and each is a question.
    @Test(arguments: [["drugs", "domestic abuse Q2"], ["domestic abuse Q2", "drugs"]])
    func whereOneHasASpaceEachIsAQuestion(arguments: [String]) throws {
        let run = try Askcsp.run(["--format", "tsv", "--number"] + arguments, bytes: [])
        let questions = run.lines.dropFirst().map { $0.split(separator: "\t")[1] }
        #expect(questions.map(String.init) == arguments)
        #expect(run.errors.isEmpty)
    }

    @Test func standardInputGoesWithNoQuestion() throws {
        let run = try Askcsp.run("domestic abuse Q2", "-", input: "drugs\n")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(
            run.errors == "askcsp: a question and '-', standard input, do not go together; name one of them\n"
        )
    }

    @Test func theSameQuestionGivesTheSameBytes() throws {
        let first = try Askcsp.run("--format", "json", AskTests.question)
        let second = try Askcsp.run(AskTests.question, "--format=json")
        #expect(first.output == second.output)
    }

    @Test func aQuestionThatCannotBeReadEndsWithStatus1() throws {
        let run = try Askcsp.run("zzyzx qwrtp")
        #expect(run.status == 1)
        #expect(!run.output.isEmpty)
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: ["check the drug figures", "report drug offences", "-odd question", "check"])
    func afterTheSeparatorEverythingIsAQuestion(question: String) throws {
        let run = try Askcsp.run("--format", "jsonl", "--", question)
        #expect(run.output.hasPrefix("{\"question\":\"\(question)\","))
    }

    @Test func aQuestionThatBeginsWithACommandIsAQuestion() throws {
        let run = try Askcsp.run("check the drug figures", "--format", "jsonl")
        #expect(run.output.hasPrefix("{\"question\":\"check the drug figures\","))
    }

    @Test(arguments: ["", "  ", "\n"])
    func anEmptyQuestionIsAMistake(question: String) throws {
        let run = try Askcsp.run(question)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors == "askcsp: the question is empty\n")
    }

    @Test(arguments: [
        ["--wibble", "x"], ["--format", "xml", "x"], ["--today", "2022-13-01", "x"], ["explain"],
    ])
    func aUsageMistakeEndsWithStatus2(arguments: [String]) throws {
        let run = try Askcsp.run(arguments, bytes: [])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("askcsp: "))
    }

    @Test func helpAndVersionAreAnswers() throws {
        let help = try Askcsp.run("--help")
        #expect(help.status == 0)
        #expect(help.errors.isEmpty)
        for word in ["explain", "examples", "period", "report", "check", "--format", "--store", "--today"] {
            #expect(help.output.contains(word))
        }
        let version = try Askcsp.run("--version")
        #expect(version.status == 0)
        let lines = version.lines
        #expect(lines.first?.split(separator: ".").count == 3)
        #expect(lines.dropFirst().map { $0.prefix { $0 != " " } } == ["Grammar", "Data", "Store"])
    }

    @Test func colourIsForTerminalsUnlessAskedFor() throws {
        let dim = "\u{1B}[2m"
        #expect(try !Askcsp.run(AskTests.question).output.contains("\u{1B}"))
        #expect(try Askcsp.run("--color", "always", AskTests.question).output.contains(dim))
        let forced = ["CLICOLOR_FORCE": "1"]
        #expect(try Askcsp.run(AskTests.question, environment: forced).output.contains(dim))
        let both = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
        #expect(try !Askcsp.run(AskTests.question, environment: both).output.contains("\u{1B}"))
        #expect(
            try !Askcsp.run("--color", "never", AskTests.question, environment: forced).output.contains(
                "\u{1B}"))
    }

    @Test func aQuestionThatIsRepeatedCannotSteerTheTerminal() throws {
        let run = try Askcsp.run("zzyzx \u{1B}]0;title\u{7}")
        #expect(!run.output.contains("\u{1B}"))
        #expect(!run.output.contains("\u{7}"))
    }
}
