/// The typed logical form of a question. It has exactly one meaning; everything a question left open has been
/// settled by a default, which the reading names.
public enum Question: Hashable, Sendable {
    case figures(FigureQuestion)
    case items(ItemQuestion)
    /// The texts of passages, by their ids.
    case passages([String])
    /// What letters stand for.
    case acronym(String)
    case dates(Period, DateAspect)
    /// Which figure has this value: "which figure went from 2,434 to 2,749?"
    case lookup([Rational])
    /// Where figures come from: of the series named, or of everything when none is.
    case provenance([Series])
    /// What a measure's figures are counted in.
    case unit(measure: String)
}

/// A question about figures: which, what of each, what to do with them, and what was claimed.
///
/// "Which crime types fell by more than 20%?" is all the series of the formal action rate, the two latest
/// quarters, the relative change of each, filtered by "fell by more than 20 per cent".
public struct FigureQuestion: Hashable, Sendable {
    public var series: [Series]
    /// For a change two, from and to, or more, each step of which is looked at: "which month rose most?"
    public var periods: [Period]
    public var quantity: Quantity
    public var operation: Operation
    /// What the question asserts, to be answered with yes or no.
    public var claim: Claim?
    /// Figures the question states in passing: "the public order rate before it fell to 28.9%". They have to agree
    /// with what is held, or the answer puts them right.
    public var stated: [Stated]
    /// How many places of an order are asked for: 3 of "the top three"; nil for all.
    public var limit: Int?
    /// How the answer is to be said once more, rounded.
    public var rounded: Rounded?

    public init(
        series: [Series], periods: [Period], quantity: Quantity = .level, operation: Operation = .show,
        claim: Claim? = nil, stated: [Stated] = [], limit: Int? = nil, rounded: Rounded? = nil
    ) {
        self.limit = limit
        self.rounded = rounded
        self.series = series
        self.periods = periods
        self.quantity = quantity
        self.operation = operation
        self.claim = claim
        self.stated = stated
    }
}

extension FigureQuestion {
    /// What the winner of a superlative is: a crime type, a period, an area. Nil of any other operation.
    public var wins: Axis? {
        if case .extreme(_, _, over: let axis) = operation { axis } else { nil }
    }

    /// Whether periods are picked or put in order.
    public var isOfPeriods: Bool {
        switch operation {
        case .extreme(_, _, over: let axis), .rank(_, over: let axis), .filter(_, over: let axis, _):
            axis == .period
        case .show, .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .range: false
        }
    }
}

/// How a figure is rounded, by the words of the grammar.
public enum Rounded: String, Hashable, Sendable, CaseIterable {
    case whole
    case oneDecimal = "one-decimal"
    case twoDecimals = "two-decimals"
    case ten, hundred, thousand
    case inThousands = "in-thousands"
    case inMillions = "in-millions"

    /// What a figure is divided by before it is rounded, and so said in.
    public var scale: Int {
        switch self {
        case .whole, .oneDecimal, .twoDecimals, .ten, .hundred, .thousand: 1
        case .inThousands: 1_000
        case .inMillions: 1_000_000
        }
    }

    /// Half away from zero, in units of `scale`.
    public func rounded(_ value: Rational) -> (value: Rational, decimals: Int) {
        func to(_ step: Int) -> Rational {
            ((value / Rational(step)) ?? 0).rounded(decimals: 0) * Rational(step)
        }
        switch self {
        case .whole: return (to(1), 0)
        case .oneDecimal: return (value.rounded(decimals: 1), 1)
        case .twoDecimals: return (value.rounded(decimals: 2), 2)
        case .ten: return (to(10), 0)
        case .hundred: return (to(100), 0)
        case .thousand: return (to(1_000), 0)
        case .inThousands: return (((value / 1_000) ?? 0).rounded(decimals: 1), 1)
        case .inMillions: return (((value / 1_000_000) ?? 0).rounded(decimals: 2), 2)
        }
    }
}

/// A figure that a question states.
public struct Stated: Hashable, Sendable {
    public let value: Rational
    /// Decimals it was written with; it is compared to that precision.
    public let decimals: Int
    public let unit: Unit?
    public let role: Role

    public enum Role: Hashable, Sendable {
        /// Any figure of the answer.
        case any
        /// How far something moved: "by 13.73%".
        case size
        /// "from 10.2%", "to 8.8%".
        case before, after
    }

    public init(value: Rational, decimals: Int, unit: Unit?, role: Role) {
        self.value = value
        self.decimals = decimals
        self.unit = unit
        self.role = role
    }
}

/// What is looked at of each series.
public enum Quantity: Hashable, Sendable {
    /// The figure itself.
    case level
    /// What is missing from a hundred per cent: the reports *without* formal action.
    case complement
    case change(ChangeKind)
}

/// The ways to say how far a figure moved. They are never mixed.
public enum ChangeKind: String, Hashable, Sendable, CaseIterable {
    /// Per cent of the earlier figure.
    case relative
    /// Percentage points; of rates alone.
    case points
    /// Incidents, offences, pounds; of counts alone.
    case amount
    /// Relative, and whichever of the other two the unit has.
    case both
}

/// What is done with the figures.
public enum Operation: Hashable, Sendable {
    case show
    /// Added up over series and periods; of additive units alone.
    case sum
    case mean
    /// The one in the middle, or what is halfway between the two that are.
    case median
    /// Between two series in each period, or between two periods of one series.
    case difference
    /// The first as a multiple of the second.
    case ratio
    /// The first as a percentage of all of them together.
    case share
    /// The first as a percentage of the second, which it is a part of.
    case partOf
    /// An average for each unit of time in the period.
    case per(Grain)
    /// Changes are ordered by their size; when the claim names a direction, only those take part that moved that
    /// way: "the smallest fall" is among the falls.
    case rank(Order, over: Axis)
    /// The `position`-th highest or lowest: 1 for the highest. Of changes the largest or smallest, as in `rank`.
    case extreme(Order, position: Int, over: Axis)
    /// Between the highest and the lowest.
    case range
    /// Those that meet a condition; counted when `counting`.
    case filter(Condition, over: Axis, counting: Bool)
}

public enum Order: String, Hashable, Sendable { case highest, lowest }

/// What is set against each other.
public enum Axis: String, Hashable, Sendable { case crimeType, period, area }

public enum Direction: String, Hashable, Sendable { case rose, fell, unchanged, changed }

public enum Comparison: String, Hashable, Sendable {
    case above, atLeast, below, atMost, equal, between
    /// Of a change: that the other series moved the same way.
    case alike
}

/// Of how many of several figures a claim is made.
public enum Quantifier: String, Hashable, Sendable, CaseIterable {
    case all
    /// One at least.
    case any
    /// More than half.
    case most
    /// Just one.
    case one
    case none
}

/// A condition on one figure or one change.
public struct Condition: Hashable, Sendable {
    /// Of a change alone; the bound is then on its size.
    public var direction: Direction?
    public var comparison: Comparison?
    public var bound: Bound?
    /// The upper end of `between`.
    public var upper: Rational?
    /// "did NOT fall by more than 15%".
    public var isNegated: Bool

    public init(
        direction: Direction? = nil, comparison: Comparison? = nil, bound: Bound? = nil,
        upper: Rational? = nil,
        isNegated: Bool = false
    ) {
        self.direction = direction
        self.comparison = comparison
        self.bound = bound
        self.upper = upper
        self.isNegated = isNegated
    }
}

/// What a figure is compared with.
public enum Bound: Hashable, Sendable {
    case number(Rational)
    /// Another series in the same period: "higher than public order".
    case series(Series)
}

/// What a yes/no question asserts.
public struct Claim: Hashable, Sendable {
    public var condition: Condition?
    /// "from 16.1% to 19.9%".
    public var from: Rational?
    public var to: Rational?
    /// "about", "nearly", "roughly".
    public var isApproximate: Bool
    /// The superlatives or rankings of both ways of looking are the same.
    public var isSameness: Bool
    /// Of a sameness: that they are not. "Did the order change?"
    public var isDifference: Bool
    /// Of how many of the figures the condition is claimed.
    public var quantifier: Quantifier

    public init(
        condition: Condition? = nil, from: Rational? = nil, to: Rational? = nil, isApproximate: Bool = false,
        isSameness: Bool = false, isDifference: Bool = false, quantifier: Quantifier = .all
    ) {
        self.quantifier = quantifier
        self.condition = condition
        self.from = from
        self.to = to
        self.isApproximate = isApproximate
        self.isSameness = isSameness
        self.isDifference = isDifference
    }
}

/// A question about a list.
public struct ItemQuestion: Hashable, Sendable {
    /// The list's id; several when a question spans them.
    public var lists: [String]
    /// What the items have to be about: all of it, or any of it when `isUnion`.
    public var about: [String]
    public var isUnion: Bool
    /// What they may not be about.
    public var except: [String]
    public var aspect: Aspect
    /// Which of them, in the source's order; nil for all.
    public var slice: Slice?

    /// So many from a place on: the first two, the third, the last.
    public struct Slice: Hashable, Sendable {
        /// 1 for the first, -1 for the last.
        public let start: Int
        public let count: Int

        public init(start: Int, count: Int) {
            self.start = start
            self.count = count
        }

        /// The members meant; none where the list is too short.
        public func of<Member>(_ members: [Member]) -> [Member] {
            let first = start > 0 ? start - 1 : members.count - count
            guard first >= 0, count > 0, first + count <= members.count else { return [] }
            return Array(members[first..<first + count])
        }
    }

    public enum Aspect: Hashable, Sendable {
        case list, count, countAndList
        /// Whether the list has that many: "exactly ten projects".
        case countClaim(Int)
        /// Whether any item is about `about`: a partner by its name, a project by its topic.
        case any
        /// Whether a body that no list holds is in it, by its name: it is not.
        case outsider(String)
    }

    public init(
        lists: [String], about: [String] = [], isUnion: Bool = false, except: [String] = [],
        aspect: Aspect = .list, slice: Slice? = nil
    ) {
        self.slice = slice
        self.lists = lists
        self.about = about
        self.isUnion = isUnion
        self.except = except
        self.aspect = aspect
    }
}

public enum DateAspect: String, Hashable, Sendable, CaseIterable {
    case both, start, end, days
    /// The quarter that a day or month falls in.
    case quarter
}
