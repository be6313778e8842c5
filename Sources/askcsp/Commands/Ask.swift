import ArgumentParser
import Conversation
import Facts
import Notation

struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask a question, hold a conversation, or answer questions from standard input.",
        usage: "askcsp [ask] [options] [question | -] ...",
        discussion: """
            Words without quotes are one question. When at least one argument has a space in it, each argument is a \
            question of its own. '-' stands for standard input.

              askcsp "drug offences Q2" "drug offences Q1"
              askcsp --file questions.txt --format csv --number
            """)

    @OptionGroup var options: Options

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Answer the questions of a file, one a line.", valueName: "path"),
        completion: .file())
    var file: String?

    @Flag(
        name: [.long, .customShort("n")],
        help: "Write the number of its line, or argument, with each answer.")
    var number = false

    @Flag(help: "Stop at the first question that is not answered.")
    var failFast = false

    @Argument(help: "The question, or '-' for standard input.", completion: ShellCompletion.question)
    var question: [String] = []

    func run() throws {
        let questions = try Questions(arguments: question, file: file)
        let service = try options.service()
        switch questions {
        case .several(let messages): try answer(messages, with: service)
        case .lines(let lines): try answer(lines, with: service)
        case .conversation:
            var conversation = TerminalConversation(service: service, options: options)
            try conversation.hold()
        }
    }

    private func printer(isAlone: Bool) -> ReplyPrinter {
        ReplyPrinter(options: options, isAlone: isAlone, isNumbered: number)
    }

    /// Each on its own.
    private func answer(_ messages: [String], with service: Service) throws {
        var printer = printer(isAlone: messages.count == 1)
        for (index, message) in messages.enumerated() {
            let reply = try service.reply(to: message, in: .new).reply
            try printer.show(reply, number: index + 1)
            if reply.status == .notUnderstood { try nameCommand(likeTheStartOf: message) }
            if try stops(at: reply, "arguments", index + 1) { break }
        }
        try printer.finish()
    }

    /// Whether it was asked to stop there, which is then said.
    private func stops(at reply: Reply, _ name: String, _ number: Int) throws -> Bool {
        guard failFast, reply.status != .answered else { return false }
        try Output.errors.write("askcsp: \(CommandFailure.stopped(name, line: number, reply.status))\n")
        return true
    }

    /// Of a misspelt command, which can only be taken for a question.
    private func nameCommand(likeTheStartOf message: String) throws {
        let word = String(message.prefix { !$0.isWhitespace }).lowercased()
        guard let name = EditDistance.nearest(to: word, among: AskCSP.commandNames), name != word else {
            return
        }
        try Output.errors.write("askcsp: did you mean the command 'askcsp \(name)'?\n")
    }

    /// A question a line; a blank line starts a new conversation.
    private func answer(_ lines: LineReader, with service: Service) throws {
        var lines = lines
        var printer = printer(isAlone: false)
        var conversation = Conversation.new
        while let line = try lines.next() {
            let message = line.trimmed
            if message.isEmpty {
                conversation = .new
                continue
            }
            let (reply, next) = try lines.located { try service.reply(to: message, in: conversation) }
            conversation = next
            try printer.show(reply, number: lines.number)
            if try stops(at: reply, lines.name, lines.number) { break }
        }
        try printer.finish()
    }
}
