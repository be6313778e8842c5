import Facts

/// Reads a message: mends its spelling, takes it apart into sentences, sets aside what only gives background, and
/// finds the questions in the rest.
public struct MessageReader: Sendable {
    let grammar: Grammar
    let today: Day

    public init(grammar: Grammar, today: Day) {
        self.grammar = grammar
        self.today = today
    }

    /// Words and marks; a longer message is declined unread.
    static let longestMessage = 1_500

    /// - Parameters:
    ///   - fragment: the slots of the question before, which a follow-up is laid over.
    ///   - context: the figures answered about so far.
    public func read(_ message: String, after fragment: Fragment, context: Context) -> MessageReading {
        let written = Tokenizer.tokens(of: message)
        guard written.count <= Self.longestMessage else {
            return MessageReading(outcome: .tooLong)
        }
        // It would part two questions as a space does, and one of them would be answered.
        guard !message.utf8.contains(0) else {
            return MessageReading(outcome: .notUnderstood(["NUL, a byte that is no text"]))
        }
        let (tokens, repairs) = mended(written)
        let interpreter = Interpreter(grammar: grammar, today: today, context: context)
        var pass = MessagePass(
            message: message, tokens: tokens, grammar: grammar, interpreter: interpreter,
            last: fragment.reading)
        let outcome = pass.outcome()
        return MessageReading(
            outcome: outcome.quoting(repairs), words: pass.words(), repairs: repairs,
            setAside: pass.setAside.map { pass.text($0) }, leavesSubject: pass.leavesSubject(outcome),
            heard: pass.heard(outcome))
    }

    private func mended(_ tokens: [Token]) -> ([Token], [MessageReading.Repair]) {
        var result = tokens
        var repairs: [MessageReading.Repair] = []
        for (index, token) in tokens.enumerated() where token.isWord {
            guard let word = grammar.spelling.mended(token.text) else { continue }
            result[index] = Token(text: word, kind: .word, start: token.start, end: token.end)
            repairs.append(MessageReading.Repair(written: token.text, taken: word))
        }
        return (result, repairs)
    }
}

extension MessageReading.Outcome {
    /// With words that could not be read as they were written: "exit now", and not "exist now".
    fileprivate func quoting(_ repairs: [MessageReading.Repair]) -> Self {
        guard case .notUnderstood(let words) = self else { return self }
        return .notUnderstood(words.map { word in repairs.first { $0.taken == word }?.written ?? word })
    }
}
