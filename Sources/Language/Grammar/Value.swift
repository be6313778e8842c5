import Facts

/// What a stretch of a message means.
///
/// An amount stands apart from it, so that the words, which most values are, lie in it and need no memory of their own.
public enum Value: Hashable, Sendable {
    /// A code or a fixed word: `drug-offences`, `fell`.
    case word(String)
    indirect case amount(Amount)
    case period(PeriodPhrase)
    case list([Value])
    /// What a phrase adds to the meaning of the whole message.
    case slots([Assignment])

    public struct Assignment: Hashable, Sendable {
        public let slot: Slot
        public let value: Value

        /// Whether it names a stretch of time by its ends.
        var namesEnds: Bool { value.namesEnds }
    }

    private var namesEnds: Bool {
        switch self {
        case .period(.ends): true
        case .list(let values): values.contains(where: \.namesEnds)
        case .word, .amount, .period, .slots: false
        }
    }

    /// Whether one of its elements is such a value.
    func hasElement(_ condition: (Value) -> Bool) -> Bool {
        if case .list(let values) = self {
            values.contains { $0.hasElement(condition) }
        } else {
            condition(self)
        }
    }

    private var isList: Bool { if case .list = self { true } else { false } }

    /// The values of a list, or the one value there is.
    var elements: [Value] {
        guard case .list(let values) = self else { return [self] }
        // A list mostly holds no other, and is then its own elements.
        return values.contains(where: \.isList) ? values.flatMap(\.elements) : values
    }
}

/// A number as somebody wrote it.
public struct Amount: Hashable, Sendable {
    public let value: Rational
    /// Decimals it was written with; a claim is judged to that precision.
    public let decimals: Int
    /// Nil when none was said.
    public let unit: Unit?
    /// Whether it was written with a nought before it: the "06" of "2025-06" is a month.
    let isPadded: Bool

    public init(_ value: Rational, decimals: Int = 0, unit: Unit? = nil) {
        self.init(value, decimals: decimals, unit: unit, isPadded: false)
    }

    init(_ value: Rational, decimals: Int, unit: Unit? = nil, isPadded: Bool) {
        self.value = value
        self.decimals = decimals
        self.unit = unit
        self.isPadded = isPadded
    }
}

/// What a phrase can contribute. The slots of several phrases unify: a slot that holds one value and is given two
/// different ones kills the reading. What each takes, `vocabulary` says.
public enum Slot: UInt8, Hashable, Sendable, CaseIterable {
    /// Crime types asked for, and those left out.
    case crime, except
    case measure
    case area
    case period
    /// A measure's every crime type or area, a list's every item: "each of the four crime types".
    case every
    /// What the answer names: a crime type, a period, an area.
    case which
    /// What sort of answer is wanted: a number, a list, yes or no.
    case ask
    case direction
    /// In what a change is measured.
    case kind
    /// A comparison of periods or series: "against", "compared with".
    case against
    /// Reports without formal action.
    case complement
    case arithmetic
    case per
    case extreme
    /// 2 for "the second highest".
    case position
    /// 3 of "the top three".
    case limit
    /// Which end comes first.
    case rank
    case above
    case atLeast
    case below
    case atMost
    case between
    /// Another crime type as the threshold: "higher than public order".
    case aboveType
    case belowType
    /// A number that is claimed or looked up.
    case number
    /// How far something moved: "by 13.73%".
    case by
    /// Numbers of a claim "from X to Y".
    case fromNumber
    case toNumber
    case approximately
    case negated
    /// Where a change starts from, up to the latest: "since Q1".
    case since
    /// Crime types and areas that are added up to one: "burglary and robbery together".
    case together
    /// What is left out of the periods asked for: "2025 except August".
    case leftOut
    /// None of them: "which months had no robberies?"
    case none
    /// The crime type or period that a share or multiple is of: "as a percentage of Q2".
    case of
    /// How an answer is to be rounded.
    case rounded
    /// Which end of a list.
    case slice
    /// The periods that make up the whole a share is of.
    case whole
    /// The earlier period is the later one's base unless this says otherwise.
    case base
    case list
    /// What items are about.
    case topic
    /// An organisation that is in no list.
    case outsider
    case acronym
    case passage
    case dates
    case source
    case unit
    /// Understood and never held: a cause, a forecast, a cost.
    case unheld
    /// Points back: "that", "the same", "the others".
    case back
    /// "The others": what was not talked about.
    case others
    /// Another crime type that moved the same way: "fell like domestic abuse".
    case alike
    /// How many of several a claim is made of.
    case quantifier
    /// Read, and taken by no form: "drugs in Q1 against public order in Q2", "in Q1 but not in Q2".
    case crossed
    /// Either of several topics will do.
    case either
    /// Starts a follow-up: "and", "what about".
    case follow
    /// Said and set aside: "not the first quarter".
    case aside

    /// Slots that gather every value they are given.
    public var isList: Bool { Slot.lists.contains(self) }

    private static let lists: SlotSet = [
        .crime, .except, .measure, .area, .period, .whole, .number, .by, .topic, .unheld, .outsider, .list,
        .acronym, .passage, .kind, .aside, .which, .ask, .together, .leftOut, .of,
    ]

    /// As the grammar's files write it: `at-least`.
    var name: String {
        var name = ""
        for letter in "\(self)" { name += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
        return name
    }

    init?(name: some StringProtocol) {
        guard let slot = Slot.allCases.first(where: { $0.name == name }) else { return nil }
        self = slot
    }
}
