import Conversation
import Facts

/// What TAB may make of a line: of a command its name and what may follow it, of anything else a question.
struct TerminalCompletion {
    let service: Service
    let completion: Prepared<Completion>
    /// What a question may lean on.
    let conversation: Conversation

    /// Whole lines, best first.
    func lines(for line: String) -> [String] {
        guard line.first == "/" else { return questions(line, in: conversation) }
        guard let space = line.firstIndex(of: " ") else {
            return TerminalCommand.allCases.map { "/" + $0.rawValue }.filter { $0.hasPrefix(line) }
        }
        guard case .command(let command, _) = TerminalEntry(String(line[..<space]), choices: 0) else {
            return []
        }
        let argument = String(line[line.index(after: space)...].drop { $0 == " " })
        return arguments(of: command, begun: argument).map { line[...space] + $0 }
    }

    private func arguments(of command: TerminalCommand, begun: String) -> [String] {
        let choices: [String]
        switch command.argument {
        case .nothing: choices = []
        case .question: return questions(begun, in: command == .new ? .new : conversation)
        case .file: return FileNames.beginning(with: begun)
        case .command: choices = TerminalCommand.allCases.map(\.rawValue)
        case .topic: choices = ((try? service.examples(about: nil)) ?? []).map { $0.title.lowercased() }
        case .format: choices = Format.allCases.map(\.rawValue)
        case .pager, .onOrOff: choices = ["on", "off"]
        case .date: choices = service.daysToCountFrom.map(\.description)
        }
        return choices.filter { $0.hasPrefix(begun.lowercased()) }
    }

    private func questions(_ line: String, in conversation: Conversation) -> [String] {
        // Somebody may import a file while somebody else goes on typing.
        defer { try? service.rest() }
        return (try? completion.value.lines(for: line, in: conversation)) ?? []
    }
}
