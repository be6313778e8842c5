/// What the store holds for a question about figures: the observations, and what was computed from them.
public struct Finding: Hashable, Sendable {
    public let question: FigureQuestion
    /// One for each series and period, or for each series of a change; in the question's order.
    public let cells: [Cell]
    /// What the operation made of the cells: the sum, each difference, those that met the condition, in order.
    public let results: [Result]
    /// Whether the claim holds.
    public let verdict: Bool?
    /// What was asked for and is not held.
    public let missing: [Missing]
    /// Of how many of the cells the claim's condition is so; nil where that cannot be told of one of them.
    public var holding: Int?
    /// What has to be said beside the figures.
    public var cautions: [Caution] = []

    public init(
        question: FigureQuestion, cells: [Cell], results: [Result], verdict: Bool?, missing: [Missing]
    ) {
        self.question = question
        self.cells = cells
        self.results = results
        self.verdict = verdict
        self.missing = missing
    }

    /// One figure of the question's grid.
    public struct Cell: Hashable, Sendable {
        public let series: Series
        /// The period of a level; of a change the later one.
        public let period: Period
        /// The level or complement; of a change see `change`.
        public let value: Rational
        public let unit: Unit
        public let kind: Kind
        /// Of a change: the figures it is between and every way to say it.
        public let change: Change?
        /// What it rests on.
        public let observations: [Observation]

        public init(
            series: Series, period: Period, value: Rational, unit: Unit, kind: Kind, change: Change? = nil,
            observations: [Observation]
        ) {
            self.series = series
            self.period = period
            self.value = value
            self.unit = unit
            self.kind = kind
            self.change = change
            self.observations = observations
        }
    }

    /// How a figure moved between two periods.
    public struct Change: Hashable, Sendable {
        public let from: Period
        public let to: Period
        public let before: Rational
        public let after: Rational
        /// Per cent of `before`, rounded to two decimals when computed; nil when `before` is zero.
        public let percent: Rational?
        /// Whether `percent` is the source's own.
        public let isPublished: Bool
        /// What `before` and `after` give, when the source prints its own percentage.
        public let computedPercent: Rational?

        public init(
            from: Period, to: Period, before: Rational, after: Rational, percent: Rational?,
            isPublished: Bool,
            computedPercent: Rational?
        ) {
            self.from = from
            self.to = to
            self.before = before
            self.after = after
            self.percent = percent
            self.isPublished = isPublished
            self.computedPercent = computedPercent
        }

        /// In the unit of the figures; percentage points of a rate.
        public var difference: Rational { after - before }
        public var direction: Direction { after > before ? .rose : after < before ? .fell : .unchanged }
    }

    /// A figure that was computed from cells.
    public struct Result: Hashable, Sendable {
        public let value: Rational
        public let unit: Unit
        public let decimals: Int
        /// The indices of the cells it was made of; of a superlative, ranking or filter the one cell it is.
        public let cells: [Int]
        /// As arithmetic: `2749 - 2434`.
        public let formula: String

        public init(value: Rational, unit: Unit, decimals: Int, cells: [Int], formula: String) {
            self.value = value
            self.unit = unit
            self.decimals = decimals
            self.cells = cells
            self.formula = formula
        }
    }

    /// A figure asked for and not held, with the periods that are.
    public struct Missing: Hashable, Sendable {
        public let series: Series
        public let period: Period
        public let held: [Period]

        public init(series: Series, period: Period, held: [Period]) {
            self.series = series
            self.period = period
            self.held = held
        }
    }
}

extension Finding {
    /// How many were picked: a crime type that was picked in each of two quarters is one crime type.
    public var countChosen: Int {
        let chosen = results.compactMap { $0.cells.first.map { cells[$0] } }
        if case .filter(_, over: .period, _) = question.operation { return Set(chosen.map(\.period)).count }
        return Set(chosen.map(\.series)).count
    }
}

/// How a figure came to be.
public enum Kind: String, Hashable, Sendable {
    /// Printed by its source.
    case published
    /// Worked out here from observations.
    case computed
    /// Counted from a source's rows.
    case observed
}
