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

    func join(_ text: String, _ when: String) -> String { when.isEmpty ? text : "\(text), \(when)" }
}
