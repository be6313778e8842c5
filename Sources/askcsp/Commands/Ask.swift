import ArgumentParser
import Conversation
import Glibc

struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask a question, hold a conversation, or answer questions from standard input.")

    @OptionGroup var options: Options

    @Argument(help: "The question.")
    var question: [String] = []

    func run() throws {
        let message = question.joined(separator: " ").trimmed
        guard question.isEmpty || !message.isEmpty else { throw CommandFailure.emptyQuestion }
        let service = try options.service()
        if !question.isEmpty {
            try answer(message, with: service)
        } else if Terminal.isConversation, options.format == .text {
            var conversation = TerminalConversation(service: service, style: options.style)
            try conversation.hold()
        } else {
            try answerLines(with: service)
        }
    }

    private func answer(_ message: String, with service: Service) throws {
        var printer = ReplyPrinter(options: options, isAlone: true)
        try printer.show(service.reply(to: message, in: .new).reply)
        try printer.finish()
    }

    /// A question a line; a blank line starts a new conversation.
    private func answerLines(with service: Service) throws {
        var lines = LineReader(descriptor: STDIN_FILENO)
        var printer = ReplyPrinter(options: options, isAlone: false)
        var conversation = Conversation.new
        while let line = try lines.next() {
            let message = line.trimmed
            if message.isEmpty {
                conversation = .new
                continue
            }
            let (reply, next) = try service.reply(to: message, in: conversation)
            conversation = next
            try printer.show(reply)
        }
        try printer.finish()
    }
}
