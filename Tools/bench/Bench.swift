import Glibc

/// Measures the program against the `sqlite3` shell on the same machine at the same time.
///
///     bench [--quick | --reading] PROGRAM
///
/// Each pair of programs takes turns, so that whatever else the machine does befalls both; the middle of many runs
/// counts. `--quick` makes few runs: it shows that the benchmark works, and its figures mean nothing. `--reading` is
/// reading alone, which is what a profiler is pointed at. The whole takes some minutes, and two gigabytes of the folder
/// for temporary files.
@main
struct Bench {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let option = arguments.first.flatMap { ["--quick", "--reading"].contains($0) ? $0 : nil }
        if option != nil { arguments.removeFirst() }
        let isQuick = option == "--quick"
        guard arguments.count == 1, let program = arguments.first, !program.hasPrefix("-") else {
            print("usage: bench [--quick | --reading] PROGRAM")
            exit(2)
        }
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let subject = Subject(program: program, folder: folder)
        print(Machine.description)
        print("")
        print(Row.header)
        let questions = try SampleQuestions()
        guard option != "--reading" else {
            try ReadingAlone(questions: questions, rounds: 30).run()
            try LargerGrammar(questions: questions, rounds: 10).run()
            return
        }
        try ColdStart(subject: subject, questions: questions, runs: isQuick ? 3 : 200).run()
        try Kept(subject: subject, runs: isQuick ? 3 : 50).run()
        try Pipe(
            subject: subject, questions: questions, count: isQuick ? 200 : 100_000, runs: isQuick ? 1 : 5
        )
        .run()
        try ReadingAlone(questions: questions, rounds: isQuick ? 1 : 30).run()
        try LargerGrammar(questions: questions, rounds: isQuick ? 1 : 30).run()
        try LargeStore(subject: subject, isQuick: isQuick, runs: isQuick ? 1 : 60).run()
    }
}

/// The program that is measured, and where it may write.
struct Subject {
    let program: String
    let folder: ScratchFolder

    var store: String { folder.path("store.sqlite") }
    var environment: [String] { ["PATH=/usr/bin:/bin", "HOME=\(folder.path)", "LANG=C.UTF-8"] }

    func run(_ arguments: String..., input: String? = nil, output: String = "/dev/null") throws -> Run {
        try Run([program] + arguments, environment: environment, input: input, output: output)
    }

    /// The most memory that a run needs.
    func megabytes(_ arguments: String..., input: String? = nil) throws -> Double {
        try Run([program] + arguments, environment: environment, input: input, isWatched: true).megabytes
    }

    /// The shell, on the store that the program built.
    func shell(_ arguments: String..., input: String? = nil) throws -> Run {
        try Run(["/usr/bin/sqlite3", store] + arguments, environment: environment, input: input)
    }
}
