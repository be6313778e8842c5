import ArgumentParser
import Conversation

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "How a question was read, the SQL, and where each number comes from.",
        usage: "askcsp explain [options] <question | -> ...",
        discussion: """
            Words without quotes are one question. When at least one argument has a space in it, each argument is a \
            question of its own. '-' stands for standard input: a question a line, and a blank line starts a new \
            conversation.
            """)

    @OptionGroup var options: Options

    @Argument(help: "The question, or '-' for standard input.", completion: ShellCompletion.question)
    var question: [String]

    func run() throws {
        let messages = try Questions.parted(question, orElse: .emptyQuestion)
        let service = try options.settings.service()
        var records = RecordWriter(
            settings: options.settings, columns: ["question", "explanation"], isAlone: messages?.count == 1,
            gap: "\n")
        var isEveryAnswered = true
        func show(_ message: String, in conversation: Conversation) throws -> Conversation {
            let explanation = try service.explanation(of: message, in: conversation)
            try records.add(text: explanation.visible, row: [.text(message), .text(explanation)])
            let (reply, next) = try service.reply(to: message, in: conversation)
            if reply.status != .answered { isEveryAnswered = false }
            return next
        }
        if let messages {
            for message in messages { _ = try show(message, in: .new) }
        } else {
            var lines = LineReader.standardInput
            var conversation = Conversation.new
            while let message = try lines.next()?.trimmed {
                conversation =
                    message.isEmpty ? .new : try lines.located { try show(message, in: conversation) }
            }
        }
        try records.finish()
        if !isEveryAnswered { throw Ending.NotAnswered() }
    }
}
