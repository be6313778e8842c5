import Facts

/// Sentences for figures themselves.
extension Realiser {
    /// How many figures a sum shows that it was made of.
    private static let mostParts = 4

    func levels(_ finding: Finding) -> String? {
        let question = finding.question
        var values = common(finding)
        let isComplement = question.quantity == .complement
        guard let first = finding.cells.first else { return nil }
        values["value"] = figures.text(first)
        if isComplement {
            values["value"] = figures.text(first.value, .percent, decimals: figures.decimals(first.series))
            values["rate"] = figures.text(
                100 - first.value, .percent, decimals: figures.decimals(first.series))
        }
        if finding.cells.count == 1 {
            if !first.series.except.isEmpty { return sentence("value", ["one except"], values) }
            if !first.series.added.isEmpty {
                values["parts"] = FigureText.list(addends(of: first))
                return sentence("value", ["one sum"], values)
            }
            if first.observations.count > Self.mostParts {
                values["count"] = String(first.observations.count)
                return sentence("value", ["one long sum"], values)
            }
            if first.observations.count > 1 {
                values["parts"] = FigureText.list(
                    first.observations.map {
                        "\(figures.text($0.value, first.unit, decimals: figures.decimals(first.series))) in \($0.period.label)"
                    })
                return sentence("value", ["one sum"], values)
            }
            if isComplement { return sentence("value", ["complement"], values) }
            return sentence("value", crimeType(first.series) == nil ? ["one of all"] : ["one"], values)
        }
        if let table = table(of: finding) {
            let kind = question.periods.count == 1 ? "table of one period" : "table"
            return sentence("value", [kind], values).map { $0 + "\n" + table.text }
        }
        values["list"] = FigureText.list(
            finding.cells.map { cell in
                var parts: [String] = []
                if question.series.count > 1 { parts.append(label(cell.series, among: question.series)) }
                let value =
                    isComplement
                    ? figures.text(cell.value, .percent, decimals: figures.decimals(cell.series))
                    : figures.text(cell)
                parts.append(value)
                if question.periods.count > 1 { parts.append("in \(cell.period.label)") }
                return parts.joined(separator: " ")
            })
        if Set(question.series.map(\.measure)).count > 1 { return sentence("value", ["measures"], values) }
        if isComplement { return sentence("value", ["complements"], values) }
        if question.series.count == 1 {
            return sentence(
                "value", values["for crime"] == nil ? ["over time of all"] : ["over time"], values)
        }
        return sentence("value", question.periods.count == 1 ? ["several"] : ["grid"], values)
    }

    /// `29 offences of burglary`: each figure that a sum of series was made of.
    private func addends(of cell: Finding.Cell) -> [String] {
        cell.series.addends.map { addend in
            let value = cell.observations.filter { $0.series == addend }.reduce(0) { $0 + $1.value }
            return
                "\(label(addend, among: cell.series.addends)) \(figures.text(value, cell.unit, decimals: figures.decimals(addend)))"
        }
    }
}
