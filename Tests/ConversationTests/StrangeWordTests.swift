import Facts
import SampleScore
import Testing

@testable import Conversation
@testable import Language

/// A word that nobody taught the grammar makes a question one that is declined, or leaves its answer as it was.
/// It never makes another question of it.
struct StrangeWordTests {
    private static let words = ["zorblax", "quimbin", "vexnar", "glorphed", "uzzick"]

    /// What became of all the questions with one word more.
    private struct Outcomes {
        var declined = 0
        /// Answered as if the word were not there, and without a note of it.
        var unnoticed: [String] = []
        var otherAnswer: [String] = []
    }

    @Test func theWordsAreStrange() throws {
        let grammar = try Shared.service.get().grammar
        for word in StrangeWordTests.words {
            #expect(!grammar.spelling.knows(word) && grammar.spelling.mended(word) == nil)
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
            for question in StrangeWordTests.variants(of: sample.question, seed: index) {
                let other = try service.reply(to: question, in: conversation).reply
                if other.status != .answered {
                    outcomes.declined += 1
                } else if other.answer != reply.answer {
                    let (got, expected) = (
                        other.answer.prefix { $0 != "\n" }, reply.answer.prefix { $0 != "\n" }
                    )
                    outcomes.otherAnswer.append(
                        "- \(sample.id): \(question)\n    \(got)\n    instead of \(expected)")
                } else if !other.notes.contains(where: { StrangeWordTests.names($0) }) {
                    outcomes.unnoticed.append("- \(sample.id): \(question)")
                }
            }
        }
        #expect(outcomes.declined > 0)
        // Other words for the same members, or a passage less: counted until they are settled, and never more.
        let open = try Checkout.counts("strange-words")[file.name] ?? 0
        if outcomes.otherAnswer.count > open {
            record(outcomes.otherAnswer, "other answers")
        }
        record(outcomes.unnoticed, "answers that leave the word unnoticed")
    }

    private func record(_ failures: [String], _ name: String) {
        guard !failures.isEmpty else { return }
        Issue.record("\(failures.count) \(name)\n\(failures.joined(separator: "\n"))")
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
