import SampleScore

@testable import Conversation

/// One service for the tests that only ask: it takes longer to build than to ask.
enum Shared {
    static let service = Result { try Checkout.service() }
    /// The same files once more.
    static let other = Result { try Checkout.service() }
}

extension Service {
    /// The conversation before a sample's question.
    func conversation(_ sample: Sample) throws -> Conversation {
        try sample.context.reduce(.new) { try reply(to: $1, in: $0).conversation }
    }
}
