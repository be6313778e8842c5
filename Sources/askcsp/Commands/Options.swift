import ArgumentParser
import Facts

/// The options of every command.
struct Options: ParsableArguments {
    @Option(help: "How to write answers.")
    var format = Format.text

    @Option(
        help: ArgumentHelp("The fact store; built when it is missing or out of date.", valueName: "path"),
        completion: .file())
    var store: String?

    @Option(
        help: ArgumentHelp("The folder of grammar files.", valueName: "folder"), completion: .directory)
    var grammar: String?

    @Option(
        help: ArgumentHelp("The folder of data files.", valueName: "folder"), completion: .directory)
    var data: String?

    @Option(
        help: ArgumentHelp("The date that 'last quarter' and the like are counted from.", valueName: "date"),
        completion: ShellCompletion.day, transform: Options.day)
    var today: Day?

    @Option(help: "When to dim what stands beside an answer.")
    var color = ColorChoice.auto

    var settings: Settings {
        Settings(format: format, store: store, grammar: grammar, data: data, today: today, color: color)
    }

    private static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw CommandFailure.notADay(text) }
        return day
    }
}
