import Glibc

/// Where the questions come from.
enum Questions {
    /// Arguments, each on its own.
    case several([String])
    /// Standard input or a file.
    case lines(LineReader)
    /// Somebody at a terminal.
    case conversation

    init(arguments: [String], file: String?) throws {
        if let file {
            guard arguments.isEmpty else { throw CommandFailure.questionAndFile }
            self = .lines(try file == "-" ? .standardInput : LineReader(path: file))
        } else if let messages = try Questions.parted(arguments, orElse: .emptyQuestion) {
            self = .several(messages)
        } else if arguments.isEmpty, Terminal.isConversation {
            self = .conversation
        } else {
            self = .lines(.standardInput)
        }
    }

    /// What arguments ask: where one of them has white space each is a question of its own, as those of a shell's array
    /// are, `askcsp "drugs" "public order Q2"`; otherwise they are the words of one. Nil for no arguments, and for '-',
    /// which stands for standard input.
    ///
    /// - Parameter failure: thrown when one of them is empty.
    static func parted(_ arguments: [String], orElse failure: CommandFailure) throws -> [String]? {
        guard !arguments.isEmpty, arguments != ["-"] else { return nil }
        let isEach = arguments.contains { $0.contains(where: \.isWhitespace) }
        guard !isEach || !arguments.contains("-") else { throw CommandFailure.questionAndInput }
        let messages = (isEach ? arguments : [arguments.joined(separator: " ")]).map(\.trimmed)
        guard !messages.contains("") else { throw failure }
        return messages
    }
}
