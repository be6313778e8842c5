import Facts

/// Sentences for changes: the page's own where it has one.
extension Realiser {
    func changes(_ finding: Finding) -> String? {
        if let table = table(of: finding) {
            return sentence("value", ["table"], common(finding)).map { $0 + "\n" + table.text }
        }
        let sentences = finding.cells.compactMap { change($0, finding) }
        guard sentences.count == finding.cells.count else { return nil }
        return finding.cells.count == 1 ? sentences[0] : sentences.map { "- " + $0 }.joined(separator: "\n")
    }

    private func change(_ cell: Finding.Cell, _ finding: Finding) -> String? {
        guard let change = cell.change, case .change(let kind) = finding.question.quantity else { return nil }
        let values = values(of: cell, change, finding)
        let isRate = grammar.codelists.measure(cell.series.measure)?.unit == .percent
        switch kind {
        case .points, .amount:
            return sentence(
                "change", direction(change) == nil ? ["points unchanged"] : [isRate ? "points" : "amount"],
                values)
        case .relative, .both:
            guard let main = main(cell, change, values) else { return nil }
            let isMoved = change.difference != 0 && change.percent != nil
            guard kind == .both, isMoved,
                let also = sentence("change", [isRate ? "also points" : "also amount"], values)
            else { return main + "." }
            return main + ".\n" + also
        }
    }

    /// The page's sentence for the series, for any pair of quarters; the plain one elsewhere.
    func main(_ cell: Finding.Cell, _ change: Finding.Change, _ values: [String: String]) -> String? {
        guard direction(change) != nil else { return sentence("change", ["unchanged"], values) }
        guard change.percent != nil else { return sentence("change", ["from zero"], values) }
        let isHome = cell.series.areas == [grammar.codelists.home?.id ?? ""]
        // The page speaks of one quarter and the one before it; a backward or longer comparison has no sentence there.
        let isForward = change.from < change.to
        let own = cell.series.crimeType.map { "\(cell.series.measure) of \($0)" } ?? cell.series.measure
        let isOne = cell.series.added.isEmpty
        return sentence("change", isHome && isForward && isOne ? [own, ""] : [""], values)
    }

    func values(of cell: Finding.Cell, _ change: Finding.Change, _ finding: Finding) -> [String: String] {
        var values = common(finding)
        let isRate = grammar.codelists.measure(cell.series.measure)?.unit == .percent
        let isSameYear = change.from.isOfOneYear(with: change.to)
        values["from"] = change.from.label(before: change.to)
        values["to"] = isSameYear ? change.to.shortLabel : change.to.label
        values["year"] = isSameYear ? Period.financialYearLabel(change.to.financialYear) : nil
        values["before"] = figures.text(change.before, of: cell, in: change.from)
        values["after"] = figures.text(change.after, of: cell, in: change.to)
        values["percent"] = change.percent.map { figures.percent($0) }
        values["difference"] = figures.text(
            change.difference, isRate ? .points : cell.unit == .percent ? countUnit(cell) : cell.unit,
            decimals: figures.decimals(cell.series), magnitude: true)
        values["direction"] = direction(change)
        // Of several districts each has to say which it is.
        if Set(finding.question.series.map(\.areas)).count > 1 {
            values["place"] = " in " + area(cell.series)
        }
        if cell.series.except.isEmpty { values["of crime"] = "" }
        if let crime = crimeType(cell.series) {
            values["crime"] = crime
            values["of crime"] = " for " + crime
        }
        return values
    }

    private func countUnit(_ cell: Finding.Cell) -> Unit {
        grammar.codelists.measure(cell.series.measure)?.unit ?? .incidents
    }

    func direction(_ change: Finding.Change) -> String? {
        switch change.direction {
        case .rose: "rose"
        case .fell: "fell"
        case .unchanged, .changed: nil
        }
    }
}
