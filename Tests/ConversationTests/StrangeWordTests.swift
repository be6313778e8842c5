import Facts
import SampleScore
import Testing

@testable import Conversation

/// A word that nobody taught the grammar makes a question one that is declined, or leaves its answer as it was.
/// It never makes another question of it.
struct StrangeWordTests {
    private static let words = ["zorblax", "quimbly", "vexnar", "glorphed", "uzzick"]

    /// What became of all the questions with one word more.
    private struct Outcomes {
        var declined = 0
        var sameAnswer: [String] = []
        var otherAnswer: [String] = []
    }

    @Test func theWordsAreStrange() throws {
        let grammar = try Shared.service.get().grammar
        for word in StrangeWordTests.words {
            #expect(!grammar.vocabulary.knows(word) && grammar.vocabulary.mended(word) == nil)
        }
    }

    @Test(arguments: SampleTests.floors) func noOtherAnswerIsGiven(_ file: SampleTests.Floor) throws {
        let service = try Shared.service.get()
        let samples = try #require(try Checkout.samples().first { $0.name == file.name }).samples
        var outcomes = Outcomes()
        for (index, sample) in samples.enumerated() {
            let conversation = try service.conversation(sample)
            let reply = try service.reply(to: sample.question, in: conversation).reply
            guard reply.status == .answered else { continue }
            for (offset, question) in StrangeWordTests.variants(of: sample.question, seed: index).enumerated()
            {
                let other = try service.reply(to: question, in: conversation).reply
                if other.status != .answered {
                    outcomes.declined += 1
                } else if other.answer == reply.answer {
                    if !other.notes.contains(where: { StrangeWordTests.names($0) }) {
                        outcomes.sameAnswer.append("\(sample.id) \(offset): \(question)")
                    }
                } else {
                    outcomes.otherAnswer.append(
                        "- \(sample.id): \(question)\n    \(other.answer)\n    instead of \(reply.answer)")
                }
            }
        }
        try #require(outcomes.declined > 0)
        print(
            "\(file.name): declined \(outcomes.declined), answered all the same \(outcomes.sameAnswer.count)")
        for question in outcomes.sameAnswer { print("  \(question)") }
        let others = outcomes.otherAnswer
        if !others.isEmpty {
            Issue.record("\(others.count) other answers\n\(others.joined(separator: "\n"))")
        }
    }

    private static func names(_ note: String) -> Bool { words.contains { note.contains($0) } }

    /// The question with a strange word before, between and after its words, a word a place.
    private static func variants(of question: String, seed: Int) -> [String] {
        let pieces = question.split(separator: " ").map(String.init)
        return (0...pieces.count).map { place in
            let word = words[(seed + place) % words.count]
            return (pieces[..<place] + [word] + pieces[place...]).joined(separator: " ")
        }
    }
}
