import Facts

/// What was made of a message.
public struct MessageReading: Sendable {
    public let outcome: Outcome
    /// Each word of the message, and what it was read as.
    public let words: [Reply.Word]
    /// Misspelt words and what they were taken for.
    public let repairs: [Repair]
    /// Stretches that gave background only.
    public let setAside: [String]
    /// Whether a message that makes no question speaks of a crime type, measure or list all the same: what comes
    /// after it is about that, and no longer about what was asked before.
    public let leavesSubject: Bool
    /// What could be read, where no question came of it: in each of the ways that are the likeliest.
    public let heard: [Fragment]

    init(
        outcome: Outcome, words: [Reply.Word] = [], repairs: [Repair] = [], setAside: [String] = [],
        leavesSubject: Bool = true, heard: [Fragment] = []
    ) {
        self.outcome = outcome
        self.words = words
        self.repairs = repairs
        self.setAside = setAside
        self.leavesSubject = leavesSubject
        self.heard = heard
    }

    public struct Repair: Hashable, Sendable {
        public let written: String
        public let taken: String
    }

    public enum Outcome: Sendable {
        /// In the order they were asked; more than one when the message asked more.
        case asked([Asked])
        /// With the question that is left without what is not held: of "why did it rise?" whether it rose.
        /// The slots are what a follow-up leans on.
        case refused(Refusal, about: Asked?, Fragment)
        /// Readings that are equally good.
        case unclear([Question])
        /// Read, and not enough to answer; the slots say what was there.
        case incomplete(Fragment)
        case tooLong
        /// The words that were not read; none when words were read and make no question together.
        case notUnderstood([String])
    }
}

/// A question and what it leans on.
public struct Asked: Sendable {
    public let question: Question
    public let assumptions: [Assumption]
    /// Whether parts of it came from the conversation.
    public let isFollowUp: Bool
    public let fragment: Fragment
}

/// The slots of a reading, as a conversation keeps them. What is in it is the language's own affair.
public struct Fragment: Hashable, Sendable {
    let reading: Reading

    init(reading: Reading) { self.reading = reading }

    /// What a question has settled leans on nothing any more: "the quarter before" is Q1, whatever comes next.
    init(reading: Reading, settledBy question: Question, isFollowUp: Bool) {
        var reading = reading
        let periods = reading.periods()
        if case .figures(let figures) = question, figures.periods.count == periods.count,
            periods.contains(where: \.leansOnAnother)
        {
            reading.set(.period, figures.periods.map { .period(.fixed($0)) })
        }
        // A change between two figures that were talked about is between their periods, whatever comes next.
        if case .figures(let figures) = question, isFollowUp, periods.isEmpty, figures.periods.count == 2,
            case .change = figures.quantity
        {
            reading.set(.period, figures.periods.map { .period(.fixed($0)) })
        }
        self.reading = reading
    }

    public static let empty = Fragment(reading: Reading())

    /// Without the places, crime types and things that nothing is held for.
    public var withoutUnheld: Fragment {
        var reading = reading
        for slot in [Slot.area, .unheld, .crime, .except, .topic, .number] { reading.set(slot, nil) }
        return Fragment(reading: reading)
    }
}
