/// Many different questions through one process, each a conversation of its own, against the SQL lines for them.
struct Pipe {
    let subject: Subject
    let questions: SampleQuestions
    let count: Int
    let runs: Int

    func run() throws {
        let figures = try questions.figures()
        var messages = ""
        var statements = ""
        for index in 0..<count {
            let (question, sql) = figures[index % figures.count]
            messages += Self.varied(question, index / figures.count) + "\n\n"
            statements += sql.map { $0 + ";\n" }.joined()
        }
        try subject.folder.write(messages, to: "questions.txt")
        try subject.folder.write(statements, to: "questions.sql")
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<runs {
            ours.append(
                try subject.run(
                    "--store", subject.store, "--format", "jsonl", input: subject.folder.path("questions.txt")
                ).seconds)
            theirs.append(try subject.shell(input: subject.folder.path("questions.sql")).seconds)
        }
        Row(
            what: "a question piped in, of \(count) different ones",
            ours: (ours.quantile() / Double(count)).microseconds,
            theirs: (theirs.quantile() / Double(count)).microseconds,
            ratio: ours.quantile() / theirs.quantile(), goal: "1.0"
        ).show()
        let memory = try subject.megabytes(
            "--store", subject.store, "--format", "jsonl", input: subject.folder.path("questions.txt"))
        Row(what: "  its memory", ours: memory.megabytes, goal: "30 MB").show()
    }

    /// The same question in other words: no two of them are alike.
    private static func varied(_ question: String, _ index: Int) -> String {
        let openings = [
            "", "please tell me ", "could you tell me ", "can you say ", "hello, ", "good morning, ", "hi, ",
            "thanks. ",
            "I would like to know ", "do you know ", "please can you say ", "may I ask ", "quick one: ",
            "just tell me ",
        ]
        let endings = [
            "", " please", " thanks", "?", "??", " then", ", please?", " thank you", " pls", "!", " kindly",
        ]
        let (opening, ending) = (index % openings.count, index / openings.count % endings.count)
        let spaces = String(repeating: " ", count: index / (openings.count * endings.count))
        return openings[opening] + spaces + question + endings[ending]
    }
}
