import Glibc

/// Where the questions come from.
enum Questions {
    /// Arguments, each on its own.
    case several([String])
    /// Standard input or a file.
    case lines(LineReader)
    /// Somebody at a terminal.
    case conversation

    /// Arguments without white space are the words of one question; with it, each is a question. A mixture may be
    /// either, and is not guessed at.
    init(arguments: [String], file: String?) throws {
        if let file {
            guard arguments.isEmpty else { throw CommandFailure.questionAndFile }
            self = .lines(try file == "-" ? .standardInput : LineReader(path: file))
        } else if arguments == ["-"] {
            self = .lines(.standardInput)
        } else if arguments.isEmpty {
            self = Terminal.isConversation ? .conversation : .lines(.standardInput)
        } else {
            self = .several(try Questions.questions(of: arguments))
        }
    }

    private static func questions(of arguments: [String]) throws -> [String] {
        let quoted = arguments.filter { $0.contains(where: \.isWhitespace) }
        guard quoted.isEmpty || quoted.count == arguments.count else { throw CommandFailure.partlyQuoted }
        let questions = quoted.isEmpty ? [arguments.joined(separator: " ")] : arguments
        guard questions.allSatisfy({ !$0.trimmed.isEmpty }) else { throw CommandFailure.emptyQuestion }
        return questions.map(\.trimmed)
    }
}
