import Facts

/// A period as somebody names it; what it means can depend on today, on what is held, or on another period.
public indirect enum PeriodPhrase: Hashable, Sendable {
    /// Names its own days: "Q2 2022/23", "July 2022".
    case fixed(Period)
    /// A financial quarter without a year: the latest one held.
    case quarter(Int)
    /// A half of the financial year, without the year.
    case half(Int)
    /// A month without a year.
    case month(Int)
    /// A day without a year: "1 July".
    case date(day: Int, month: Int)
    /// Relative to today: -1 is the last one, 0 this one, 1 the next.
    case relative(Grain, Int)
    /// The month of that number before (-1) or after (1) today: "last May", "next March".
    case nearest(month: Int, Int)
    /// A number of units beside today's: "the last three months" are -3.
    case span(Grain, count: Int)
    /// From the start of one to the end of another.
    case range(PeriodPhrase, PeriodPhrase)
    /// A stretch named by its ends, which are what a change is between: "between July and December".
    case ends(PeriodPhrase, PeriodPhrase)
    /// So many months, the last of them named: "the year ending March".
    case ending(PeriodPhrase, months: Int)
    case since(PeriodPhrase)
    /// Everything after one.
    case after(PeriodPhrase)
    /// From the start of one to today: "the year to date".
    case toDate(PeriodPhrase)
    /// The same stretch a number of years later or, when negative, earlier.
    case years(PeriodPhrase, Int)
    /// As many of its own lengths later or earlier: "the quarter before Q2".
    case shifted(PeriodPhrase, Int)
    /// Relative to the period talked about: "the one before", "the same period".
    case beside(Int)
    /// Relative to the period talked about, or to today when there is none: "the previous quarter".
    case neighbour(Grain, Int)
    /// One that has to be of a grain; nil is a year of either kind. "The quarter before that" is nothing after May.
    case whole(Grain?, PeriodPhrase)
    /// One that names no year, in a year: "September last year".
    case within(PeriodPhrase, year: PeriodPhrase)
    /// The n-th unit of a period, from its end when negative: "the third month of 2021".
    case nth(Int, Grain, of: PeriodPhrase)
    /// The first units of a period or, when negative, the last: "the last four months of 2021".
    case stretch(Int, Grain, of: PeriodPhrase)
    /// Each unit of a period. A count says how many there have to be; the last so many when negative.
    case every(Grain, of: PeriodPhrase, count: Int?)
    /// Several that nothing tells apart: "Q2 2022" is financial or of the calendar year. None: a contradiction.
    case either([PeriodPhrase])
    /// Several that what is held tells apart: "last year".
    case likely([PeriodPhrase])
    /// All the periods held.
    case held
    /// The latest period held.
    case latest
    case earliest
}

extension PeriodPhrase {
    /// What nothing can be: "the quarter April to September".
    static let contradiction = PeriodPhrase.either([])

    var fixedPeriod: Period? {
        if case .fixed(let period) = self { period } else { nil }
    }

    /// The phrases it is made of.
    var parts: [PeriodPhrase] {
        switch self {
        case .fixed, .quarter, .half, .month, .date, .relative, .nearest, .span, .beside, .neighbour, .held,
            .latest,
            .earliest:
            []
        case .ending(let phrase, _), .since(let phrase), .after(let phrase), .toDate(let phrase),
            .years(let phrase, _),
            .shifted(let phrase, _), .whole(_, let phrase), .nth(_, _, of: let phrase),
            .stretch(_, _, of: let phrase), .every(_, of: let phrase, _):
            [phrase]
        case .range(let first, let second), .ends(let first, let second),
            .within(let first, year: let second):
            [first, second]
        case .either(let phrases), .likely(let phrases): phrases
        }
    }

    func contains(_ condition: (PeriodPhrase) -> Bool) -> Bool {
        condition(self) || parts.contains { $0.contains(condition) }
    }

    /// Whether it means two periods, whatever is held.
    var isUndecided: Bool { contains { if case .either = $0 { true } else { false } } }

    /// Whether it says nothing without the period talked about.
    var leansOnAnother: Bool {
        contains {
            switch $0 {
            case .beside, .neighbour: true
            default: false
            }
        }
    }

    /// Whether it names no year, so that a default has to.
    var isUndated: Bool { placed(in: 2000) != nil }

    /// One that names no year, put into the year it begins in; the year of a quarter or half is the financial one.
    func placed(in year: Int) -> Period? {
        switch self {
        case .quarter(let quarter): return .quarter(quarter, financialYear: year)
        case .half(let half): return .months(6, from: half == 1 ? 4 : 10, year: year)
        case .month(let month): return .month(month, year: year)
        case .date(let day, let month):
            return Day(year: year, month: month, day: day).flatMap { Period(from: $0, to: $0) }
        case .range(let first, let last):
            guard let start = first.placed(in: year) else { return nil }
            // "October to March" ends in the year after.
            return [year, year + 1].compactMap { last.placed(in: $0) }.first { $0.start > start.start }
                .flatMap { Period(from: start.start, to: $0.end) }
        case .ending(let phrase, let months):
            return phrase.placed(in: year).flatMap { .months(months, endingWith: $0) }
        case .whole(let grain, let phrase):
            return phrase.placed(in: year).flatMap { $0.isWhole(grain) ? $0 : nil }
        case .fixed, .relative, .nearest, .span, .since, .after, .toDate, .years, .shifted, .beside,
            .neighbour, .ends,
            .within, .nth, .stretch, .every, .either, .likely, .held, .latest, .earliest:
            return nil
        }
    }
}
