import FactStore
import Language
import Notation
import SampleScore

@testable import Conversation

/// One service for the tests that only ask: it takes longer to build than to ask.
enum Shared {
    static let service = Result { try built() }
    /// The same files once more.
    static let other = Result { try built() }

    private static let files = Result { (grammar: try Checkout.grammar(), data: try Checkout.data()) }

    private static func built() throws -> Service {
        let files = try files.get()
        return try Service(
            grammar: CompiledGrammar(files: files.grammar), data: files.data, store: .memory,
            today: Checkout.today)
    }
}

extension Service {
    /// The conversation before a sample's question.
    func conversation(_ sample: Sample) throws -> Conversation {
        try sample.context.reduce(.new) { try reply(to: $1, in: $0).conversation }
    }
}
