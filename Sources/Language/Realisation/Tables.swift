import Facts

/// Figures that are too many for a sentence, in rows and columns.
extension Realiser {
    /// Of counts alone: a rate is one of a few. Nil for what a sentence says as well: a few figures, or one that was
    /// worked out.
    public func table(of finding: Finding) -> Reply.Table? {
        if finding.question.wins != nil, finding.missing.isEmpty { return table(ofWinners: finding) }
        guard finding.question.operation == .show, finding.missing.isEmpty, finding.question.claim == nil,
            finding.cells.allSatisfy({ grammar.codelists.measure($0.series.measure)?.unit.isOfEvents == true }
            ),
            finding.question.periods.count > 2 || finding.cells.count > Self.mostInSentence
        else { return nil }
        switch finding.question.quantity {
        case .level: return levels(in: finding)
        case .change: return finding.question.periods.count > 2 ? steps(in: finding) : nil
        case .complement: return nil
        }
    }

    private static let mostInSentence = 4

    /// Periods run down, unless there are few of them and many series.
    private func levels(in finding: Finding) -> Reply.Table? {
        let question = finding.question
        let (series, periods) = (question.series, question.periods)
        guard finding.cells.count == series.count * periods.count else { return nil }
        func text(_ series: Int, _ period: Int) -> String {
            figure(finding.cells[series * periods.count + period])
        }
        let names = series.map { FigureText.capitalised(label($0, among: series)) }
        if series.count == 1 {
            return Reply.Table(
                columns: [heading(periods), unit(of: finding)],
                rows: periods.indices.map { [periods[$0].label, text(0, $0)] })
        }
        if periods.count == 1 {
            return Reply.Table(
                columns: [heading(series), unit(of: finding)],
                rows: series.indices.map { [names[$0], text($0, 0)] })
        }
        if series.count <= periods.count {
            return Reply.Table(
                columns: [heading(periods)] + names,
                rows: periods.indices.map { period in
                    [periods[period].label] + series.indices.map { text($0, period) }
                })
        }
        return Reply.Table(
            columns: [heading(series)] + periods.map(\.label),
            rows: series.indices.map { index in [names[index]] + periods.indices.map { text(index, $0) } })
    }

    /// Each figure, and how far it is from the one before.
    private func steps(in finding: Finding) -> Reply.Table? {
        guard finding.question.series.count == 1, let first = finding.cells.first?.change else { return nil }
        let decimals = finding.question.series.map { figures.decimals($0) }.first ?? 0
        let start = [first.from.label, first.before.text(decimals: decimals), "", ""]
        let rows = finding.cells.compactMap { cell -> [String]? in
            guard let change = cell.change else { return nil }
            let difference = change.difference.text(decimals: decimals)
            let percent = change.percent.map { $0.text(decimals: 2) + "%" } ?? ""
            return [
                change.to.label, change.after.text(decimals: decimals),
                (change.difference > 0 ? "+" : "") + difference,
                ((change.percent ?? 0) > 0 ? "+" : "") + percent,
            ]
        }
        let headings = ["change", "per cent"].map { sentence("table", [$0], [:]) ?? $0 }
        return Reply.Table(
            columns: [heading(finding.question.periods), unit(of: finding)] + headings, rows: [start] + rows)
    }

    /// With the unit only where the heading does not say it.
    func figure(_ cell: Finding.Cell) -> String {
        cell.unit.isOfEvents ? cell.value.text(decimals: figures.decimals(cell.series)) : figures.text(cell)
    }

    func heading(_ periods: [Period]) -> String {
        let grains = Set(periods.map(\.grain))
        let grain = grains.count == 1 ? grains.first ?? nil : nil
        return sentence("table", [grain?.rawValue ?? "period", "period"], [:]) ?? ""
    }

    func heading(_ series: [Series]) -> String {
        let kind =
            Set(series.map(\.crimeTypes)).count > 1
            ? "crime type" : Set(series.map(\.areas)).count > 1 ? "area" : "measure"
        return sentence("table", [kind], [:]) ?? ""
    }

    func unit(of finding: Finding) -> String {
        let units = Set(finding.question.series.compactMap { grammar.codelists.measure($0.measure)?.unit })
        guard units.count == 1, let unit = units.first else { return sentence("table", ["count"], [:]) ?? "" }
        return sentence("table", [unit.rawValue], [:]) ?? ""
    }
}

extension Reply.Table {
    /// In columns of one width: words to the left, figures to the right.
    var text: String {
        let lines = [columns] + rows
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let areWords = columns.indices.map { column in
            column == 0 || rows.allSatisfy { $0[column].first?.isLetter == true }
        }
        return lines.map { line in
            var text = line.enumerated().map { column, cell in
                let blank = String(repeating: " ", count: widths[column] - cell.count)
                return areWords[column] ? cell + blank : blank + cell
            }.joined(separator: "  ")
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }.joined(separator: "\n")
    }
}
