import FactStore
import Facts
import Language

/// From the reading of one message to its reply.
struct Answering {
    let service: Service
    let message: String
    let reading: MessageReading
    var conversation: Conversation

    mutating func reply() throws -> Reply {
        var reply: Reply
        switch reading.outcome {
        case .asked(let asked): reply = try answers(asked)
        case .refused(let refusal, let about, let fragment):
            if fragment != .empty { conversation.fragment = fragment }
            reply = try refused(refusal, about, fragment)
        case .unclear(let questions):
            reply = help(
                .unclear, "unclear", suggestions: try Suggestions(service: service).choices(questions))
        case .incomplete(let fragment):
            reply = help(
                .unclear, "incomplete", suggestions: try Suggestions(service: service).completing(fragment))
        case .tooLong: reply = help(.notUnderstood, "too long", suggestions: [])
        case .notUnderstood(let words):
            if reading.leavesSubject { conversation = .new }
            let suggestions = try Suggestions(service: service).first()
            reply = help(
                .notUnderstood, words.isEmpty ? "not a question" : "not understood", words: words,
                suggestions: suggestions)
        }
        reply.words = reading.words
        reply.notes = repairs() + reply.notes
        return reply
    }

    // MARK: - Answered

    private mutating func answers(_ asked: [Asked]) throws -> Reply {
        var reply = Reply(question: message, status: .answered, answer: "")
        for one in asked {
            let part = try answer(one)
            let isRepeated = reply.understood == part.understood
            reply.answer += (reply.answer.isEmpty ? "" : "\n") + part.answer
            reply.understood +=
                (reply.understood.isEmpty || isRepeated ? "" : "; ") + (isRepeated ? "" : part.understood)
            reply.figures += part.figures
            reply.table = reply.table ?? part.table
            reply.items += part.items
            reply.notes += part.notes.filter { !reply.notes.contains($0) }
            reply.sources += part.sources.filter { !reply.sources.contains($0) }
            reply.suggestions += part.suggestions
            // One part that is not held makes the whole less than an answer.
            if part.status != .answered { reply.status = part.status }
            conversation.fragment = one.fragment
        }
        return reply
    }

    private mutating func answer(_ asked: Asked) throws -> Reply {
        let realiser = service.realiser
        var reply = Reply(question: message, status: .answered, answer: "")
        reply.understood = service.restatement.text(asked.question)
        reply.notes = realiser.notes(asked.assumptions)
        if asked.isFollowUp, let note = realiser.note("inherited", [:]) { reply.notes.append(note) }
        conversation.context.asked = asked.question
        switch asked.question {
        case .figures(let question):
            let finding = try service.store.find(question)
            focus(on: finding)
            guard let text = realiser.text(of: finding, assuming: asked.assumptions) else {
                reply.status = .noData
                // "And Q2?" is of the year that nothing was held for.
                if question.periods.count == 1 { conversation.context.dated = question.periods.first }
                // A default that led nowhere is no assumption of an answer.
                reply.notes = cautions(finding)
                reply.answer =
                    finding.missing.isEmpty
                    ? realiser.text(of: .nothing) : realiser.text(ofMissing: finding.missing)
                reply.suggestions = try Suggestions(service: service).held(insteadOf: question)
                return reply
            }
            reply.answer = text
            reply.notes += cautions(finding)
            reply.figures = FigureTable(service: service).figures(of: finding)
            reply.table = realiser.table(of: finding)
            reply.sources = service.titles(finding.cells.flatMap(\.observations).map(\.source))
            if let other = question.comparedWith { try add(other, of: question, to: &reply) }
        case .items(let question):
            let items = realiser.items(of: question)
            reply.answer = realiser.text(of: question) ?? ""
            switch question.aspect {
            case .list, .countAndList, .any: reply.items = items.map(\.text)
            case .count, .countClaim, .outsider: break
            }
            reply.sources = service.titles(items.map(\.source))
        case .passages(let ids):
            let passages = service.grammar.catalogue.passages.filter { ids.contains($0.id) }
            var texts: [String] = []
            for passage in passages where !texts.contains(passage.text) { texts.append(passage.text) }
            reply.answer = texts.joined(separator: "\n")
            reply.sources = service.titles(passages.map(\.source))
        case .acronym(let letters):
            guard let acronym = service.grammar.catalogue.acronyms.first(where: { $0.letters == letters })
            else { break }
            reply.answer = realiser.text(of: acronym) ?? ""
            reply.sources = service.titles([acronym.source])
        case .dates(let period, let aspect):
            conversation.context.dated = period
            reply.answer = realiser.text(of: period, aspect) ?? ""
        case .unit(let measure): reply.answer = realiser.text(ofUnit: measure) ?? ""
        case .lookup(let values):
            // Of two figures the first is where it went from.
            let cells = try service.store.lookup(values).filter { cell in
                guard values.count == 2, let change = cell.change else { return true }
                return change.before == values[0] && change.after == values[1]
            }
            guard let text = realiser.text(ofLookup: cells) else {
                reply.status = .noData
                reply.answer = realiser.text(of: .nothing)
                break
            }
            reply.answer = text
            reply.figures = cells.flatMap { FigureTable(service: service).figures(of: $0) }
            reply.sources = service.titles(cells.flatMap(\.observations).map(\.source))
        case .provenance(let series):
            let sources = try service.sources(of: series)
            reply.answer = realiser.text(ofSources: sources, for: series) ?? ""
            reply.sources = sources.map(\.title)
        }
        return reply
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
        default: chosen = finding.cells
        }
        if !chosen.isEmpty { conversation.context.dated = nil }
        for cell in chosen {
            let focus = Context.Focus(series: cell.series, period: cell.period)
            conversation.context.focus.removeAll { $0 == focus }
            conversation.context.focus.append(focus)
        }
        conversation.context.focus = Array(conversation.context.focus.suffix(Conversation.longestFocus))
    }

    // MARK: - Not answered

    private mutating func refused(_ refusal: Refusal, _ about: Asked?, _ fragment: Fragment) throws -> Reply {
        var reply = Reply(question: message, status: .noData, answer: service.realiser.text(of: refusal))
        if let about {
            let part = try answer(about)
            conversation.fragment = about.fragment
            // The premise is put right with the figure; the rest is declined.
            if part.status == .answered, case .figures(let question) = about.question,
                case .change = question.quantity
            {
                reply.answer = part.answer + "\n" + reply.answer
                reply.figures = part.figures
                reply.sources = part.sources
                reply.notes = part.notes
            }
            reply.understood = part.understood
        }
        reply.suggestions = try Suggestions(service: service).near(refusal, fragment)
        return reply
    }

    private func help(_ status: Reply.Status, _ kind: String, words: [String] = [], suggestions: [String])
        -> Reply
    {
        let quoted = words.prefix(5).map { "\"\($0)\"" }
        let text = service.realiser.help(kind, ["words": quoted.joined(separator: ", ")]) ?? ""
        let lines = suggestions.map { "- " + $0 }
        return Reply(
            question: message, status: status, answer: ([text] + lines).joined(separator: "\n"),
            suggestions: suggestions)
    }

    private func repairs() -> [String] {
        reading.repairs.compactMap {
            service.realiser.note("repair", ["written": $0.written, "taken": $0.taken])
        } + reading.setAside.compactMap { service.realiser.note("aside", ["text": $0]) }
    }
}

extension Service {
    /// Titles of sources, each once, in the order met.
    func titles(_ ids: [String]) -> [String] {
        var titles: [String] = []
        for id in ids {
            let title = grammar.catalogue.sources.first { $0.id == id }?.title ?? id
            if !titles.contains(title) { titles.append(title) }
        }
        return titles
    }

    /// The sources of the figures of some series, or of everything.
    func sources(of series: [Series]) throws -> [Source] {
        guard !series.isEmpty else { return grammar.catalogue.sources }
        let finding = try store.find(
            FigureQuestion(series: series, periods: grammar.catalogue.periods(of: series)))
        let ids = finding.cells.flatMap(\.observations).map(\.source)
        return grammar.catalogue.sources.filter { ids.contains($0.id) }
    }
}

extension FigureQuestion {
    /// The series that a claim, or "fell like domestic abuse", compares with.
    var comparedWith: Series? {
        let condition: Condition?
        switch operation {
        case .show: condition = claim?.condition
        case .filter(let filter, _, _): condition = filter.comparison == .alike ? filter : nil
        default: condition = nil
        }
        if case .series(let series)? = condition?.bound { return series }
        return nil
    }
}
