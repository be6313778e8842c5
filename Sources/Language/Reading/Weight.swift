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
        .limit, .position, .every, .back,
        .fromNumber, .toNumber, .together, .leftOut, .none, .alike, .quantifier, .of, .rounded, .slice,
    ]

    private let asks: [String]
    private let slots: SlotSet
    private let measures: [String]
    /// A share may not become a total because only the total makes a question.
    private let arithmetic: [String]
    private let periods: [Value]
    private let topics: [Value]

    /// - Parameter vague: measures that say little by themselves: "crime", or a sum of money, which may stand for what
    ///   it paid for.
    init(of readings: [Reading], vague: Set<String>) {
        func common<Element: Equatable>(_ lists: [[Element]]) -> [Element] {
            (lists.first ?? []).filter { element in lists.dropFirst().allSatisfy { $0.contains(element) } }
        }
        asks = common(readings.map { $0.words(.ask).filter(Self.asks.contains) })
        slots = readings.dropFirst().reduce(readings.first?.filled ?? []) { $0.intersection($1.filled) }
            .intersection(Self.slots)
        arithmetic = common(readings.map { $0.words(.arithmetic) })
        // "December 2025" is not December and all of 2025.
        periods = common(readings.map { $0[.period].filter { $0.periodValue?.fixedPeriod != nil } })
        // "Are the police in it, or just the council?" is not about the council alone.
        topics = common(readings.map { $0[.topic] })
        measures = common(readings.map { $0.words(.measure).filter { !vague.contains($0) } })
    }

    func isKept(by reading: Reading) -> Bool {
        asks.allSatisfy { reading.has(.ask, $0) } && slots.isSubset(of: reading.filled)
            && arithmetic.allSatisfy { reading.has(.arithmetic, $0) }
            && (!reading.has(.list) || topics.allSatisfy { reading[.topic].contains($0) })
            && measures.allSatisfy { reading.has(.measure, $0) }
            && periods.allSatisfy { reading[.period].contains($0) }
    }
}
