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
            could not run. 'askcsp help ask' has the options for asking.

            ASKCSP_HOME names a folder with Grammar and Data in it; otherwise they are taken from share/askcsp beside \
            the program's folder, or from the program itself. Earlier questions are kept in askcsp/history below \
            XDG_STATE_HOME, or else below ~/.local/state. PAGER names what shows long output; NO_COLOR, \
            CLICOLOR_FORCE and TERM decide on colour.
            """,
        version: Version.number,
        subcommands: [
            Ask.self, Explain.self, Examples.self, ReadPeriod.self, Report.self, Import.self, Sources.self,
            Check.self, Doctor.self,
        ],
        defaultSubcommand: Ask.self)

    @OptionGroup var options: Options

    static var commandNames: [String] { configuration.subcommands.map { $0._commandName } + ["help"] }

    static func main() {
        Ending.of(CommandLine.arguments.dropFirst()).leave()
    }
}
