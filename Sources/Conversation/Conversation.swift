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

extension Service {
    /// What the next message may lean on, in fixed words, the latest last: `formal action rate, drug offences, Q2 2022/23`.
    public func leaning(in conversation: Conversation) -> [String] {
        conversation.context.focus.map { focus in
            restatement.text(.figures(FigureQuestion(series: [focus.series], periods: [focus.period])))
        }
    }
}
