import Facts
import SampleScore
import Testing

@testable import Conversation

/// What holds of every reply, whatever was asked.
struct ReplyTests {
    /// Each sample as it stands in its conversation, and what somebody may type besides.
    private static func messages() throws -> [(context: [String], question: String)] {
        let typed = [
            "", " ", "?", "\u{0}", "¿Qué?", "🙂", "%", "Q2", "drug",
            String(repeating: "public order ", count: 60),
        ]
        return try Checkout.samples().flatMap(\.samples).map { ($0.context, $0.question) }
            + typed.map { ([], $0) }
    }

    private static func reply(_ message: (context: [String], question: String), _ service: Service) throws
        -> (
            Reply, Conversation
        )
    {
        let before = try message.context.reduce(Conversation.new) {
            try service.reply(to: $1, in: $0).conversation
        }
        let (reply, after) = try service.reply(to: message.question, in: before)
        return (reply, after)
    }

    @Test func theSameQuestionHasTheSameReply() throws {
        for message in try ReplyTests.messages() {
            let (first, next) = try ReplyTests.reply(message, Shared.service.get())
            let (again, nextAgain) = try ReplyTests.reply(message, Shared.service.get())
            let (other, nextOther) = try ReplyTests.reply(message, Shared.other.get())
            #expect(first == again, "\(message.question)")
            #expect(first == other, "\(message.question)")
            #expect(next == nextAgain && next == nextOther, "\(message.question)")
        }
    }

    @Test func everySuggestionHasAnAnswer() throws {
        let service = try Shared.service.get()
        var offered: [String: String] = [:]
        for message in try ReplyTests.messages() {
            for suggestion in try ReplyTests.reply(message, service).0.suggestions {
                offered[suggestion] = offered[suggestion] ?? message.question
            }
        }
        try #require(offered.count > 10)
        for (suggestion, question) in offered.sorted(by: { $0.key < $1.key }) {
            let reply = try service.reply(to: suggestion, in: .new).reply
            #expect(reply.status == .answered, "\(suggestion)\noffered after \(question)")
        }
    }

    /// Whoever reads an answer sees what was understood, and can ask for it in those words.
    @Test func everyAnswerSaysWhatItUnderstood() throws {
        let service = try Shared.service.get()
        for message in try ReplyTests.messages() {
            let reply = try ReplyTests.reply(message, service).0
            #expect(!reply.answer.isEmpty, "\(message.question)")
            #expect(reply.status != .answered || !reply.understood.isEmpty, "\(message.question)")
            #expect(reply.question == message.question)
        }
    }

    /// A choice of one is none.
    @Test func whatIsUnclearOffersSeveral() throws {
        let service = try Shared.service.get()
        for message in try ReplyTests.messages() {
            let reply = try ReplyTests.reply(message, service).0
            #expect(reply.status != .unclear || Set(reply.suggestions).count > 1, "\(message.question)")
        }
    }

    /// The figures of a reply are in its answer: nothing is said without a figure, and no figure is made up.
    @Test func everyNumberOfAnAnswerIsAFigure() throws {
        let service = try Shared.service.get()
        for message in try ReplyTests.messages() {
            let reply = try ReplyTests.reply(message, service).0
            guard reply.status == .answered, !reply.figures.isEmpty else { continue }
            let said = PlainText(reply.answer).numbers
            let isShown = reply.figures.contains { Double($0.value).map { said.contains(abs($0)) } ?? false }
            #expect(isShown, "\(message.question)\n\(reply.answer)")
        }
    }
}
