import ArgumentParser

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "How a question was read, the SQL, and where each number comes from.",
        usage: "askcsp explain [options] <question>")

    @OptionGroup var options: Options

    @Argument(help: "The question.", completion: ShellCompletion.question)
    var question: [String]

    func run() throws {
        let message = question.joined(separator: " ").trimmed
        guard !message.isEmpty else { throw CommandFailure.emptyQuestion }
        let service = try options.service()
        let explanation = try service.explanation(of: message, in: .new)
        var records = RecordWriter(options: options, columns: ["question", "explanation"], isAlone: true)
        try records.add(text: explanation.visible, row: [.text(message), .text(explanation)])
        try records.finish()
        guard try service.reply(to: message, in: .new).reply.status == .answered else {
            throw Ending.NotAnswered()
        }
    }
}
