import ArgumentParser

struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask a question, hold a conversation, or answer questions from standard input.",
        usage: "askcsp [ask] [options] [question | -] ...",
        discussion: """
            Words without quotes are one question. When at least one argument has a space in it, each argument is a \
            question of its own. '-' stands for standard input.

              askcsp "drug offences Q2" "drug offences Q1"
              askcsp --file questions.txt --format csv --number
            """)

    @OptionGroup var options: Options

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Answer the questions of a file, one a line.", valueName: "path"),
        completion: .file())
    var file: String?

    @Flag(
        name: [.long, .customShort("n")],
        help: "Write the number of its line, or argument, with each answer.")
    var number = false

    @Flag(help: "Stop at the first question that is not answered.")
    var failFast = false

    @Argument(help: "The question, or '-' for standard input.", completion: ShellCompletion.question)
    var question: [String] = []

    func run() throws {
        let questions = try Questions(arguments: question, file: file)
        let asking = Asking(settings: options.settings, isNumbered: number, stopsEarly: failFast)
        try asking.answer(questions)
    }
}
