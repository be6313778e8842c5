import Facts
import Language
import Notation

/// The examples of one question form.
public typealias ExampleGroup = Language.ExampleGroup

public enum PeriodReading: Hashable, Sendable {
    case period(Period)
    /// Why the phrase names no one period.
    case notRead(String)
}

/// What `askcsp check` looked at and found.
public struct CheckSummary: Hashable, Sendable {
    public let forms: Int
    public let words: Int
    public let examples: Int
    public let observations: Int
    public let problems: [Problem]
}

extension Service {
    /// Questions that can be asked, from the grammar, under their form's title; about a topic when one is named.
    public func examples(about topic: String?) throws -> [ExampleGroup] {
        let groups = grammar.exampleGroups
        guard let topic = topic?.lowercased(), !topic.isEmpty else { return groups }
        return groups.compactMap { group in
            let isTitled = group.title.lowercased().contains(topic)
            let questions = group.questions.filter { isTitled || $0.lowercased().contains(topic) }
            return questions.isEmpty ? nil : ExampleGroup(title: group.title, questions: questions)
        }
    }

    /// The interval a phrase means, or why it means none.
    public func period(_ phrase: String, today: Day) throws -> PeriodReading {
        let held = grammar.catalogue.held.periods
        guard let period = PeriodReader(grammar: grammar).read(phrase, today: today, held: held) else {
            return .notRead(realiser.help("period", ["phrase": phrase]) ?? "")
        }
        return .period(period)
    }

    /// Runs every example of the grammar, and reads every restatement back; the problems point at its lines.
    public func check() throws -> CheckSummary {
        var problems: [Problem] = []
        for example in grammar.examples {
            var conversation = Conversation.new
            if let after = example.after {
                conversation = try reply(to: after, in: conversation).conversation
            }
            let outcome = read(example.question, in: conversation).outcome
            var restated: [String] = []
            if case .asked(let asked) = outcome { restated = asked.map { restatement.text($0.question) } }
            if let gives = example.gives {
                if restated != [gives] {
                    let got =
                        restated.isEmpty ? "it is not read" : "it gives '\(restated.joined(separator: "; "))'"
                    problems.append(example.problem("expected '\(gives)'; \(got)"))
                } else if case .asked(let again) = read(gives, in: .new).outcome,
                    again.map({ restatement.text($0.question) }) != [gives]
                {
                    problems.append(example.problem("'\(gives)' asked back has another meaning"))
                } else if case .asked = read(gives, in: .new).outcome {
                    continue
                } else {
                    problems.append(example.problem("'\(gives)' asked back is not read"))
                }
            } else if !restated.isEmpty {
                problems.append(
                    example.problem("expected no reading; it gives '\(restated.joined(separator: "; "))'"))
            }
        }
        return CheckSummary(
            forms: grammar.exampleGroups.count, words: grammar.wordCount, examples: grammar.examples.count,
            observations: try store.observationCount, problems: problems)
    }
}

extension Service {
    /// Every source that figures are held from.
    ///
    /// - Throws: `StoreError`.
    public func heldSources() throws -> [HeldSource] { try store.heldSources() }
}
