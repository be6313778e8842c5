import Facts
import SampleScore

@testable import Language

/// Lists, dates, sources, and figures turned round.
extension QuestionSpace {
    private var listNames: [String] {
        var names: [String] = []
        for item in grammar.catalogue.items where !names.contains(item.list) { names.append(item.list) }
        return names
    }

    private func items(_ list: String) -> [Item] { grammar.catalogue.items.filter { $0.list == list } }

    var lists: [Question] {
        listNames.flatMap { list in
            let count = items(list).count
            let aspects: [ItemQuestion.Aspect] = [
                .list, .count, .countAndList, .countClaim(count), .countClaim(count + 1),
            ]
            return aspects.map { Question.items(ItemQuestion(lists: [list], aspect: $0)) }
        } + [Question.items(ItemQuestion(lists: listNames.filter { $0 != "partners" }))]
    }

    /// Every topic of every list; the first of each member in every way, and two at once.
    var topics: [Question] {
        listNames.flatMap { list in
            let items = items(list)
            let one = Set(items.flatMap { [$0.name.lowercased()] + $0.about }).sorted().map {
                Question.items(ItemQuestion(lists: [list], about: [$0]))
            }
            let aspects: [ItemQuestion.Aspect] = [.count, .countAndList, .any]
            let first = Set(items.map { $0.about[0] }).sorted().flatMap { about in
                aspects.map { Question.items(ItemQuestion(lists: [list], about: [about], aspect: $0)) }
            }
            let both = items.filter { $0.about.count > 1 }.map {
                Question.items(ItemQuestion(lists: [list], about: Array($0.about.prefix(2))))
            }
            let either = zip(items, items.dropFirst()).map { [$0.about[0], $1.about[0]] }.filter { about in
                !items.contains { $0.isAbout([about[0]]) && $0.isAbout([about[1]]) }
            }.map { Question.items(ItemQuestion(lists: [list], about: $0, isUnion: true)) }
            return one + first + both + either
        }
    }

    var exceptions: [Question] {
        listNames.flatMap { list in
            let aspects: [ItemQuestion.Aspect] = [.list, .count]
            return items(list).flatMap { item in
                aspects.map {
                    Question.items(ItemQuestion(lists: [list], except: [item.about[0]], aspect: $0))
                }
            }
        }
    }

    /// Bodies that are on no list of bodies.
    var members: [Question] {
        let rules = (try? GrammarSource(files: Checkout.grammar()))?.rules ?? []
        let names = rules.filter { $0.part == "outsider" }.compactMap { rule -> String? in
            if case .word(let name) = rule.term { name } else { nil }
        }
        return grammar.definitions.lists.filter(\.isOfBodies).flatMap { list in
            names.map { .items(ItemQuestion(lists: [list.id], aspect: .outsider($0))) }
        }
    }

    var dates: [Question] {
        let periods: [Period] =
            both + year + [
                .quarter(3, financialYear: 2022), .quarter(4, financialYear: 2022),
                .quarter(1, financialYear: 2023),
                .financialYear(2022), .calendarYear(2025), .month(7, year: 2022),
                .months(6, from: 4, year: 2022),
            ]
        return periods.flatMap { period in
            [DateAspect.both, .start, .end, .days].map { .dates(period, $0) }
        }
    }

    var lookups: [Question] {
        let held = [
            "10.2", "8.8", "95.2", "73.7", "41.7", "28.9", "19.9", "16.1", "2434", "2749", "24300", "1171373",
        ]
        return held.map { .lookup([number($0)]) }
            + [.lookup(["2434", "2749"].map(number)), .lookup(["10.2", "8.8"].map(number))]
    }

    var sources: [Question] {
        [.provenance([])]
            + (rates.map { [$0] } + [rates, pairs[0], [reported]] + funding.map { [$0] }).map {
                .provenance($0)
            }
    }
}
