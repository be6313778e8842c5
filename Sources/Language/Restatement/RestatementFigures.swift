import Facts

/// What is asked of figures, in fixed words.
extension Restatement {
    func plain(_ question: FigureQuestion) -> String {
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
            let ordinal = position > 1 ? FigureText.ordinal(position) + " " : ""
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
    func lead(_ question: FigureQuestion) -> String {
        switch question.quantity {
        case .level: ""
        case .complement: "reports without formal action, "
        case .change(.both): "change of "
        case .change(.relative): "percentage change of "
        case .change(.points): "change in percentage points of "
        case .change(.amount): "change in numbers of "
        }
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
}
