import Facts

/// What a reading comes to.
enum Meaning: Hashable, Sendable {
    case question(Question, [Assumption])
    /// Understood, and never held.
    case refused(Refusal)
    /// Too little was said: no crime type or measure, say.
    case incomplete(Gap)

    /// Whether the store may be asked for it.
    var isAnswerable: Bool { if case .question = self { true } else { false } }
}

/// What was settled by a default; each is stated with the answer.
public enum Assumption: Hashable, Sendable {
    /// No period was named: the latest held.
    case latest(Period)
    /// No periods were named: the latest against the one before.
    case latestChange(from: Period, to: Period)
    /// A quarter or month was named without its year.
    case year(Period)
    /// A crime type that the measure leaves out in any case.
    case leftOut(String)
    /// Only a part of a stretch is held, and its units were asked for one by one.
    case partHeld(Period)
    /// No list was named; one has members that are about what was said.
    case list
    /// A crime type was named without a measure, or a name that stands for several.
    case measure(String)
    /// A name was given that stands for several crime types.
    case crimeType(String)
}

/// Why something that was understood cannot be answered, whatever the store holds.
public enum Refusal: Hashable, Sendable {
    /// Something people ask for that is no measure: a cause, a forecast, a cost. By its id in the grammar.
    case unheld([String])
    /// A count of a crime type of which only rates are held.
    case onlyRates(crimeTypes: [String])
    /// Rates cannot be added up over periods.
    case notAdditive(measure: String)
    /// No measure is held for the crime types.
    case crimeTypes([String])
    /// Nothing is held for the areas, nor for the crime types named with them.
    case areas([String], crimeTypes: [String])
    /// What the partnership says of itself, asked of another area.
    case elsewhere([String])
    /// Nothing is held for these series, whatever is held beside them: a rate of another district.
    case series([Series])
    /// A period that cannot be found: "the quarter before" with none before it held.
    case period(held: [Period])
    /// Nothing held is what was asked for: the fifth of four, a figure that nobody published.
    case nothing
    /// Money was asked for of something that is not counted in it.
    case notMoney
    /// No member of the list is about this.
    case topics(list: String, [String])
}

/// What was not said and no default supplies.
enum Gap: Hashable, Sendable {
    case subject
    /// Two figures to set against each other.
    case operands
    /// Percent or percentage points.
    case kind
}

/// What the conversation so far offers to a question that leans on it.
public struct Context: Hashable, Sendable {
    /// The series and periods answered about, latest last.
    public var focus: [Focus]
    /// The period last asked about by itself: "when is Q2?" A figure answered since takes its place.
    public var dated: Period?
    /// The question that was answered last.
    public var asked: Question?

    /// Whether the talk is of figures.
    var isOfFigures: Bool { if case .figures = asked { true } else { false } }

    /// The question answered last, when it was about figures.
    var askedOfFigures: FigureQuestion? { if case .figures(let question) = asked { question } else { nil } }

    /// What "the one before" counts from.
    var reference: Period? { dated ?? focus.last?.period }

    public struct Focus: Hashable, Sendable {
        public let series: Series
        public let period: Period

        public init(series: Series, period: Period) {
            self.series = series
            self.period = period
        }
    }

    public init(focus: [Focus] = []) { self.focus = focus }
}
