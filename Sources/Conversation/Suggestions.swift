import Facts
import Language

/// Questions offered when one could not be answered. Each is proven: it is read, and has an answer.
struct Suggestions {
    let service: Service
    private static let most = 4

    /// What is lacking, by which suggestions are remembered.
    enum Need: Hashable {
        /// Anything to begin with.
        case start
        /// What completes something that was said.
        case completion(Fragment)
        /// What is near to what was said.
        case nearest([Fragment])
    }

    /// What could be read of the message.
    let heard: [Fragment]
    private static let mostNear = 3

    /// Readings that were equally good, in the words that read to each.
    func proven(_ questions: [Question]) throws -> [String] {
        try proven(questions.map { service.restatement.text($0) })
    }

    /// Readings that were equally good, to choose from. One choice is none.
    func choices(_ questions: [Question]) throws -> [String] {
        try several(proven(questions))
    }

    /// What was said, with each subject that the store holds.
    func completing(_ fragment: Fragment) throws -> [String] {
        try several(completions(of: fragment))
    }

    /// One choice is none.
    private func several(_ choices: [String]) throws -> [String] {
        if choices.count > 1 { return choices }
        let near = try proven(choices + nearest())
        return near.count > 1 ? near : try proven(near + first())
    }

    /// The same question over what is held.
    func held(insteadOf question: FigureQuestion) throws -> [String] {
        let held = service.grammar.catalogue.periods(of: question.series)
        guard let latest = held.last else { return try nearest() }
        var nearest = question
        nearest.claim = nil
        nearest.stated = []
        if case .change = question.quantity {
            guard held.count > 1 else { return [] }
            nearest.periods = Array(held.suffix(2))
        } else {
            nearest.periods = [latest]
        }
        var candidates = [nearest]
        // Of a year of which nine months are held, those nine.
        if question.periods.count == 1,
            let whole = question.periods.first, let covered = service.realiser.covered(whole, among: held)
        {
            nearest.periods = [covered]
            nearest.operation = question.operation
            candidates.insert(nearest, at: 0)
        }
        return try proven(candidates.map { .figures($0) })
    }

    /// What is held in place of what was refused: the same question without it, or with what is held.
    func near(_ refusal: Refusal, _ fragment: Fragment) throws -> [String] {
        switch refusal {
        case .onlyRates(let crimes):
            return try proven(
                crimes.prefix(2).compactMap { crime in
                    service.grammar.catalogue.held.keys.sorted().first { $0.crimeType == crime }.map {
                        levels([$0])
                    }
                })
        case .crimeTypes, .areas, .elsewhere, .series, .topics, .unheld, .notAdditive, .notMoney, .nothing,
            .period:
            let parts = try parts()
            if !parts.isEmpty { return parts }
            let completions = fragment == .empty ? [] : try completions(of: fragment.withoutUnheld)
            return completions.isEmpty ? try first() : Array(completions.prefix(Self.mostNear))
        }
    }

    /// What parts of the message ask; something to begin with, where they ask nothing.
    func nearest() throws -> [String] {
        let parts = try parts()
        return parts.isEmpty ? try first() : parts
    }

    private func parts() throws -> [String] {
        try service.knownSuggestions.value(for: .nearest(heard)) {
            let reader = MessageReader(grammar: service.grammar, today: service.today)
            let near = try proven(reader.nearest(to: heard))
            // What is held of no other place is held at home.
            let nearest = try near.isEmpty ? proven(reader.nearest(to: heard.map(\.withoutArea))) : near
            return Array(nearest.prefix(Self.mostNear))
        }
    }

    /// Three to start with, from the grammar's own examples.
    func first() throws -> [String] {
        try service.knownSuggestions.value(for: .start) { try proven(service.firstQuestions) }
    }

    private func completions(of fragment: Fragment) throws -> [String] {
        try service.knownSuggestions.value(for: .completion(fragment)) {
            let reader = MessageReader(grammar: service.grammar, today: service.today)
            return try proven(reader.completions(of: fragment))
        }
    }

    private func levels(_ series: [Series]) -> Question {
        let held = service.grammar.catalogue.periods(of: series)
        return .figures(FigureQuestion(series: series, periods: held.suffix(1)))
    }

    private func proven(_ candidates: [String]) throws -> [String] {
        var result: [String] = []
        for candidate in candidates where result.count < Self.most && !result.contains(candidate) {
            if try service.isAnswerable(candidate) { result.append(candidate) }
        }
        return result
    }
}

extension Service {
    /// Whether a message has an answer, on its own or in a conversation.
    func isAnswerable(_ message: String, in conversation: Conversation = .new) throws -> Bool {
        guard case .asked(let asked) = read(message, in: conversation).outcome else { return false }
        return try isAnswerable(asked)
    }

    /// Whether what was asked is held.
    func isAnswerable(_ asked: [Asked]) throws -> Bool {
        for one in asked {
            guard case .figures(let question) = one.question else { continue }
            if realiser.text(of: try store.find(question)) == nil { return false }
        }
        return true
    }

    /// Questions to try first: the first example of each form with `start: yes`.
    public var firstQuestions: [String] {
        grammar.startingQuestions
    }
}
