import FactStore
import Facts
import Language
import Notation

/// Answers messages from one grammar, one store and one reference date. It holds no state between messages.
public struct Service: Sendable {
    public let today: Day
    let grammar: Grammar
    let store: Store
    /// What can be suggested in place of questions that were not answered. Each is proven by reading it, which costs as
    /// much as answering; what is lacking is mostly the same.
    let knownSuggestions = Remembered<Suggestions.Need, [String]>(most: 500)

    var realiser: Realiser { Realiser(grammar: grammar) }
    var restatement: Restatement { Restatement(grammar: grammar) }

    /// - Throws: `Problems` with every mistake in the data; `StoreError` when the store cannot be used.
    public init(
        grammar: CompiledGrammar, data: [TextFile], store location: StoreLocation, today: Day,
        names: LayerKeeper = .none
    ) throws {
        self.today = today
        store = try Store.open(location, data: data, codelists: grammar.codelists)
        self.grammar = Grammar(grammar, catalogue: try store.catalogue(), names: names)
    }

    private init(grammar: Grammar, store: Store, today: Day) {
        self.today = today
        self.grammar = grammar
        self.store = store
    }

    /// One reply and what the next message may lean on.
    ///
    /// - Throws: `StoreError` when the store cannot be read. Not understanding the message is a reply.
    public func reply(to message: String, in conversation: Conversation) throws -> (
        reply: Reply, conversation: Conversation
    ) {
        let reading = read(message, in: conversation)
        var answering = Answering(
            service: self, message: message, reading: reading, conversation: conversation)
        let reply = try answering.reply()
        return (reply, answering.conversation)
    }

    /// The same, with another day taken for today.
    public func counting(from day: Day) -> Service {
        Service(grammar: grammar, store: store, today: day)
    }

    /// Lets go of an answer that nobody waits for any more, so that the next need not wait for it.
    public func interrupt() { store.interrupt() }

    /// Lets another program write to the store until the next message.
    ///
    /// - Throws: `StoreError`.
    public func rest() throws {
        try store.rest()
        knownSuggestions.forget()
    }

    func read(_ message: String, in conversation: Conversation) -> MessageReading {
        MessageReader(grammar: grammar, today: today).read(
            message, after: conversation.fragment, context: conversation.context)
    }
}
