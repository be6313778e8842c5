import Facts

/// A question in fixed words. Asked back, they read to the same question: sampled questions of every form are
/// tested for it.
public struct Restatement: Sendable {
    let grammar: Grammar

    public init(grammar: Grammar) { self.grammar = grammar }

    public func text(_ question: Question) -> String {
        switch question {
        case .figures(let figures):
            let text = figures.claim == nil ? plain(figures) : claimed(figures)
            guard let rounded = figures.rounded else { return text }
            let words = grammar.definitions.wordings["rounded"]?.sentence(["asked " + rounded.rawValue], [:])
            return join(text, words ?? rounded.rawValue)
        case .items(let items): return list(items)
        case .passages(let ids):
            return FigureText.list(
                ids.map { id in grammar.catalogue.passages.first { $0.id == id }?.name ?? id })
        case .acronym(let letters): return "what \(letters) stands for"
        case .dates(let period, let aspect):
            switch aspect {
            case .both: return "dates of \(period.label)"
            case .start: return "start date of \(period.label)"
            case .end: return "end date of \(period.label)"
            case .days: return "number of days in \(period.label)"
            case .quarter: return "which quarter \(period.label) falls in"
            }
        case .lookup(let numbers):
            return "which figure is "
                + FigureText.list(numbers.map { $0.text(decimals: $0.exactDecimals(most: 4) ?? 2) })
        case .provenance(let series):
            return series.isEmpty ? "source of the figures" : "source of \(subject(series))"
        case .unit(let measure): return "unit of \(grammar.codelists.measure(measure)?.name ?? measure)"
        }
    }

    // MARK: - Figures

    private func plain(_ question: FigureQuestion) -> String {
        let subject = subject(question.series)
        let when = when(question)
        switch question.operation {
        case .show: return join(lead(question) + subject, when) + stated(question)
        case .sum: return join("total of \(subject)", when)
        case .median: return join("median of \(lead(question))\(subject)", when)
        case .mean: return join("average of \(lead(question))\(subject)", when)
        case .difference: return join("difference of \(lead(question))\(subject)", when)
        case .ratio: return join("ratio of \(lead(question))\(subject)", when)
        case .range: return join("range of \(lead(question))\(subject)", when)
        case .share:
            let part = question.periods.first.map { Self.periods([$0]) } ?? ""
            return "share of \(subject) in \(part) of \(whole(question.periods.sorted()))"
        case .partOf:
            return part(question)
        case .per(let grain): return join("\(subject) per \(grain.rawValue)", when)
        case .rank(let order, let axis):
            let first = order == .highest ? "highest first" : "lowest first"
            if let limit = question.limit {
                let word = order == .highest ? "highest" : "lowest"
                return join("\(limit) \(word) \(moved(question))\(subject)\(asked(axis, question))", when)
            }
            return join("ranking of \(moved(question))\(subject), \(first)\(asked(axis, question))", when)
        case .extreme(let order, let position, let axis):
            let ordinal = [2: "second ", 3: "third ", 4: "fourth "][position] ?? ""
            var word = order.rawValue
            if case .change = question.quantity { word = order == .highest ? "largest" : "smallest" }
            return join("\(ordinal)\(word) \(moved(question))\(subject)\(asked(axis, question))", when)
        case .filter(let condition, let axis, let counting):
            let start = counting ? "number of " : ""
            if condition == Condition() {
                return join("\(start)\(things(axis, question)) with \(subject)", when)
            }
            if question.asksForNone {
                return join("\(start)\(things(axis, question)) with no \(subject)", when)
            }
            let words = self.condition(condition, question)
            if case .change = question.quantity {
                return join("\(start)\(things(axis, question)) whose \(subject), \(words)", when)
            }
            return join("\(start)\(things(axis, question)) with \(lead(question))\(subject), \(words)", when)
        }
    }

    /// `share of burglary in recorded crime, Q3 2025/26`.
    private func part(_ question: FigureQuestion) -> String {
        guard let first = question.series.first, let last = question.series.last else { return "" }
        if question.series.count == 1, question.periods.count == 2 {
            let (part, whole) = (question.periods[0], question.periods[1])
            if !whole.contains(part) {
                return "\(subject([first])), \(part.label) as a percentage of \(whole.label)"
            }
            return
                "share of \(subject([first])), \(question.periods[0].label) in \(question.periods[1].label)"
        }
        let when = when(question)
        if first.area != last.area {
            let names = [first, last].map { grammar.codelists.area($0.area)?.name ?? $0.area }
            let what = subject([Series(measure: first.measure, crimeType: first.crimeType, area: home)])
            return join("share of \(names[0]) in \(names[1]), \(what)", when)
        }
        if first.crimeType != nil, let other = grammar.codelists.crimeTypes(of: last) {
            return join("\(subject([first])) as a percentage of \(other)", when)
        }
        if let crimes = grammar.codelists.crimeTypes(of: first), last.crimeType == nil {
            let name = crimes + (first.crimeTypes.count > 1 ? " combined" : "")
            return join("share of \(name) in \(subject([last]))", when)
        }
        let names = question.series.map { grammar.codelists.measure($0.measure)?.name ?? $0.measure }
        return join("share of " + names.joined(separator: " in "), when)
    }

    /// `whether recorded crime, burglary, was higher in Derby than in Leeds, December 2025`.
    private func outnumbering(
        _ question: FigureQuestion, _ own: Series, _ other: Series, isNegated: Bool
    ) -> String {
        let names = [own, other].map { grammar.codelists.area($0.area)?.name ?? $0.area }
        let what = subject([
            Series(measure: own.measure, crimeType: own.crimeType, area: home, except: own.except)
        ])
        let word = question.claim?.condition?.comparison == .above ? "higher" : "lower"
        let not = isNegated ? "not " : ""
        return join("whether \(what), was \(not)\(word) in \(names[0]) than in \(names[1])", when(question))
    }

    private var home: String { grammar.codelists.home?.id ?? "" }

    private func claimed(_ question: FigureQuestion) -> String {
        guard let claim = question.claim else { return plain(question) }
        if claim.isSameness {
            if case .change = question.quantity, case .extreme(let order, _, _) = question.operation {
                let word = order == .highest ? "largest" : "smallest"
                return join(
                    "whether the \(word) percentage change of \(subject(question.series)) is also the \(word) change in percentage points",
                    when(question))
            }
            let asked =
                claim.isDifference
                ? "whether there was a change in the order of" : "whether the same order of"
            return join("\(asked) \(lead(question))\(subject(question.series))", when(question))
        }
        switch question.operation {
        case .extreme, .rank:
            guard case .series(let series)? = claim.condition?.bound else { return plain(question) }
            let crime = series.crimeType.flatMap { grammar.codelists.crimeType($0)?.name } ?? ""
            var all = question
            all.claim = nil
            return "whether \(crime) had the " + plain(all)
        case .partOf, .share:
            var all = question
            all.claim = nil
            return "whether " + plain(all) + (claim.condition.map { " was " + condition($0, question) } ?? "")
        case .show, .sum, .mean, .median, .difference, .ratio, .per, .range, .filter: break
        }
        if case .series(let other)? = claim.condition?.bound, let own = question.series.first,
            other.area != own.area
        {
            return outnumbering(question, own, other, isNegated: claim.condition?.isNegated ?? false)
        }
        let words = claim.condition.map { condition($0, question) } ?? ""
        // "Did not" after a comma would read as a question put in the negative.
        let comma = claim.condition?.isNegated == true ? " " : ", "
        let isLevel = claim.condition?.direction == nil && claim.condition?.comparison != .alike
        let verb = words.isEmpty ? "" : isLevel ? "\(comma)was " : comma
        let some: String
        switch claim.quantifier {
        case .all: some = ""
        case .any: some = "at least one of "
        case .most: some = "most of "
        case .one: some = "exactly one of "
        case .none: some = "none of "
        }
        var stated = ""
        if case .change = question.quantity {
            stated = self.stated(question)
        } else {
            stated = question.stated.map { ", was \(claim.isApproximate ? "about " : "")\(amount($0))" }
                .joined()
        }
        let kind: String
        switch question.quantity {
        case .change(.points): kind = " in percentage points"
        case .change(.relative): kind = " in per cent"
        case .change(.amount): kind = " in numbers"
        case .change(.both), .level, .complement: kind = ""
        }
        let lead = question.quantity == .complement ? "reports without formal action, " : ""
        return join(
            "whether \(some)\(lead)\(subject(question.series))\(verb)\(words)\(stated)\(kind)", when(question)
        )
    }

    /// How figures that are put in order moved: `fall in per cent of `; nothing for levels.
    private func moved(_ question: FigureQuestion) -> String {
        guard case .change(let kind) = question.quantity else { return lead(question) }
        let noun: String
        switch question.claim?.condition?.direction {
        case .rose?: noun = "rise"
        case .fell?: noun = "fall"
        case .changed?, .unchanged?, nil: noun = "change"
        }
        switch kind {
        case .relative: return "percentage " + noun + " of "
        case .points: return noun + " in percentage points of "
        case .amount: return noun + " in numbers of "
        case .both: return noun + " of "
        }
    }

    /// What is looked at, before the subject.
    private func lead(_ question: FigureQuestion) -> String {
        switch question.quantity {
        case .level: ""
        case .complement: "reports without formal action, "
        case .change(.both): "change of "
        case .change(.relative): "percentage change of "
        case .change(.points): "change in percentage points of "
        case .change(.amount): "change in numbers of "
        }
    }

    /// `formal action rate, drug offences and public order`; `reported crime, Eastleigh`.
    private func subject(_ series: [Series]) -> String {
        var measures: [String] = []
        for one in series where !measures.contains(one.measure) { measures.append(one.measure) }
        // Of two measures each type says by itself in which it is counted.
        if measures.count > 1, series.contains(where: { $0.crimeType != nil }) {
            return mixed(series)
        }
        var parts = [FigureText.list(measures.map { grammar.codelists.measure($0)?.name ?? $0 })]
        var crimes: [String] = []
        for crime in series.flatMap(\.crimeTypes) where !crimes.contains(crime) { crimes.append(crime) }
        let areCombined = (
            crimes: series.allSatisfy { $0.crimeTypes.count > 1 },
            areas: series.allSatisfy { $0.areas.count > 1 }
        )
        if !crimes.isEmpty {
            let held = series.reduce(into: Set<String>()) { held, one in
                held.formUnion(grammar.catalogue.crimeTypes(of: one.measure, in: one.area))
            }
            let isEvery = held.count > 2 && Set(crimes) == held && !areCombined.crimes
            parts.append(
                isEvery
                    ? "each crime type"
                    : FigureText.list(crimes.map { grammar.codelists.crimeType($0)?.name ?? $0 })
                        + (areCombined.crimes ? " combined" : ""))
        }
        if let except = series.first?.except, !except.isEmpty {
            let names = except.map { grammar.codelists.crimeType($0)?.name ?? $0 }
            parts[0] += " except " + FigureText.list(names)
        }
        var areas: [String] = []
        for area in series.flatMap(\.areas) where !areas.contains(area) { areas.append(area) }
        if areas.count > 2, Set(areas) == Set(grammar.districts), !areCombined.areas {
            parts.append("each district")
        } else if areas != [grammar.codelists.home?.id ?? ""] {
            parts.append(
                FigureText.list(areas.map { grammar.codelists.area($0)?.name ?? $0 })
                    + (areCombined.areas ? " combined" : ""))
        }
        return parts.joined(separator: ", ")
    }

    /// `recorded crime and anti-social behaviour, Eastleigh`.
    private func mixed(_ series: [Series]) -> String {
        var names: [String] = []
        var areas: [String] = []
        for one in series {
            let name =
                one.crimeType.flatMap { grammar.codelists.crimeType($0)?.name }
                ?? grammar.codelists.measure(one.measure)?.name ?? one.measure
            if !names.contains(name) { names.append(name) }
            let area = grammar.codelists.area(one.area)?.name ?? one.area
            if one.area != home, !areas.contains(area) { areas.append(area) }
        }
        return ([FigureText.list(names)] + (areas.isEmpty ? [] : [FigureText.list(areas)]))
            .joined(separator: ", ")
    }

    private func asked(_ axis: Axis, _ question: FigureQuestion) -> String {
        axis == .crimeType ? "" : ", " + things(axis, question)
    }

    private func things(_ axis: Axis, _ question: FigureQuestion) -> String {
        switch axis {
        case .crimeType: return "crime types"
        case .period:
            switch Set(question.periods.map(\.grain)) {
            case [.month]: return "which month"
            case [.quarter]: return "which quarter"
            default: return "which period"
            }
        case .area: return "which district"
        }
    }

    // MARK: - Lists

    private func list(_ question: ItemQuestion) -> String {
        let names = question.lists.compactMap { id in grammar.definitions.lists.first { $0.id == id } }
        var text = FigureText.list(names.map(\.name))
        if !question.about.isEmpty {
            text += " about " + FigureText.list(question.about, question.isUnion ? "or" : "and")
        }
        if !question.except.isEmpty { text += " except " + FigureText.list(question.except) }
        if let slice = question.slice { return self.slice(slice, of: text) }
        switch question.aspect {
        case .list: return "list of " + text
        case .count: return "number of " + text
        case .countAndList: return "number and list of " + text
        case .countClaim(let count): return "whether there are \(count) " + text
        case .outsider(let name): return "whether \(name) is a \(names.first?.singular ?? "")"
        case .any:
            guard let name = names.first, name.isOfBodies else { return "whether there are " + text }
            return "whether \(FigureText.list(question.about)) is a \(name.singular)"
        }
    }

    /// `first 2 of statutory partners`, `number 3 of shared projects`, `last of shared projects`
    private func slice(_ slice: ItemQuestion.Slice, of text: String) -> String {
        guard slice.count > 1 else {
            return slice.start < 0 ? "last of \(text)" : "number \(slice.start) of \(text)"
        }
        return "\(slice.start < 0 ? "last" : "first") \(slice.count) of \(text)"
    }

    private func join(_ text: String, _ when: String) -> String { when.isEmpty ? text : "\(text), \(when)" }
}
