import Facts

extension MessageReader {
    /// The questions that slots short of a subject make with each subject that is held.
    public func completions(of fragment: Fragment) -> [Question] {
        let interpreter = Interpreter(grammar: grammar, today: today, context: Context())
        let home = grammar.codelists.home?.id ?? ""
        let picks = fragment.reading.has(.extreme) || fragment.reading.has(.rank)
        let moves: [Slot] = [.direction, .against, .arithmetic, .kind]
        let needsMany = picks || moves.contains { fragment.reading.has($0) }
        var subjects: [(Slot, String)] = []
        if fragment.reading.has(.measure) || fragment.reading.has(.crime) || fragment.reading.has(.list) {
            subjects.append((.aside, "yes"))
        }
        for measure in grammar.codelists.measures {
            let crimes = interpreter.heldCrimes([measure.id], [home])
            let whole = Series(measure: measure.id, crimeType: nil, area: home)
            if picks, !crimes.isEmpty {
                subjects.append((.measure, measure.id))
            } else if crimes.isEmpty {
                // With one period held there is nothing to pick from, nor to compare.
                let isOfMany = (grammar.catalogue.held[whole]?.count ?? 0) > 1
                if interpreter.isHeld(whole), isOfMany || !needsMany {
                    subjects.append((.measure, measure.id))
                }
            } else {
                subjects += crimes.map { (.crime, $0) }
            }
        }
        var result: [Question] = []
        for (slot, id) in subjects {
            var reading = fragment.reading
            for subject in [Slot.back, .follow, .which, .others] { reading.set(subject, nil) }
            reading.set(slot, reading[slot] + [.word(id)])
            for case .question(let question, _) in interpreter.meanings(of: reading)
            where !result.contains(question) {
                result.append(question)
            }
        }
        return result
    }
}

/// The examples of one question form.
public struct ExampleGroup: Hashable, Sendable {
    public let title: String
    public let questions: [String]

    public init(title: String, questions: [String]) {
        self.title = title
        self.questions = questions
    }
}

extension Grammar {
    public var examples: [GrammarExample] { compiled.examples.flatMap { $0 } }

    /// How many words the grammar knows.
    public var wordCount: Int { lexicon.contentWords.count }

    /// The first examples of the forms with `start: yes`.
    public var startingQuestions: [String] { definitions.forms.compactMap(\.startingQuestion) }

    /// The examples that stand on their own, by form.
    public var exampleGroups: [ExampleGroup] {
        zip(definitions.forms, compiled.examples).map { form, examples in
            ExampleGroup(
                title: form.title,
                questions: examples.filter { $0.gives != nil && $0.after == nil }.map(\.question))
        }
    }
}

extension Realiser {
    /// The opening of a reply that offers questions.
    public func help(_ kind: String, _ values: [String: String]) -> String? {
        sentence("help", [kind], values)
    }
}
