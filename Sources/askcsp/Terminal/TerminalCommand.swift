/// What a conversation can do besides answer: `/help` and the others.
enum TerminalCommand: String, CaseIterable {
    case help, examples, explain, sql, source, table, chart, csv, format, context, new, pager, timing, today,
        quit

    /// Words that do the same without a slash.
    static let words: [String: TerminalCommand] = ["help": .help, "?": .help, "quit": .quit, "exit": .quit]

    /// What may be typed after a command.
    enum Argument {
        case nothing, command, topic, question, file, format, pager, onOrOff, date
    }

    var argument: Argument {
        switch self {
        case .help: .command
        case .examples: .topic
        case .explain, .sql, .new: .question
        case .csv: .file
        case .format: .format
        case .pager: .pager
        case .timing: .onOrOff
        case .today: .date
        case .source, .table, .chart, .context, .quit: .nothing
        }
    }

    var use: String {
        let name = "/\(rawValue)"
        return switch argument {
        case .nothing: name
        case .command: name + " [command]"
        case .topic: name + " [topic]"
        case .question: name + " [question]"
        case .file: name + " FILE"
        case .format: name + " [name]"
        case .pager: name + " [on|off|command]"
        case .onOrOff: name + " [on|off]"
        case .date: name + " [date]"
        }
    }

    var meaning: String {
        switch self {
        case .help: "this help, or that of one command; so do the words help and ?"
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
        case .new: "forget what was asked before, and ask anew"
        case .pager: "whether long output is paged, and by what; $PAGER, or less -FIRX"
        case .timing: "whether each answer says how long it took"
        case .today: "the date that 'last quarter' and the like are counted from"
        case .quit: "leave; so do quit, exit and Ctrl-D"
        }
    }
}
