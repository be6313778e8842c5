import FactStore
import Facts
import Foundation
import SampleScore
import Testing

@testable import Conversation
@testable import Language

/// What was understood, in fixed words: asked back, it means the same and has the same answer.
struct RoundTripTests {
    @Test(arguments: QuestionSpace.Form.allCases) func everyQuestionThereIs(_ form: QuestionSpace.Form) throws
    {
        let service = try Shared.service.get()
        let questions = QuestionSpace(service).questions(form)
        try #require(!questions.isEmpty)
        try expectRoundTrips(questions, of: form.rawValue, with: service)
    }

    @Test func whatTheSamplesAreReadAs() throws {
        let service = try Shared.service.get()
        var questions: [Question] = []
        for sample in try Checkout.samples().flatMap(\.samples) {
            guard
                case .asked(let asked) = service.read(sample.question, in: try service.conversation(sample))
                    .outcome
            else { continue }
            questions += asked.map(\.question).filter { !questions.contains($0) }
        }
        try #require(questions.count > 100)
        try expectRoundTrips(questions, of: "the samples", with: service)
    }

    private func expectRoundTrips(_ questions: [Question], of name: String, with service: Service) throws {
        let failures = try questions.compactMap { try failure($0, service) }
        // What does not hold yet, counted: Tests/Samples/round-trips.txt. The counts only ever go down.
        let open = try Checkout.counts("round-trips")[name] ?? 0
        guard failures.count > open else { return }
        Issue.record("\(name): \(failures.count) of \(questions.count)\n\(failures.joined(separator: "\n"))")
    }

    /// What became of a question's fixed words; nil when they are read as they were meant.
    private func failure(_ question: Question, _ service: Service) throws -> String? {
        let text = service.restatement.text(question)
        let again: [Question]
        switch service.read(text, in: .new).outcome {
        case .asked(let asked): again = asked.map(\.question)
        case .refused: return "- \(text)\n    is refused"
        case .unclear(let readings):
            let texts = readings.map { service.restatement.text($0) }
            return "- \(text)\n    is unclear: \(texts.joined(separator: " | "))"
        case .incomplete: return "- \(text)\n    is incomplete"
        case .tooLong: return "- \(text)\n    is too long"
        case .notUnderstood(let words):
            return "- \(text)\n    is not understood: \(words.joined(separator: " "))"
        }
        guard again.count == 1, isSame(again[0], question, service) else {
            let texts = again.map { service.restatement.text($0) }.joined(separator: " | ")
            let (one, two) = difference("\(question)", "\(again.first ?? question)")
            return texts == text
                ? "- \(text)\n    means \(one)\n    is read as \(two)" : "- \(text)\n    is read as \(texts)"
        }
        return try wrongAnswer(to: text, question, service)
    }

    /// The same question; of a list, about the same members.
    private func isSame(_ first: Question, _ second: Question, _ service: Service) -> Bool {
        guard case .items(var one) = first, case .items(let two) = second else { return first == second }
        let isOfSameMembers = service.realiser.items(of: one) == service.realiser.items(of: two)
        one.about = two.about
        one.isUnion = two.isUnion
        return isOfSameMembers && one == two
    }

    /// Where two texts differ, with a little of what stands before and after.
    private func difference(_ first: String, _ second: String) -> (String, String) {
        let start = first.commonPrefix(with: second).count
        func part(_ text: String, without end: Int) -> String {
            "…" + text.dropFirst(max(0, start - 40)).dropLast(max(0, end - 20)) + "…"
        }
        let end = min(
            String(first.reversed()).commonPrefix(with: String(second.reversed())).count,
            min(first.count, second.count) - start)
        return (part(first, without: end), part(second, without: end))
    }

    private func wrongAnswer(to text: String, _ question: Question, _ service: Service) throws -> String? {
        let reply = try service.reply(to: text, in: .new).reply
        guard case .figures(let figures) = question else {
            return reply.status == .answered && !reply.answer.isEmpty
                ? nil : "- \(text)\n    \(reply.status): \(reply.answer)"
        }
        var expected = service.realiser.text(of: try service.store.find(figures))
        // What it is compared with is shown beside it.
        if let text = expected, let other = figures.comparedWith {
            let plain = asking([other], figures.periods, figures.quantity)
            let beside = service.realiser.text(of: try service.store.find(plain))
            expected = ([text] + [beside].compactMap { $0 }).joined(separator: "\n")
        }
        if let expected, reply.status == .answered, reply.answer == expected { return nil }
        if expected == nil, reply.status == .noData { return nil }
        return "- \(text)\n    is answered: \(reply.answer)\n    instead of: \(expected ?? "nothing held")"
    }
}
