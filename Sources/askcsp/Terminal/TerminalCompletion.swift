import Conversation

/// What TAB may make of a line: of a command its name and what may follow it, of anything else a question.
struct TerminalCompletion {
    let completion: Completion
    /// What a question may lean on.
    let conversation: Conversation

    /// Whole lines, best first.
    func lines(for line: String) -> [String] {
        guard line.first == "/" else { return questions(line) }
        guard let space = line.firstIndex(of: " ") else {
            return TerminalCommand.allCases.map { "/" + $0.rawValue }.filter { $0.hasPrefix(line) }
        }
        guard case .command(let command, _) = TerminalEntry(String(line[..<space]), choices: 0) else {
            return []
        }
        let start = line[...space]
        let argument = line[line.index(after: space)...].drop { $0 == " " }
        guard let arguments = command.arguments else { return questions(String(argument)).map { start + $0 } }
        return arguments.filter { $0.hasPrefix(argument) }.map { start + $0 }
    }

    private func questions(_ line: String) -> [String] {
        (try? completion.lines(for: line, in: conversation)) ?? []
    }
}
