/// What a conversation can do besides answer: `/help` and the others.
enum TerminalCommand: String, CaseIterable {
    case help, examples, explain, source, new, quit

    /// Words that do the same without a slash.
    static let words: [String: TerminalCommand] = ["help": .help, "quit": .quit, "exit": .quit]

    var use: String {
        switch self {
        case .help: "/help"
        case .examples: "/examples [topic]"
        case .explain: "/explain [question]"
        case .source: "/source"
        case .new: "/new"
        case .quit: "/quit"
        }
    }

    private var meaning: String {
        switch self {
        case .help: "this help; so does the word help"
        case .examples: "questions that can be asked"
        case .explain:
            "how a question was read, the last one when none is given, and where its numbers come from"
        case .source: "where the figures of the last answer come from"
        case .new: "forget what was asked before"
        case .quit: "leave; so do quit, exit and Ctrl-D"
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
            Ctrl-C drops the line.
            \(commands.joined(separator: "\n"))
            """
    }
}
