import Facts

/// Reads a phrase that is a period and nothing else, for `askcsp period`.
public struct PeriodReader: Sendable {
    private let grammar: Grammar

    public init(grammar: Grammar) { self.grammar = grammar }

    /// The period that the whole phrase means; nil when it means none, or when it can mean two.
    public func read(_ phrase: String, today: Day, held: [Period] = []) -> Period? {
        let tokens = Tokenizer.tokens(of: phrase)
        let chart = Chart(tokens, lexicon: grammar.lexicon)
        let resolution = PeriodResolution(today: today, held: held)
        for skipped in 0...tokens.count {
            let found = (0...skipped).flatMap { start in
                phrases(in: chart, tokens, from: start, to: tokens.count - (skipped - start))
            }
            guard !found.isEmpty else { continue }
            let periods = Set(found.compactMap { resolution.period($0) })
            return periods.count == 1 ? periods.first : nil
        }
        return nil
    }

    /// The readings of a run of tokens that leaves out none but empty ones at either end.
    private func phrases(in chart: Chart, _ tokens: [Token], from start: Int, to end: Int) -> [PeriodPhrase] {
        func isEmpty(_ index: Int) -> Bool { tokens[index].kind == .pause || chart.lexemes[index].isFiller }
        guard start < end, (0..<start).allSatisfy(isEmpty), (end..<tokens.count).allSatisfy(isEmpty) else {
            return []
        }
        return chart.edges(at: start).filter { $0.end == end && Self.parts.contains($0.part) }.compactMap(
            \.value.periodValue)
    }

    private static let parts = [WellKnownText.period.rawValue, WellKnownText.periodAlone.rawValue]
}
