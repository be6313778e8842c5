import FactStore
import Facts
import Language

/// From the reading of one message to its reply.
struct Answering {
    let service: Service
    let message: String
    let reading: MessageReading
    var conversation: Conversation

    var suggestions: Suggestions { Suggestions(service: service, heard: reading.heard) }

    mutating func reply() throws -> Reply {
        var reply: Reply
        switch reading.outcome {
        case .asked(let asked): reply = try answers(asked)
        case .refused(let refusal, let about, let fragment):
            if fragment != .empty { conversation.fragment = fragment }
            reply = try refused(refusal, about, fragment)
        case .unclear(let questions):
            reply = help(
                .unclear, "unclear", suggestions: try suggestions.choices(questions))
        case .incomplete(let fragment):
            reply = help(
                .unclear, "incomplete", suggestions: try suggestions.completing(fragment))
        case .tooLong: reply = help(.notUnderstood, "too long", suggestions: [])
        case .notUnderstood(let words):
            if reading.leavesSubject { conversation = .new }
            reply = help(
                .notUnderstood, words.isEmpty ? "not a question" : "not understood", words: words,
                suggestions: try suggestions.nearest())
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
        case .figures(let question): try answer(question, asked.assumptions, in: &reply)
        case .items(let question): answer(question, in: &reply)
        case .passages(let ids):
            let passages = service.grammar.catalogue.passages.filter { ids.contains($0.id) }
            reply.answer = passages.map(\.text).distinct.joined(separator: "\n")
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
        case .lookup(let values): try answer(lookup: values, in: &reply)
        case .provenance(let series):
            let sources = try service.sources(of: series)
            reply.answer = realiser.text(ofSources: sources) ?? ""
            reply.sources = sources.map(\.title)
        }
        return reply
    }

    private func answer(_ question: ItemQuestion, in reply: inout Reply) {
        let items = service.realiser.items(of: question)
        reply.answer = service.realiser.text(of: question) ?? ""
        switch question.aspect {
        case .list, .countAndList, .any: reply.items = items.map(\.text)
        case .count, .countClaim, .outsider: break
        }
        reply.sources = service.titles(items.map(\.source))
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
        reply.suggestions = try suggestions.near(refusal, fragment)
        return reply
    }

    private func help(_ status: Reply.Status, _ kind: String, words: [String] = [], suggestions: [String])
        -> Reply
    {
        let quoted = words.prefix(5).map { "\"\($0)\"" }
        let offer = status == .notUnderstood && suggestions.count == 1 ? kind + " one" : kind
        let text = service.realiser.help(offer, ["words": quoted.joined(separator: ", ")]) ?? ""
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
