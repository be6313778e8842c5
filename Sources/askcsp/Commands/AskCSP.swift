import ArgumentParser

/// The command line. Asking is what it does when no command is named.
@main
struct AskCSP: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "askcsp",
        abstract: "Answers questions about a community safety partnership's figures, in plain English.",
        usage: """
            askcsp [options] [question]
            askcsp [options] <command> ...
            """,
        discussion: """
            Without a question it holds a conversation on a terminal; otherwise it reads questions from standard \
            input, one a line, and a blank line starts a new conversation.

              askcsp "drug offences Q2 vs Q1"
              askcsp --format jsonl < questions.txt

            It ends with status 0 when every question was answered, 1 when at least one was not, and 2 when it \
            could not run.
            """,
        version: "0.1.0",
        subcommands: [
            Ask.self, Explain.self, Examples.self, ReadPeriod.self, Report.self, Import.self, Sources.self,
            Check.self,
        ],
        defaultSubcommand: Ask.self)

    @OptionGroup var options: Options

    static func main() {
        Ending.of(CommandLine.arguments.dropFirst()).leave()
    }
}
