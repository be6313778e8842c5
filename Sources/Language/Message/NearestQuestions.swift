import Facts

extension MessageReader {
    /// The questions that parts of what was said make, those that keep most of it first.
    ///
    /// "Is the money for youth work meant for the villages only?" makes none; that there is money, and projects about
    /// youth work, was said all the same.
    ///
    /// - Parameter heard: what could be read of a message that makes no question, in each of the ways to read it.
    public func nearest(to heard: [Fragment]) -> [Question] {
        let interpreter = Interpreter(grammar: grammar, today: today, context: Context())
        var found: [(question: Question, kept: Int)] = []
        for reading in heard.flatMap({ Self.parts(of: held($0.reading, interpreter)) }).distinct {
            for case .question(let question, _) in interpreter.meanings(of: reading)
            where !found.contains(where: { $0.question == question }) {
                found.append((question, reading.filled.count))
            }
        }
        // What keeps half as much or less is about something else: a project on vehicles, where cars were stolen.
        let most = found.map(\.kept).max() ?? 0
        // Of two that keep as much, the one that was found first.
        return found.indices.filter { found[$0].kept * 2 > most }
            .sorted { (found[$1].kept, $0) < (found[$0].kept, $1) }.map { found[$0].question }
    }

    /// Without what nothing is held of, which would only be declined again.
    private func held(_ reading: Reading, _ interpreter: Interpreter) -> Reading {
        var held = reading
        held.set(.crime, reading[.crime].filter { $0.wordValue.map(interpreter.isHeld(crime:)) ?? false })
        held.set(.area, reading[.area].filter { $0.wordValue.map(grammar.areas.contains) ?? false })
        held.set(.period, reading[.period].filter { !($0.periodValue?.leansOnAnother ?? true) })
        return held
    }

    private static func parts(of said: Reading) -> [Reading] {
        parts.filter { $0.isSaid(in: said) }.map { part in
            var reading = said.keeping(part.kept)
            // Whether it rose, as was claimed, is for the answer to say.
            if part.needed.contains(.direction) { reading.set(.direction, [Slot.Direction.changed.value]) }
            return reading
        }
    }

    /// Slots that make a question together.
    private struct Part {
        let needed: SlotSet
        /// Any of these.
        let subjects: SlotSet
        let kept: SlotSet

        init(_ needed: SlotSet = [], of subjects: SlotSet, with others: SlotSet = []) {
            self.needed = needed
            self.subjects = subjects
            kept = needed.union(subjects).union(others)
        }

        func isSaid(in reading: Reading) -> Bool {
            reading.filled.isSuperset(of: needed) && !reading.filled.isDisjoint(with: subjects)
        }
    }

    private static let parts: [Part] = {
        let figures: SlotSet = [.crime, .measure]
        let dated: SlotSet = [.area, .period]
        let texts: [Slot] = [.passage, .acronym]
        return [
            Part([.extreme, .which], of: figures.union([.every]), with: dated.union([.position])),
            Part([.direction], of: figures, with: dated.union([.kind])),
            Part(of: figures, with: dated),
            Part(of: figures, with: [.area]),
            Part([.list, .topic], of: [.list]),
            Part(of: [.topic]),
            Part(of: [.list]),
            Part([.dates], of: [.period]),
        ] + texts.map { Part(of: [$0]) }
    }()
}

extension Fragment {
    /// What was said of it, wherever that was.
    public var withoutArea: Fragment {
        var reading = reading
        reading.set(.area, nil)
        return Fragment(reading: reading)
    }

    /// What the phrases of a cover say, whether or not they agree: of two values for a slot that takes one, the first.
    init(heard cover: Cover) {
        var reading = Reading()
        for assignment in cover.phrases.flatMap(\.assignments) {
            _ = reading.add(assignment.value, to: assignment.slot)
        }
        self.init(reading: reading)
    }
}
