import Facts

/// The winner of each of several: "the highest rate in each quarter", "the peak month of each crime type".
extension Realiser {
    /// A winner, or several that are equal, and what it is the winner of.
    private struct Winner {
        let of: String
        var cells: [Finding.Cell]
    }

    /// Nil when there is but one set that something is picked from.
    func winners(_ finding: Finding, _ values: [String: String]) -> String? {
        guard let groups = groups(of: finding), groups.count > 1 else { return nil }
        let question = finding.question
        var values = values
        values["Superlative"] = values["superlative"].map { FigureText.capitalised($0) }
        let isOfPeriods = question.wins != .period && question.periods.count > 1
        values["each"] =
            isOfPeriods
            ? Restatement.eachOrAll(question.periods, least: 2)
            : question.periods.count > 1
                ? Restatement.eachOrAll(question.periods) : question.periods.first?.label
        if !isOfPeriods, Set(question.series.map(\.areas)).count > 1 { values["place"] = "" }
        let kind = question.wins == .period ? "each period" : isChange(question) ? "each change" : "each"
        if let table = table(ofWinners: finding) {
            return sentence("superlative", [kind], values).map { $0 + "\n" + table.text }
        }
        let lines = groups.map { group in
            let names = FigureText.list(group.cells.map { named($0, question) })
            return "- \(group.of): \(names), \(group.cells.first.map { value($0, question) } ?? "")"
        }
        return sentence("superlative", [kind], values).map { ([$0] + lines).joined(separator: "\n") }
    }

    /// In rows: what is picked from, the winner, its figure.
    func table(ofWinners finding: Finding) -> Reply.Table? {
        let question = finding.question
        guard let groups = groups(of: finding), groups.count > Self.mostInLines, !isChange(question) else {
            return nil
        }
        let isOfPeriods = question.wins != .period && question.periods.count > 1
        let (area, type) = (
            sentence("table", ["area"], [:]) ?? "", sentence("table", ["crime type"], [:]) ?? ""
        )
        let headings: (of: String, wins: String)
        switch question.wins {
        case .period?: headings = (heading(question.series), heading(question.periods))
        case .area?: headings = (type, area)
        case .crimeType?, nil: headings = (area, type)
        }
        let of = isOfPeriods ? heading(question.periods) : headings.of
        let rows = groups.map { group in
            [
                FigureText.capitalised(group.of),
                FigureText.capitalised(FigureText.list(group.cells.map { named($0, question) })),
                group.cells.first.map { figure($0) } ?? "",
            ]
        }
        return Reply.Table(columns: [of, headings.wins, unit(of: finding)], rows: rows)
    }

    /// How many winners are named in lines.
    private static let mostInLines = 2

    private func groups(of finding: Finding) -> [Winner]? {
        guard let axis = finding.question.wins else { return nil }
        let question = finding.question
        func of(_ cell: Finding.Cell) -> String {
            guard axis != .period, question.periods.count > 1 else {
                return axis == .area
                    ? crimeType(cell.series) ?? ""
                    : axis == .crimeType
                        ? area(cell.series) : label(cell.series, among: question.series)
            }
            return cell.period.label
        }
        let chosen = finding.results.compactMap { $0.cells.first.map { finding.cells[$0] } }
        let winners = Dictionary(grouping: chosen, by: of)
        return finding.cells.map(of).distinct.compactMap { name in
            winners[name].map { Winner(of: name, cells: $0) }
        }
    }

    private func named(_ cell: Finding.Cell, _ question: FigureQuestion) -> String {
        switch question.wins {
        case .period?: cell.period.label
        case .area?: area(cell.series)
        case .crimeType?, nil: crimeType(cell.series) ?? measure(cell.series)
        }
    }

    private func value(_ cell: Finding.Cell, _ question: FigureQuestion) -> String {
        isChange(question) ? moved(cell, question) : figures.text(cell)
    }
}

extension FigureQuestion {
    /// Whether a crime type or district is picked in each of several periods.
    var hasWinnerOfEachPeriod: Bool {
        wins != nil && wins != .period && periods.count > 1 && quantity == .level
    }
}
