/// One question to a process that starts for it and nothing else on its command line, on the store of the page, against
/// the shell with the same SQL. Then with an option, which the argument parser reads.
struct ColdStart {
    let subject: Subject
    let questions: SampleQuestions
    let runs: Int

    private static let question = "drug offences in Q2 2022/23"
    func run() throws {
        let sql = try questions.sql(of: Self.question).joined(separator: "; ")
        // Builds the store.
        _ = try subject.run("--store", subject.store, Self.question)
        _ = try subject.run(Self.question)
        var ours: [Double] = []
        var theirs: [Double] = []
        var withOption: [Double] = []
        for _ in 0..<runs {
            ours.append(try subject.run(Self.question).seconds)
            theirs.append(try subject.shell(sql).seconds)
            withOption.append(try subject.run("--store", subject.store, Self.question).seconds)
        }
        Row(
            what: "one question, a cold process", ours: ours.quantile().milliseconds,
            theirs: theirs.quantile().milliseconds, ratio: ours.quantile() / theirs.quantile(), goal: "2.0"
        ).show()
        let ratio = withOption.quantile() / theirs.quantile()
        Row(what: "  with its store named", ours: withOption.quantile().milliseconds, ratio: ratio).show()
        let memory = try subject.megabytes(Self.question)
        Row(what: "  its memory", ours: memory.megabytes, goal: "30 MB").show()
    }
}

/// The same with nothing kept yet.
struct Kept {
    let subject: Subject
    let runs: Int

    func run() throws {
        var first: [Double] = []
        for index in 0..<runs {
            let fresh = Subject(program: subject.program, folder: subject.folder)
            let run = try Run(
                [fresh.program, "drug offences in Q2 2022/23"],
                environment: ["HOME=\(fresh.folder.path("home-\(index)"))"])
            first.append(run.seconds)
        }
        Row(what: "  with nothing kept", ours: first.quantile().milliseconds).show()
    }
}
