/// What a message gets back. Not understanding somebody is a reply, not an error.
public struct Reply: Hashable, Sendable {
    public var question: String
    public var status: Status
    /// The text a person is shown, lists included.
    public var answer: String
    /// In fixed words; asked back, they read to the same meaning. Empty when nothing was understood.
    public var understood: String
    public var figures: [Figure]
    /// The figures side by side, when the answer is a table.
    public var table: Table?
    /// The members of a list, when one was asked for.
    public var items: [String]
    /// Assumptions, repairs, cautions.
    public var notes: [String]
    /// Titles of the sources the answer rests on.
    public var sources: [String]
    /// Questions that can be answered, proven by reading them.
    public var suggestions: [String]
    public var words: [Word]

    public init(
        question: String, status: Status, answer: String, understood: String = "", figures: [Figure] = [],
        table: Table? = nil, items: [String] = [], notes: [String] = [], sources: [String] = [],
        suggestions: [String] = [],
        words: [Word] = []
    ) {
        self.question = question
        self.status = status
        self.answer = answer
        self.understood = understood
        self.figures = figures
        self.table = table
        self.items = items
        self.notes = notes
        self.sources = sources
        self.suggestions = suggestions
        self.words = words
    }

    public enum Status: String, Hashable, Sendable, CaseIterable {
        case answered
        /// Understood, and not held.
        case noData = "no-data"
        /// Two or more readings, equally good.
        case unclear
        case notUnderstood = "not-understood"
    }

    /// Figures in rows and columns, as they are shown. The first column names the rows.
    public struct Table: Hashable, Sendable {
        public let columns: [String]
        public let rows: [[String]]

        public init(columns: [String], rows: [[String]]) {
            self.columns = columns
            self.rows = rows
        }
    }

    /// A figure the answer states, ready for a table or a file.
    public struct Figure: Hashable, Sendable {
        /// Without a unit or separators: `8.8`.
        public let value: String
        public let unit: Unit
        /// Names, not ids.
        public let measure: String
        public let crimeType: String?
        public let area: String
        public let period: Period
        public let kind: Kind
        public let note: String?
        public let source: String
        public let role: Role

        /// What the figure is in its answer.
        public enum Role: Hashable, Sendable {
            /// How much there was in the period.
            case level
            /// How much it changed from another period to its own.
            case change(from: Period)
            /// What levels came to: a sum, an average, a count.
            case result
        }

        public init(
            value: String, unit: Unit, measure: String, crimeType: String?, area: String, period: Period,
            kind: Kind, note: String?, source: String, role: Role = .level
        ) {
            self.value = value
            self.unit = unit
            self.measure = measure
            self.crimeType = crimeType
            self.area = area
            self.period = period
            self.kind = kind
            self.note = note
            self.source = source
            self.role = role
        }
    }

    /// A word of the message and what it was read as.
    public struct Word: Hashable, Sendable {
        public let text: String
        /// UTF-8 offsets into the message.
        public let start: Int
        public let end: Int
        /// `period`, `crime type`, `small word`, `unknown`...
        public let read: String

        public init(text: String, start: Int, end: Int, read: String) {
            self.text = text
            self.start = start
            self.end = end
            self.read = read
        }
    }
}
