import Facts

/// What a slot may hold: fixed words, names that blocks or Data/ declare, numbers, periods.
struct Vocabulary: Hashable, Sendable {
    var words: [String] = []
    var names: [Name] = []
    var takesNumbers = false
    var takesPeriods = false

    /// Names by what declares them; each is read by the part that is called so.
    enum Name: String, CaseIterable, Sendable {
        case crimeType = "crime type"
        case measure, place, list, unheld, outsider
        /// Data/ declares these, and not a block of the grammar.
        case topic, acronym, passage

        var description: String {
            switch self {
            case .crimeType, .measure, .place, .list, .topic, .passage: "a \(rawValue)"
            case .unheld: "what is unheld"
            case .outsider, .acronym: "an \(rawValue)"
            }
        }
    }

    static func words<Word: SlotWord>(_: Word.Type) -> Vocabulary {
        Vocabulary(words: Word.allCases.map(\.rawValue))
    }

    static func names(_ names: Name...) -> Vocabulary { Vocabulary(names: names) }

    static let yes = Vocabulary(words: ["yes"])
    static let numbers = Vocabulary(takesNumbers: true)
    static let periods = Vocabulary(takesPeriods: true)

    /// `'rose' or 'fell'`, `a crime type or a period`.
    var description: String {
        var all = words.map { "'\($0)'" } + names.map(\.description)
        if takesNumbers { all.append("a number") }
        if takesPeriods { all.append("a period") }
        return FigureText.list(all, "or")
    }
}

/// A fixed word that one slot takes, so that files and code cannot spell it in two ways.
protocol SlotWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    static var slot: Slot { get }
}

extension SlotWord {
    var value: Value { .word(rawValue) }
}

extension Slot {
    /// A new slot says here what it takes.
    var vocabulary: Vocabulary {
        switch self {
        case .except: .names(.crimeType, .topic)
        case .crime, .aboveType, .belowType, .alike: .names(.crimeType)
        case .measure: .names(.measure)
        case .area: .names(.place)
        case .together: .names(.crimeType, .place)
        case .of: Vocabulary(names: [.crimeType], takesPeriods: true)
        case .list: .names(.list)
        case .topic: .names(.topic)
        case .outsider: .names(.outsider)
        case .acronym: .names(.acronym)
        case .passage: .names(.passage)
        case .unheld: .names(.unheld)
        case .period, .whole, .since, .base, .leftOut: .periods
        case .number, .by, .fromNumber, .toNumber, .above, .atLeast, .below, .atMost, .between, .position,
            .limit:
            .numbers
        case .every: .words(Every.self)
        case .which: .words(Which.self)
        case .ask: .words(Ask.self)
        case .direction: .words(Direction.self)
        case .kind: .words(Kind.self)
        case .arithmetic: .words(Arithmetic.self)
        case .per: .words(Grain.self)
        case .extreme: .words(Extreme.self)
        case .rank: .words(Rank.self)
        case .rounded: .words(Rounded.self)
        case .slice: .words(Slice.self)
        case .dates: .words(DateAspect.self)
        case .quantifier: .words(Quantifier.self)
        case .others: .words(Others.self)
        case .aside: .words(Aside.self)
        case .against, .complement, .approximately, .negated, .none, .source, .unit, .back, .crossed, .either,
            .follow:
            .yes
        }
    }

    /// Each of several.
    enum Every: String, SlotWord {
        case crimeType = "crime-type"
        case area
        /// Each item of a list.
        case list
        static let slot = Slot.every
    }

    /// What the answer names.
    enum Which: String, SlotWord {
        case crimeType = "crime-type"
        case period, area, figure
        /// A stretch that nothing is held by, such as weeks.
        case otherGrain = "other-grain"
        static let slot = Slot.which
    }

    enum Ask: String, SlotWord {
        case howMany = "how-many"
        /// "The number of": as "how many", but a yes or no may be asked of it.
        case count
        case howMuch = "how-much"
        case money, what, who, when, how, list, define, purpose, trend, comparative
        /// Yes or no is asked for.
        case isIt = "is-it"
        /// "Did it not fall?"
        case denied
        /// "Did", "was": asks for yes or no where a clause begins with it.
        case auxiliary
        static let slot = Slot.ask
    }

    enum Direction: String, SlotWord {
        case rose, fell, changed, unchanged
        /// A rate of formal action that rose has improved; of counts they are declined.
        case improved, worsened
        static let slot = Slot.direction
    }

    enum Kind: String, SlotWord {
        case percent, relative, points, amount, proportion
        static let slot = Slot.kind
    }

    enum Arithmetic: String, SlotWord {
        case sum
        /// A sum of what stands beside it: "plus".
        case add
        case mean, median, difference, ratio, share, range, same
        static let slot = Slot.arithmetic
    }

    enum Extreme: String, SlotWord {
        case highest, lowest
        case best, worst
        static let slot = Slot.extreme
    }

    enum Rank: String, SlotWord {
        case highest, lowest
        /// In order, and nobody says which end comes first.
        case ordered
        static let slot = Slot.rank
    }

    /// Which end of a list.
    enum Slice: String, SlotWord {
        case first, last
        static let slot = Slot.slice
    }

    /// Of what was talked about, what was not.
    enum Others: String, SlotWord {
        case rest, one, unchosen
        /// Others of any sort, which is declined.
        case yes
        static let slot = Slot.others
    }

    enum Aside: String, SlotWord {
        case yes
        /// A period was set aside: "not the first quarter".
        case period
        static let slot = Slot.aside
    }
}

extension Grain: SlotWord { static var slot: Slot { .per } }
extension Rounded: SlotWord { static var slot: Slot { .rounded } }
extension DateAspect: SlotWord { static var slot: Slot { .dates } }
extension Quantifier: SlotWord { static var slot: Slot { .quantifier } }
