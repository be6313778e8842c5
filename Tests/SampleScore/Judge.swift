import Facts

/// What became of a sample.
public enum Verdict: String, CaseIterable, Sendable {
    /// Answered, with all that had to be in the answer and nothing that may not.
    case right
    /// Answered, and not right; or answered where nothing of the sort is held. The worst that can happen.
    case wrong
    /// It has an answer and got none.
    case missed
    /// It has no answer, and was declined for the expected reason.
    case apt
    /// It has no answer, and was declined for another one.
    case refused
}

/// A sample, the reply it got, and what that reply is worth.
public struct Judged: Sendable {
    public let sample: Sample
    public let reply: Reply
    public let verdict: Verdict

    public init(_ sample: Sample, reply: Reply) {
        self.sample = sample
        self.reply = reply
        verdict = Judged.verdict(sample, status: reply.status, answer: reply.answer)
    }

    /// Everything about it that is needed to see what went wrong.
    public var description: String {
        """
        \(verdict.rawValue): \(sample.id) \(sample.conversation)
            expected \(sample.expect.rawValue) \(sample.must) \(sample.any)
            got      \(reply.status.rawValue): \(reply.answer)
        """
    }

    /// What an answer is worth.
    public static func verdict(_ sample: Sample, status: Reply.Status, answer: String) -> Verdict {
        guard sample.expect == .answer else {
            if status == .answered { return .wrong }
            return status.rawValue == sample.expect.rawValue ? .apt : .refused
        }
        guard status == .answered else { return .missed }
        let text = PlainText(answer)
        let isBad = sample.mustNot.contains { $0.hasSuffix(",") ? text.opens(with: $0) : text.holds($0) }
        let isGood =
            sample.must.allSatisfy(text.holds)
            && sample.any.allSatisfy { $0.contains(where: text.holds) } && text.holds(inOrder: sample.order)
        return isGood && !isBad ? .right : .wrong
    }
}
