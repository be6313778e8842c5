import Conversation
import FactStore
import Facts
import Language
import SampleScore

/// From the message to the question, without the store and without an answer.
struct ReadingAlone {
    let questions: SampleQuestions
    let rounds: Int

    func run() throws {
        let grammar = try CompiledGrammar(files: Checkout.grammar())
        let store = try Store.open(.memory, data: Checkout.data(), codelists: grammar.codelists)
        let times = Self.times(
            of: questions.all, by: Grammar(grammar, catalogue: try store.catalogue()), rounds: rounds)
        Row(
            what: "reading a sample question, the middle one", ours: times.quantile().microseconds,
            goal: "10 µs"
        ).show()
        Row(what: "  one in a hundred", ours: times.quantile(0.99).microseconds, goal: "50 µs").show()
        let reader = MessageReader(
            grammar: Grammar(grammar, catalogue: try store.catalogue()), today: Checkout.today)
        for count in [100, 400, 1_000, 10_000] {
            let words = questions.all.joined(separator: " ").split(separator: " ")
            let message = (0..<count).map { words[$0 % words.count] }.joined(separator: " ")
            let start = Clock.now
            _ = reader.read(message, after: .empty, context: Context())
            Row(
                what: "  a message of \(count) words", ours: (Clock.now - start).milliseconds,
                goal: count == 10_000 ? "50 ms" : ""
            ).show()
        }
    }

    /// For each question, the middle of some rounds, in seconds.
    static func times(of questions: [String], by grammar: Grammar, rounds: Int) -> [Double] {
        let reader = MessageReader(grammar: grammar, today: Checkout.today)
        return questions.map { question in
            (0..<rounds).map { _ in
                let start = Clock.now
                _ = reader.read(question, after: .empty, context: Context())
                return Clock.now - start
            }.quantile()
        }
    }
}
