import Facts
import Language

/// What a follow-up may lean on. It goes out with each reply and comes back with the next message.
public struct Conversation: Hashable, Sendable {
    /// The slots of the last question that was read.
    var fragment: Fragment
    /// The figures answered about, latest last.
    var context: Context
    /// What has to be said once, and was.
    var said: Set<String> = []

    public static let new = Conversation(fragment: .empty, context: Context())

    /// Figures further back than this are not leant on.
    static let longestFocus = 6
}
