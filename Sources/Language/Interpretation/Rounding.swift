import Facts

/// "To the nearest whole number": the figure once more, rounded, beside the exact one.
extension Interpreter {
    /// The meanings with the rounding that was asked for; without those that have no figure to round.
    func rounding(_ meanings: [Meaning], _ reading: Reading) -> [Meaning] {
        guard let rounded = reading.word(Rounded.self) else { return meanings }
        return meanings.compactMap { meaning in
            guard case .question(let question, let assumptions) = meaning else { return meaning }
            guard case .figures(var figures) = question, figures.isRoundable else { return nil }
            figures.rounded = rounded
            return .question(.figures(figures), assumptions)
        }
    }
}

extension FigureQuestion {
    /// Of a claim and of an order it would not be plain what is rounded.
    fileprivate var isRoundable: Bool {
        switch operation {
        case .show, .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .range:
            claim == nil && stated.isEmpty
        case .rank, .extreme, .filter: false
        }
    }
}

extension Realiser {
    /// "To the nearest whole number: 23%."
    func rounded(_ finding: Finding) -> String? {
        guard let rounded = finding.question.rounded else { return nil }
        let question = finding.question
        let values: [String]
        if case .show = question.operation {
            values = finding.cells.map { cell in
                let name = question.series.count > 1 ? label(cell.series, among: question.series) + " " : ""
                let period =
                    cell.change == nil && question.periods.count > 1 ? " in \(cell.period.label)" : ""
                return name + figures.text(cell.value, cell.unit, rounded) + period
            }
        } else {
            values = finding.results.map { result in
                let first = result.cells.first.map { finding.cells[$0] }
                let isOfEach = finding.results.count > 1
                let period = isOfEach ? first.map { " in \($0.period.label)" } ?? "" : ""
                return figures.text(result.value, result.unit, rounded) + period
            }
        }
        return sentence("rounded", [rounded.rawValue], ["values": FigureText.list(values)])
    }
}

extension FigureText {
    /// `9%`, `£1.17 million`, `2700 incidents`; without a sign.
    func text(_ value: Rational, _ unit: Unit, _ rounded: Rounded) -> String {
        let (number, decimals) = rounded.rounded(value.magnitude)
        guard rounded.scale > 1 else { return text(number, unit, decimals: decimals) }
        let name = rounded.scale == 1_000 ? " thousand" : " million"
        // The name of the unit stands behind: "2.7 thousand incidents".
        let parts = text(number, unit, decimals: decimals).split(separator: " ", maxSplits: 1)
        guard let digits = parts.first else { return "" }
        return digits + name + (parts.count > 1 ? " " + parts[1] : "")
    }
}
