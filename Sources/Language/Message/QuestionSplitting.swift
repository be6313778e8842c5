import Facts

/// Two questions in one sentence, and what only looks like two.
extension MessagePass {
    /// Every place to split is tried, so a sentence longer than any two questions is left whole.
    static let longestSplit = 80

    /// Two questions in one sentence: "what is it, and by how much did it change?"
    mutating func split(_ sentence: Range<Int>) -> MessageReading.Outcome? {
        guard sentence.count <= Self.longestSplit, !namesOne(sentence) else { return nil }
        let isDeclined = stretch(sentence).cover.flatMap { Reading($0) }?.has(.crossed) == true
        for at in sentence where Clauses.isJoint(tokens[at]) && at > sentence.lowerBound {
            let left = stretch(sentence.lowerBound..<at)
            let right = stretch((at + 1)..<sentence.upperBound)
            guard left.unread.isEmpty, right.unread.isEmpty, !left.isEmpty, !right.isEmpty,
                case .asked(let first) = evaluate(left), let reading = first.last?.fragment.reading,
                // "Apart from domestic abuse, how many..." is one question.
                !reading.has(.except), !reading.has(.arithmetic),
                !reading.has(.against) || reading.has(.period)
            else { continue }
            let before = (last, interpreter, ground)
            if let question = first.last { lean(on: question) }
            // A mark before a fragment parts no questions: "total crime 2025: one city v another" is one.
            if case .asked(let second) = evaluate(right), !isOneCondition(first, second),
                !isOneClaim(first, second), !sharesPeriod(first, second),
                !isDeclined || (first + second).allSatisfy(namesItsOwn),
                tokens[at].isWord || !second.contains(where: { $0.isFollowUp && !asksByItself($0) })
            {
                note(left)
                note(right)
                return .asked(first + second)
            }
            (last, interpreter, ground) = before
        }
        return nil
    }

    /// "The county and the city combined" is one thing, whether or not it can be answered, and no two questions.
    private func namesOne(_ sentence: Range<Int>) -> Bool {
        let reading = stretch(sentence).cover.flatMap { Reading($0) }
        return reading?.filled.isDisjoint(with: [.together, .leftOut]) == false
    }

    /// "Districts with more than 50 burglaries and fewer than 10 robberies" are those that both hold for.
    private func isOneCondition(_ first: [Asked], _ second: [Asked]) -> Bool {
        guard let reading = first.last?.fragment.reading, reading.has(.which) else { return false }
        return !reading.filled.isDisjoint(with: Self.conditions)
            && second.contains {
                $0.isFollowUp && !$0.fragment.reading.filled.isDisjoint(with: Self.conditions)
            }
    }

    /// "The partners are the police and the council, right?" claims one thing of a list.
    private func isOneClaim(_ first: [Asked], _ second: [Asked]) -> Bool {
        guard case .items(let left)? = first.last?.question, case .items(let right)? = second.first?.question,
            left.lists == right.lists
        else { return false }
        return second.contains { $0.fragment.reading.has(.ask, "is-it") }
            && !first.contains { $0.fragment.reading.has(.ask) }
    }

    /// "Domestic abuse in Q1 and drugs in Q2" are two questions, though no form takes them together.
    private func namesItsOwn(_ asked: Asked) -> Bool {
        asked.fragment.reading.has(.crime) && asked.fragment.reading.has(.period) && !asked.isFollowUp
    }

    /// "Was drugs above 80% and public order above 40% in Q1?": the quarter may be that of both.
    private func sharesPeriod(_ first: [Asked], _ second: [Asked]) -> Bool {
        guard let one = first.last?.fragment.reading, let other = second.first?.fragment.reading,
            one.has(.crime), other.has(.crime), one.has(.ask, "is-it")
        else { return false }
        return !one.has(.period) && other.has(.period) && !other.has(.against)
    }

    private func asksByItself(_ asked: Asked) -> Bool {
        asked.fragment.reading.has(.ask) || asked.fragment.reading.has(.follow)
    }
}
