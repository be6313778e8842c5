/// What a conversation says that is no answer; worded here and nowhere else.
enum Notice: CustomStringConvertible {
    case nothingAsked
    case notAnswered
    case noFigures
    case noStatements
    case forgotten
    case noSuchChoice(Int, choices: Int)
    case noSuchCommand(String, nearest: TerminalCommand?)
    case severalCommands(String, [TerminalCommand])
    case usage(TerminalCommand)
    case format(Format)
    case noSuchFormat(String, nearest: String?)
    case pager(Pager)
    case timing(Bool)
    case today(String)
    case notADay(String)
    case written(rows: Int, path: String)
    case context([String])
    case noExample(String)
    case took(Duration)
    case meantCommand(TerminalCommand)
    case shellCommand(String, name: String)
    case questionAlone(String)

    var description: String {
        switch self {
        case .nothingAsked: "Nothing has been asked yet."
        case .notAnswered: "The last question was not answered; nothing was written."
        case .noFigures: "The last answer has no figures."
        case .noStatements: "No statement is needed: the answer holds no figure of the store."
        case .forgotten: "What was asked before is forgotten."
        case .noSuchChoice(let number, let choices):
            "There is no \(number) to pick; there \(choices == 1 ? "is 1" : "are 1 to \(choices)")."
        case .noSuchCommand(let name, let nearest):
            "There is no '/\(name.visible)'; "
                + (nearest.map { "did you mean \($0.use)?" } ?? "/help lists what there is.")
        case .severalCommands(let name, let commands):
            "'/\(name)' may be \(commands.map(\.use).joined(separator: " or "))."
        case .usage(let command): "Write it as \(command.use)."
        case .format(let format): "Answers are written as \(format.rawValue)."
        case .noSuchFormat(let name, let nearest):
            "There is no format '\(name.visible)'; "
                + (nearest.map { "did you mean \($0)?" } ?? "there are \(Format.names).")
        case .pager(.off): "Long output is not paged."
        case .pager(.command(let command)): "Long output is paged by '\(command.visible)'."
        case .timing(let isOn):
            isOn ? "Each answer says how long it took." : "Answers do not say how long they took."
        case .today(let day): "Today is taken to be \(day)."
        case .notADay(let text): "'\(text.visible)' is not a date; write it as 2022-10-01."
        case .written(let rows, let path):
            "\(rows == 1 ? "1 row is" : "\(rows) rows are") in \(path.visible)."
        case .context(let subjects):
            subjects.isEmpty
                ? "The next question leans on nothing."
                : (["The next question may lean on:"] + subjects.map { "  " + $0.visible }).joined(
                    separator: "\n")
        case .noExample(let topic): "No example is about '\(topic.visible)'."
        case .meantCommand(let command): "For the command type \(command.use)."
        case .shellCommand(let line, let name):
            "'\(name)' is a command of the shell: leave with /quit and type: askcsp \(line.visible)"
        case .questionAlone(let question): "Here the question alone is enough: \(question.visible)"
        case .took(let duration): "Time: \(Notice.milliseconds(duration)) ms"
        }
    }

    /// With one decimal.
    private static func milliseconds(_ duration: Duration) -> String {
        let tenths =
            (duration.components.seconds * 10_000) + duration.components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
