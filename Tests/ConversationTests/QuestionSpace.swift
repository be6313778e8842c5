import Facts

@testable import Conversation
@testable import Language

/// The questions there are over what a service holds: of each form, every combination of subject, period and
/// condition that somebody could ask for.
struct QuestionSpace {
    enum Form: String, CaseIterable {
        case values, complements, changes, changeClaims, levelClaims, stated
        case superlatives, changeSuperlatives, winners, rankings, levelFilters, changeFilters, counts
        case quantified, alike, eachWinners, medians, sharesOfAnother, roundings, slices
        case sums, means, averages, differences, ratios, ranges, shares, orders
        case lists, topics, exceptions, members, passages, acronyms, dates, lookups, sources, units
    }

    let grammar: Grammar
    let home: String

    init(_ service: Service) {
        grammar = service.grammar
        home = service.grammar.codelists.home?.id ?? ""
    }

    func questions(_ form: Form) -> [Question] {
        switch form {
        case .values: values.map { .figures($0) }
        case .complements: complements.map { .figures($0) }
        case .changes: changes.map { .figures($0) }
        case .changeClaims: changeClaims.map { .figures($0) }
        case .levelClaims: levelClaims.map { .figures($0) }
        case .stated: stated.map { .figures($0) }
        case .superlatives: superlatives.map { .figures($0) }
        case .changeSuperlatives: changeSuperlatives.map { .figures($0) }
        case .winners: winners.map { .figures($0) }
        case .rankings: rankings.map { .figures($0) }
        case .levelFilters: levelFilters.map { .figures($0) }
        case .changeFilters: changeFilters.map { .figures($0) }
        case .counts: counts.map { .figures($0) }
        case .quantified: quantified.map { .figures($0) }
        case .alike: alike.map { .figures($0) }
        case .eachWinners: eachWinners.map { .figures($0) }
        case .medians: medians.map { .figures($0) }
        case .sharesOfAnother: sharesOfAnother.map { .figures($0) }
        case .roundings: roundings.map { .figures($0) }
        case .slices: slices
        case .sums: sums.map { .figures($0) }
        case .means: means.map { .figures($0) }
        case .averages: averages.map { .figures($0) }
        case .differences: differences.map { .figures($0) }
        case .ratios: ratios.map { .figures($0) }
        case .ranges: ranges.map { .figures($0) }
        case .shares: shares.map { .figures($0) }
        case .orders: orders.map { .figures($0) }
        case .lists: lists
        case .topics: topics
        case .exceptions: exceptions
        case .members: members
        case .passages: grammar.catalogue.passages.map { .passages([$0.id]) }
        case .acronyms: grammar.catalogue.acronyms.map { .acronym($0.letters) }
        case .dates: dates
        case .lookups: lookups
        case .sources: sources
        case .units: grammar.codelists.measures.map { .unit(measure: $0.id) }.filter(isHeld)
        }
    }

    // MARK: - Subjects

    /// The series of the measures in one unit, in the order of the grammar.
    func series(_ unit: Unit) -> [Series] {
        let measures = grammar.codelists.measures.filter { $0.unit == unit }.map(\.id)
        let crimes: [String?] = [nil] + grammar.codelists.crimeTypes.map(\.id)
        return measures.flatMap { measure in
            crimes.map { Series(measure: measure, crimeType: $0, area: home) }
        }.filter { grammar.catalogue.held[$0] != nil }
    }

    var rates: [Series] { series(.percent) }
    var reported: Series { series(.incidents)[0] }
    var funding: [Series] { series(.pounds) }

    /// Two of the rates, in both orders.
    var pairs: [[Series]] {
        rates.flatMap { first in rates.filter { $0 != first }.map { [first, $0] } }
    }

    /// One rate, two, all but one, and each.
    var someRates: [[Series]] {
        rates.map { [$0] } + pairs + rates.map { left in rates.filter { $0 != left } } + [rates]
    }

    // MARK: - Periods

    let first = Period.quarter(1, financialYear: 2022)
    let second = Period.quarter(2, financialYear: 2022)
    var both: [Period] { [first, second] }
    /// Held, and not.
    var quarters: [[Period]] {
        [[first], [second], both, [.quarter(3, financialYear: 2022)], [.quarter(4, financialYear: 2021)]]
    }
    var year: [Period] { [.financialYear(2021)] }

    private func isHeld(_ question: Question) -> Bool {
        guard case .unit(let measure) = question else { return true }
        return grammar.catalogue.held.keys.contains { $0.measure == measure }
    }
}

/// A question about figures, with the parts that are usual left out.
func asking(
    _ series: [Series], _ periods: [Period], _ quantity: Quantity = .level,
    _ operation: Facts.Operation = .show,
    claim: Claim? = nil, stated: [Stated] = []
) -> FigureQuestion {
    FigureQuestion(
        series: series, periods: periods, quantity: quantity, operation: operation, claim: claim,
        stated: stated)
}

/// `12.94`, in digits.
func number(_ digits: String) -> Rational { Rational(digits) ?? 0 }
