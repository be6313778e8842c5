import Conversation
import Facts
import Notation

/// Answers the questions of one run.
struct Asking {
    var settings = Settings()
    /// Whether the number of its line or argument stands with each answer.
    var isNumbered = false
    /// Whether it stops at the first question that is not answered.
    var stopsEarly = false

    /// Answers a command line that is one question in quotation marks and nothing else; false for any other.
    ///
    /// No command and no option has white space in it, so that the argument parser would take it for a question too.
    /// The parser asks of each option of each command what it is, which takes as long as all the rest of a start.
    static func answered(_ arguments: [String]) throws -> Bool {
        guard arguments.count == 1, arguments[0].utf8.first != UInt8(ascii: "-"),
            arguments[0].contains(where: \.isWhitespace)
        else { return false }
        try Asking().answer(Questions(arguments: arguments, file: nil))
        return true
    }

    func answer(_ questions: Questions) throws {
        let service = try settings.service()
        switch questions {
        case .several(let messages): try answer(messages, with: service)
        case .lines(let lines): try answer(lines, with: service)
        case .conversation:
            var conversation = TerminalConversation(service: service, settings: settings)
            try conversation.hold()
        }
    }

    private func printer(isAlone: Bool) -> ReplyPrinter {
        ReplyPrinter(settings: settings, isAlone: isAlone, isNumbered: isNumbered)
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
        guard stopsEarly, reply.status != .answered else { return false }
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
