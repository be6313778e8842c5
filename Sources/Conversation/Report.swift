import Facts
import Language

extension Service {
    /// The page's Performance section for a quarter, in its wording; the latest quarter held when the phrase is nil.
    ///
    /// - Throws: `StoreError`.
    public func report(_ phrase: String?) throws -> Reply {
        let name = phrase ?? ""
        let rates = rateSeries
        let heldQuarters = grammar.catalogue.periods(of: rates).filter { $0.financialQuarter != nil }
        var quarter = heldQuarters.last
        if let phrase {
            quarter = PeriodReader(grammar: grammar).read(phrase, today: today, held: heldQuarters)
            if quarter?.financialQuarter == nil {
                return Reply(
                    question: name, status: .notUnderstood,
                    answer: realiser.help("report", ["phrase": phrase]) ?? "")
            }
        }
        guard let quarter, let before = quarter.shifted(by: -1) else {
            return Reply(
                question: name, status: .noData, answer: realiser.text(of: .period(held: heldQuarters)))
        }
        return try report(quarter, against: before, rates: rates, name: name)
    }

    private func report(_ quarter: Period, against before: Period, rates: [Series], name: String) throws
        -> Reply
    {
        let home = grammar.codelists.home?.id ?? ""
        let totals = grammar.codelists.measures.filter { $0.unit == .incidents }.map {
            Series(measure: $0.id, crimeType: nil, area: home)
        }.filter { grammar.catalogue.held[$0] != nil }
        var reply = Reply(
            question: name, status: .answered, answer: "", understood: "report for \(quarter.label)")
        var bullets: [String] = []
        var closing: [String] = []
        for series in rates + totals {
            let finding = try store.find(
                FigureQuestion(series: [series], periods: [before, quarter], quantity: .change(.relative)))
            guard finding.missing.isEmpty, let sentence = realiser.reportSentence(finding) else {
                reply.status = .noData
                reply.notes.append(realiser.text(ofMissing: finding.missing))
                continue
            }
            if series.crimeType == nil {
                closing.append(sentence + ".")
            } else {
                bullets.append("- " + sentence)
            }
            reply.figures += finding.cells.flatMap { FigureTable(service: self).figures(of: $0) }
            reply.sources =
                titles(reply.sources.isEmpty ? finding.cells.flatMap(\.observations).map(\.source) : [])
                + reply.sources
        }
        guard reply.status == .answered else {
            let missing = reply.notes.map { "- " + $0 }
            let opening = realiser.help("report missing", ["period": quarter.label]) ?? ""
            reply.answer = ([opening] + missing).joined(separator: "\n")
            reply.notes = []
            return reply
        }
        reply.answer = (realiser.reportOpening(quarter, before, rates) + bullets + closing).joined(
            separator: "\n")
        return reply
    }

    /// The rates by crime type, in the order of the grammar.
    private var rateSeries: [Series] {
        let home = grammar.codelists.home?.id ?? ""
        return grammar.codelists.measures.filter { $0.unit == .percent }.flatMap { measure in
            grammar.codelists.crimeTypes.map { Series(measure: measure.id, crimeType: $0.id, area: home) }
        }.filter { grammar.catalogue.held[$0] != nil }
    }
}
