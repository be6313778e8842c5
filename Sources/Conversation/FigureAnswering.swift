import FactStore
import Facts
import Language

/// Replies that are made of figures.
extension Answering {
    mutating func answer(
        _ question: FigureQuestion, _ assumptions: [Assumption], in reply: inout Reply
    ) throws {
        let realiser = service.realiser
        let finding = try service.store.find(question)
        focus(on: finding)
        guard let text = realiser.text(of: finding, assuming: assumptions) else {
            reply.status = .noData
            // "And Q2?" is of the year that nothing was held for.
            if question.periods.count == 1 { conversation.context.dated = question.periods.first }
            // A default that led nowhere is no assumption of an answer.
            reply.notes = cautions(finding)
            reply.answer =
                finding.missing.isEmpty
                ? realiser.text(of: .nothing) : realiser.text(ofMissing: finding.missing)
            reply.suggestions = try suggestions.held(insteadOf: question)
            return
        }
        reply.answer = text
        reply.notes += cautions(finding)
        reply.figures = FigureTable(service: service).figures(of: finding)
        reply.table = realiser.table(of: finding)
        reply.sources = service.titles(finding.cells.flatMap(\.observations).map(\.source))
        if let other = question.comparedWith { try add(other, of: question, to: &reply) }
    }

    /// Which figure has a value; of two values the first is where it went from.
    func answer(lookup values: [Rational], in reply: inout Reply) throws {
        let cells = try service.store.lookup(values).filter { cell in
            guard values.count == 2, let change = cell.change else { return true }
            return change.before == values[0] && change.after == values[1]
        }
        guard let text = service.realiser.text(ofLookup: cells) else {
            reply.status = .noData
            reply.answer = service.realiser.text(of: .nothing)
            return
        }
        reply.answer = text
        reply.figures = cells.flatMap { FigureTable(service: service).figures(of: $0) }
        reply.sources = service.titles(cells.flatMap(\.observations).map(\.source))
    }

    /// What a claim compares with is shown beside it: "yes" alone would hide half of the comparison.
    private func add(_ other: Series, of question: FigureQuestion, to reply: inout Reply) throws {
        let plain = FigureQuestion(series: [other], periods: question.periods, quantity: question.quantity)
        let finding = try service.store.find(plain)
        guard let text = service.realiser.text(of: finding) else { return }
        reply.answer += "\n" + text
        reply.figures += FigureTable(service: service).figures(of: finding)
    }

    private mutating func focus(on finding: Finding) {
        let chosen: [Finding.Cell]
        switch finding.question.operation {
        case .extreme: chosen = finding.results.compactMap { $0.cells.first.map { finding.cells[$0] } }
        case .show, .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .rank, .range, .filter:
            chosen = finding.cells
        }
        if !chosen.isEmpty { conversation.context.dated = nil }
        for cell in chosen {
            let focus = Context.Focus(series: cell.series, period: cell.period)
            conversation.context.focus.removeAll { $0 == focus }
            conversation.context.focus.append(focus)
        }
        conversation.context.focus = Array(conversation.context.focus.suffix(Conversation.longestFocus))
    }
}

extension FigureQuestion {
    /// The series that a claim, or "fell like domestic abuse", compares with.
    var comparedWith: Series? {
        let condition: Condition?
        switch operation {
        case .show: condition = claim?.condition
        case .filter(let filter, _, _): condition = filter.comparison == .alike ? filter : nil
        case .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .rank, .extreme, .range:
            condition = nil
        }
        if case .series(let series)? = condition?.bound { return series }
        return nil
    }
}
