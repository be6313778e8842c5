/// Where a message's sentences begin and end.
enum Sentences {
    /// - Parameter asks: whether a question may begin with a token.
    ///
    /// A full stop, question mark or exclamation mark ends a sentence; one inside a word or number does not.
    static func split(_ tokens: [Token], asks: (Int) -> Bool) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for (index, token) in tokens.enumerated() {
            guard
                token.kind == .pause,
                ends.contains(token.text) || token.text == ";" && isTurn(index, start, tokens, asks)
            else {
                continue
            }
            let isLast = index + 1 == tokens.count
            let isFollowedBySpace = !isLast && tokens[index + 1].start > token.end
            guard isLast || isFollowedBySpace else { continue }
            result.append(start..<(index + 1))
            start = index + 1
        }
        if start < tokens.count { result.append(start..<tokens.count) }
        return result.isEmpty ? [0..<tokens.count] : result
    }

    private static let ends: Set<String> = [".", "?", "!"]

    /// "A farmer came to see me; which of the projects could help her?": a semicolon between a clause and a question.
    private static func isTurn(
        _ index: Int, _ start: Int, _ tokens: [Token], _ asks: (Int) -> Bool
    ) -> Bool {
        guard index + 1 < tokens.count, tokens[start..<index].filter(\.isWord).count >= leastClause else {
            return false
        }
        let rest = tokens[(index + 1)...]
        return rest.filter(\.isWord).count >= leastClause && rest.last?.text == "?"
            && rest.indices.first(where: { rest[$0].isWord }).map(asks) == true
    }

    private static let leastClause = 4
}

/// The parts of a sentence.
enum Clauses {
    /// A sentence cut where a clause ends or begins: at its marks, before words by which a question begins
    /// ("could"), and before words by which the speaker gives a reason ("because").
    ///
    /// "Before I draft my column could you give the rate, since my readers ask" has three parts.
    static func parts(_ sentence: Range<Int>, tokens: [Token], beginsPart: (Int) -> Bool) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = sentence.lowerBound
        for at in sentence {
            if marks.contains(tokens[at].text), isSpaced(at, tokens) {
                if at > start { parts.append(start..<at) }
                start = at + 1
            } else if at > start, beginsPart(at) {
                parts.append(start..<at)
                start = at
            }
        }
        if start < sentence.upperBound { parts.append(start..<sentence.upperBound) }
        return parts
    }

    private static let marks: Set<String> = [",", ";", ":", "-", ".", "(", ")"]

    /// Words and marks between which two questions may stand.
    static func isJoint(_ token: Token) -> Bool {
        joints.contains(token.text)
    }

    private static let joints: Set<String> = [",", ";", ":", "-", "and", "but", "while", "whereas", "then"]

    /// A hyphen inside a word joins; one between spaces parts.
    private static func isSpaced(_ at: Int, _ tokens: [Token]) -> Bool {
        guard tokens[at].text == "-" else { return true }
        let before = at == 0 || tokens[at - 1].end < tokens[at].start
        let after = at + 1 == tokens.count || tokens[at].end < tokens[at + 1].start
        return before && after
    }
}
