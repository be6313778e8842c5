/// The help of a conversation, as wide as the window.
struct TerminalHelp {
    /// Nil where nothing is known of the window.
    let screen: Screen?

    var overview: String {
        let width = TerminalCommand.allCases.map(\.use.count).max() ?? 0
        let opening = """
            Ask in your own words. What you ask next may lean on it: "and Q1?".
            A number picks the question with that number. TAB completes, Ctrl-R searches what was asked before, \
            Ctrl-C drops the line or gives up an answer.
            """
        let closing = "The beginning of a command is enough where no other begins so."
        let commands = TerminalCommand.allCases.map { line($0, width: width) }
        return ([wrapped(opening)] + commands + [wrapped(closing)]).joined(separator: "\n")
    }

    func about(_ command: TerminalCommand) -> String { line(command, width: command.use.count) }

    /// What it does stands in a column of its own; below the command where the window is too narrow for that.
    private func line(_ command: TerminalCommand, width: Int) -> String {
        let start = 2 + width + 2
        guard let screen, let columns = screen.columns else {
            return "  " + command.use.padded(to: width + 2) + command.meaning
        }
        guard columns - start >= TerminalHelp.narrowest else {
            return screen.wrapped("  \(command.use)\n    \(command.meaning)")
        }
        let rest = screen.narrower(by: start).wrapped(command.meaning).split(separator: "\n")
        let lines = rest.enumerated().map { index, text in
            (index == 0 ? "  " + command.use : "").padded(to: start) + text
        }
        return lines.joined(separator: "\n")
    }

    /// Columns in which words still read well.
    private static let narrowest = 24

    private func wrapped(_ text: String) -> String { screen?.wrapped(text) ?? text }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
