/// What a conversation can do besides answer: `/help` and the others.
enum TerminalCommand: String, CaseIterable {
    case help, examples, explain, sql, source, table, chart, csv, format, context, new, pager, timing, today,
        quit

    /// Words that do the same without a slash.
    static let words: [String: TerminalCommand] = ["help": .help, "quit": .quit, "exit": .quit]

    var use: String {
        switch self {
        case .help: "/help"
        case .examples: "/examples [topic]"
        case .explain: "/explain [question]"
        case .sql: "/sql [question]"
        case .source: "/source"
        case .table: "/table"
        case .chart: "/chart"
        case .csv: "/csv FILE"
        case .format: "/format [name]"
        case .context: "/context"
        case .new: "/new"
        case .pager: "/pager [on|off|command]"
        case .timing: "/timing [on|off]"
        case .today: "/today [date]"
        case .quit: "/quit"
        }
    }

    private var meaning: String {
        switch self {
        case .help: "this help; so does the word help"
        case .examples: "questions that can be asked"
        case .explain:
            "how a question was read, and where its numbers come from; the last one when none is given"
        case .sql: "the statements that fetch the figures of a question, or of the last"
        case .source: "where the figures of the last answer come from"
        case .table: "the figures of the last answer as a table"
        case .chart: "the figures of the last answer as bars"
        case .csv: "the last answer into a new file, as CSV"
        case .format: "how answers are written: \(Format.names)"
        case .context: "what the next question may lean on"
        case .new: "forget what was asked before"
        case .pager: "whether long output is paged, and by what; $PAGER, or less -FIRX"
        case .timing: "whether each answer says how long it took"
        case .today: "the date that 'last quarter' and the like are counted from"
        case .quit: "leave; so do quit, exit and Ctrl-D"
        }
    }

    /// What may be typed after it; nil for a question.
    var arguments: [String]? {
        switch self {
        case .explain, .sql: nil
        case .format: Format.allCases.map(\.rawValue)
        case .pager, .timing: ["on", "off"]
        case .help, .examples, .source, .table, .chart, .csv, .context, .new, .today, .quit: []
        }
    }

    static var overview: String {
        let width = allCases.map(\.use.count).max() ?? 0
        let commands = allCases.map { command in
            let space = String(repeating: " ", count: width - command.use.count + 2)
            return "  " + command.use + space + command.meaning
        }
        return """
            Ask in your own words. What you ask next may lean on it: "and Q1?".
            A number picks the question with that number. TAB completes, Ctrl-R searches what was asked before, \
            Ctrl-C drops the line or gives up an answer.
            \(commands.joined(separator: "\n"))
            The beginning of a command is enough where no other begins so.
            """
    }
}
