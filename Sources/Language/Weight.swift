import Facts

/// What all of the likeliest readings of some words understand, and no other reading of them may leave out.
///
/// "How many drug offences fell by more than 20" cannot be read as a rate, nor without its threshold, only because
/// that would make a question.
struct Weight {
    private static let asks: Set<String> = [
        "how-many", "how-much", "money", "define", "how", "who", "when", "denied",
    ]
    private static let slots: SlotSet = [
        .unheld, .negated, .except, .complement, .above, .atLeast, .below, .atMost, .between, .aboveType,
        .belowType,
        .area, .whole, .which, .extreme, .unit, .base, .crossed, .others, .per, .since, .arithmetic, .rank,
        .limit,
        .position,
        .fromNumber, .toNumber, .together, .leftOut, .none, .alike, .quantifier, .of, .rounded, .slice,
    ]

    private let asks: Set<String>
    private let slots: SlotSet
    private let measures: Set<String>
    /// A share may not become a total because only the total makes a question.
    private let arithmetic: Set<String>
    private let periods: Set<Value>
    private let topics: Set<Value>

    /// - Parameter vague: measures that say little by themselves: "crime", or a sum of money, which may stand for what
    ///   it paid for.
    init(of readings: [Reading], vague: Set<String>) {
        func common<Elements: SetAlgebra>(_ sets: [Elements]) -> Elements {
            sets.dropFirst().reduce(sets.first ?? Elements()) { $0.intersection($1) }
        }
        asks = common(readings.map { Self.asks.intersection($0.words(.ask)) })
        slots = common(readings.map { Self.slots.intersection($0.filled) })
        arithmetic = common(readings.map { Set($0.words(.arithmetic)) })
        // "December 2025" is not December and all of 2025.
        periods = common(readings.map { Set($0[.period].filter { $0.periodValue?.fixedPeriod != nil }) })
        // "Are the police in it, or just the council?" is not about the council alone.
        topics = common(readings.map { Set($0[.topic]) })
        measures = common(readings.map { Set($0.words(.measure)) }).subtracting(vague)
    }

    func isKept(by reading: Reading) -> Bool {
        asks.allSatisfy { reading.has(.ask, $0) } && slots.isSubset(of: reading.filled)
            && arithmetic.isSubset(of: reading.words(.arithmetic))
            && (!reading.has(.list) || topics.isSubset(of: reading[.topic]))
            && measures.isSubset(of: reading.words(.measure))
            && periods.isSubset(of: reading[.period])
    }
}
