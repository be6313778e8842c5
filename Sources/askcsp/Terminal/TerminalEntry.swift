import Notation

/// What a line typed in a conversation asks for.
enum TerminalEntry: Equatable {
    case nothing
    case question(String)
    /// The number of a suggestion.
    case pick(Int)
    case command(TerminalCommand, argument: String)
    case unknownCommand(String, nearest: TerminalCommand?)
    /// The beginning of several commands.
    case ambiguousCommand(String, [TerminalCommand])

    /// - Parameter choices: how many suggestions there are to pick from.
    init(_ line: String, choices: Int) {
        let text = line.trimmed
        if text.isEmpty {
            self = .nothing
        } else if let number = Int(text), (1...9).contains(text.count), choices > 0 {
            self = .pick(number)
        } else if let command = TerminalCommand.words[text.lowercased()] {
            self = .command(command, argument: "")
        } else if TerminalEntry.isCommand(text) {
            self.init(command: text.dropFirst())
        } else {
            self = .question(text)
        }
    }

    /// `/quit`; and `\q` or `.quit`, which the fingers of who comes from another program type by themselves.
    private static func isCommand(_ text: String) -> Bool {
        switch text.first {
        case "/": true
        case "\\", ".": text.dropFirst().first.map { $0.isLetter || $0 == "?" } ?? false
        default: false
        }
    }

    private init(command text: Substring) {
        let name = text.prefix { !$0.isWhitespace }.lowercased()
        let argument = text.dropFirst(name.count).trimmed
        let begun = TerminalCommand.allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
        let command = TerminalCommand(rawValue: name) ?? TerminalCommand.words[name]
        if let command = command ?? (begun.count == 1 ? begun.first : nil) {
            self = .command(command, argument: argument)
        } else if begun.count > 1 {
            self = .ambiguousCommand(name, begun)
        } else {
            let nearest = EditDistance.nearest(to: name, among: TerminalCommand.allCases.map(\.rawValue))
            self = .unknownCommand(name, nearest: nearest.flatMap(TerminalCommand.init))
        }
    }
}
