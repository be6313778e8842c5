import Facts

/// Writes what was found in the grammar's wordings.
public struct Realiser: Sendable {
    let grammar: Grammar
    var figures: FigureText { FigureText(codelists: grammar.codelists) }

    public init(grammar: Grammar) { self.grammar = grammar }

    /// The sentences for what the store holds; nil when it holds nothing of what was asked.
    ///
    /// - Parameter assumptions: what the question left open. "Did drug crime fall?" is answered with a rate, and neither
    ///   yes nor no: a fall in the rate of formal action is no fall in crime.
    public func text(of finding: Finding, assuming assumptions: [Assumption] = []) -> String? {
        guard finding.missing.isEmpty, !finding.cells.isEmpty else { return nil }
        let text = operationText(finding).map { text in
            [text, rounded(finding)].compactMap { $0 }.joined(separator: "\n")
        }
        guard !isOfCrimeItself(finding, assumptions), let verdict = verdict(finding) else { return text }
        let start = [verdict ? "Yes." : "No.", quantified(finding)].compactMap { $0 }.joined(separator: " ")
        return text.map { start + ($0.hasPrefix("- ") ? "\n" : " ") + $0 }
    }

    /// "That is so of 3 of the 4.": of how many of several what was claimed of some is so.
    private func quantified(_ finding: Finding) -> String? {
        // "None of them rose? Yes. That is so of none" would say it twice over.
        guard finding.question.claim?.quantifier != Quantifier.none else { return nil }
        return finding.holding.flatMap {
            sentence("claim", ["some"], ["count": String($0), "of": String(finding.cells.count)])
        }
    }

    /// Whether a movement was claimed of a crime, and only the reading made it one of a rate. A size that is not the
    /// rate's is denied all the same.
    private func isOfCrimeItself(_ finding: Finding, _ assumptions: [Assumption]) -> Bool {
        guard case .change = finding.question.quantity, let claim = finding.question.claim,
            claim.quantifier == .all, let condition = claim.condition, condition.direction != nil,
            condition.bound == nil,
            // From one percentage to another only a rate can fall.
            claim.from == nil, claim.to == nil,
            Agreement(finding: finding, codelists: grammar.codelists).holds
        else { return false }
        return assumptions.contains { assumption in
            guard case .measure(let id) = assumption else { return false }
            return grammar.codelists.measure(id)?.unit == .percent
        }
    }

    /// Whether the question's claim holds, or its stated figures agree; nil when it asserts nothing, or takes for
    /// granted only what is so.
    public func verdict(_ finding: Finding) -> Bool? {
        let statedAgree = Agreement(finding: finding, codelists: grammar.codelists).holds
        guard let claim = finding.question.claim else { return statedAgree ? nil : false }
        if case .extreme = finding.question.operation, !claim.isSameness {
            if case .series = claim.condition?.bound { return finding.verdict ?? false }
            return nil
        }
        if case .rank = finding.question.operation, !claim.isSameness { return nil }
        let isStatedAlone =
            claim.condition == nil && claim.from == nil && claim.to == nil && !claim.isSameness
        // What was only stated on the way is not praised when it is so.
        let isAsked = finding.question.stated.isEmpty || !claim.isApproximate || statedAgree
        if isStatedAlone { return isAsked ? statedAgree : false }
        let holds = (finding.verdict ?? false) != claim.isDifference
        // "By nearly a third?": how near is near is for the reader to say.
        if claim.isApproximate, !(holds && statedAgree) { return nil }
        return holds && statedAgree
    }

    private func operationText(_ finding: Finding) -> String? {
        switch finding.question.operation {
        case .show:
            switch finding.question.quantity {
            case .level, .complement: return levels(finding)
            case .change: return changes(finding)
            }
        case .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .range:
            return arithmetic(finding)
        case .rank, .extreme: return selection(finding)
        case .filter: return filtered(finding)
        }
    }

    // MARK: - Names

    func sentence(_ wording: String, _ cases: [String], _ values: [String: String]) -> String? {
        assert(KnownWordings.all.agree(wording, cases, values, grammar.codelists))
        return grammar.definitions.wordings[wording]?.sentence(cases, values)
    }

    func measure(_ series: Series) -> String {
        grammar.codelists.measure(series.measure)?.name ?? series.measure
    }

    /// "The formal action rate", "Reported crime", "Total funding".
    func measureSubject(_ id: String) -> String {
        let measure = grammar.codelists.measure(id)
        let name = measure?.name ?? id
        return measure?.unit == .percent ? "The " + name : FigureText.capitalised(name)
    }

    func crimeType(_ series: Series) -> String? {
        grammar.codelists.crimeTypes(of: series).map { joined($0, series.crimeTypes) }
    }

    /// "burglary and robbery together"
    private func joined(_ names: String, _ ids: [String]) -> String {
        ids.count < 2 ? names : sentence("together", [""], ["names": names]) ?? names
    }

    /// What tells the series of one question apart: the crime type, else the area, else the measure.
    func label(_ series: Series, among all: [Series]) -> String {
        let varies = (
            crime: Set(all.map(\.crimeTypes)).count > 1, area: Set(all.map(\.areas)).count > 1
        )
        let name = crimeType(series)
        if varies.crime, let name { return varies.area ? "\(name) in \(area(series))" : name }
        if varies.area { return area(series) }
        return Set(all.map(\.measure)).count > 1 ? measure(series) : name ?? measure(series)
    }

    func area(_ series: Series) -> String { joined(grammar.codelists.areas(of: series), series.areas) }

    /// " in" another district; empty for the partnership's own district.
    func place(_ finding: Finding) -> String {
        let areas = Set(finding.question.series.map(\.areas))
        guard areas.count == 1, let series = finding.question.series.first,
            series.areas != [grammar.codelists.home?.id ?? ""]
        else { return "" }
        return " in " + area(series)
    }

    /// "Q1 and Q2 2022/23", "Q4 2021/22 and Q1 2022/23".
    func periods(_ periods: [Period]) -> String {
        Restatement.eachOrAll(periods)
    }

    func common(_ finding: Finding) -> [String: String] {
        guard let series = finding.question.series.first else { return [:] }
        var values = [
            "A measure": measureSubject(series.measure), "measure": measure(series), "place": place(finding),
            // "In the time since 1 April".
            "period": finding.question.periods.first.map { ($0.isOpen ? "the time " : "") + $0.label } ?? "",
            "periods": periods(finding.question.periods),
            "count": String(finding.cells.count),
        ]
        let isRate = grammar.codelists.measure(series.measure)?.unit == .percent
        values["a measure"] = isRate ? "a " + measure(series) : measure(series)
        values["of crime"] = ""
        if !series.except.isEmpty {
            values["except"] = FigureText.list(
                series.except.map { grammar.codelists.crimeType($0)?.name ?? $0 }, "or")
            values["of crime"] = values["except"].map { " without " + $0 }
        }
        if let crime = crimeType(series), Set(finding.question.series.map(\.crimeTypes)).count == 1 {
            values["crime"] = crime
            values["for crime"] = "for " + crime
            values["of crime"] = " for " + crime
        }
        return values
    }
}

/// Whether the figures that a question states are those that are held.
struct Agreement {
    let finding: Finding
    let codelists: Codelists

    var holds: Bool {
        let question = finding.question
        // "Was it 95.2% in both quarters?" claims it of each.
        if let stated = question.stated.first, question.stated.count == 1, finding.cells.count > 1,
            question.operation == .show, question.quantity == .level, question.claim?.quantifier == .all
        {
            return finding.cells.allSatisfy { cell in
                candidates(stated, cell).contains { matches(stated, $0) }
            }
        }
        return question.stated.allSatisfy { stated in
            (finding.cells.flatMap { candidates(stated, $0) } + finding.results.map(\.value))
                .contains { matches(stated, $0) }
        }
    }

    private func matches(_ stated: Stated, _ value: Rational) -> Bool {
        if value.magnitude.rounded(decimals: stated.decimals) == stated.value { return true }
        guard finding.question.claim?.isApproximate == true else { return false }
        // "About", "nearly": within a fortieth.
        return (value.magnitude - stated.value).magnitude * 40 <= stated.value
    }

    /// The values of a figure, or of how it moved, that a stated one may be.
    private func candidates(_ stated: Stated, _ cell: Finding.Cell) -> [Rational] {
        guard let change = cell.change else {
            return stated.unit == nil || stated.unit == cell.unit ? [cell.value] : []
        }
        let unit = codelists.measure(cell.series.measure)?.unit
        let percent = change.percent.map { [$0] } ?? []
        let sizes: [Rational]
        switch stated.unit {
        case .percent: sizes = percent
        case .points: sizes = unit == .percent ? [change.difference] : []
        case nil: sizes = [change.difference] + percent
        // "Up 12.94 incidents" is no rise of 12.94 per cent.
        case .pounds, .incidents, .offences, .times, .days, .count: sizes = [change.difference]
        }
        let isLevelUnit = stated.unit == nil || stated.unit == unit
        switch stated.role {
        case .size: return sizes
        case .before: return isLevelUnit ? [change.before] : []
        case .after: return isLevelUnit ? [change.after] : []
        case .any: return sizes + (isLevelUnit ? [change.before, change.after] : [])
        }
    }
}
