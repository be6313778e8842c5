import Facts
import SampleScore
import Testing

@testable import Conversation

/// What holds of every reply, whatever was asked.
struct ReplyTests {
    /// A message as it stands in its conversation.
    struct Message: Sendable {
        let context: [String]
        let text: String

        func reply(from service: Service) throws -> Replied {
            let before = try context.reduce(Conversation.new) {
                try service.reply(to: $1, in: $0).conversation
            }
            let (reply, after) = try service.reply(to: text, in: before)
            return Replied(message: self, reply: reply, conversation: after)
        }
    }

    struct Replied: Sendable {
        let message: Message
        let reply: Reply
        let conversation: Conversation
    }

    private static let typed = [
        "", " ", "?", "\u{0}", "¿Qué?", "🙂", "%", "Q2", "drug", String(repeating: "public order ", count: 60),
    ]

    /// Each sample, and what somebody may type besides.
    private static let all = Result {
        let samples = try Checkout.samples().flatMap(\.samples).map {
            Message(context: $0.context, text: $0.question)
        }
        let service = try Shared.service.get()
        return try (samples + typed.map { Message(context: [], text: $0) }).map {
            try $0.reply(from: service)
        }
    }

    @Test func theSameQuestionHasTheSameReply() throws {
        for first in try ReplyTests.all.get() {
            for service in [try Shared.service.get(), try Shared.other.get()] {
                let again = try first.message.reply(from: service)
                #expect(first.reply == again.reply, "\(first.message.text)")
                #expect(first.conversation == again.conversation, "\(first.message.text)")
            }
        }
    }

    @Test func everySuggestionHasAnAnswer() throws {
        var offered: [String: String] = [:]
        for one in try ReplyTests.all.get() {
            for suggestion in one.reply.suggestions {
                offered[suggestion] = offered[suggestion] ?? one.message.text
            }
        }
        try #require(offered.count > 10)
        for (suggestion, question) in offered.sorted(by: { $0.key < $1.key }) {
            let reply = try Shared.service.get().reply(to: suggestion, in: .new).reply
            #expect(reply.status == .answered, "\(suggestion)\noffered after \(question)")
        }
    }

    /// Whoever reads an answer sees what was understood, and can ask for it in those words.
    @Test func everyAnswerSaysWhatItUnderstood() throws {
        for one in try ReplyTests.all.get() {
            #expect(!one.reply.answer.isEmpty, "\(one.message.text)")
            #expect(one.reply.status != .answered || !one.reply.understood.isEmpty, "\(one.message.text)")
            #expect(one.reply.question == one.message.text)
        }
    }

    /// A choice of one is none.
    @Test func whatIsUnclearOffersSeveral() throws {
        for one in try ReplyTests.all.get() where one.reply.status == .unclear {
            #expect(Set(one.reply.suggestions).count > 1, "\(one.message.text)")
        }
    }

    /// No answer is about other figures than those beside it.
    @Test func anAnswerHoldsItsFigures() throws {
        for one in try ReplyTests.all.get() where one.reply.status == .answered && !one.reply.figures.isEmpty
        {
            let said = PlainText(one.reply.answer).numbers
            let isSaid = one.reply.figures.contains {
                Double($0.value).map { said.contains(abs($0)) } ?? false
            }
            #expect(isSaid, "\(one.message.text)\n\(one.reply.answer)")
        }
    }
}
