import Conversation
import FactStore
import Facts
import Language
import SampleScore

/// The sample questions that stand on their own, and what the checkout's own files make of them.
struct SampleQuestions {
    let service: Service
    let all: [String]

    init() throws {
        service = try Checkout.service()
        all = try Checkout.samples().flatMap(\.samples).filter(\.context.isEmpty).map(\.question)
    }

    /// The questions about figures that have an answer, each with its SQL.
    func figures() throws -> [(question: String, sql: [String])] {
        try all.compactMap { question in
            guard try service.reply(to: question, in: .new).reply.status == .answered else { return nil }
            let sql = try sql(of: question)
            return sql.isEmpty ? nil : (question, sql)
        }
    }

    /// The statements that `explain` shows for a question.
    func sql(of question: String) throws -> [String] {
        try service.explanation(of: question, in: .new).split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("  SELECT ")
        }
    }
}
