/// Where a message's sentences begin and end.
enum Sentences {
    /// A full stop, question mark or exclamation mark ends a sentence; one inside a word or number does not.
    static func split(_ tokens: [Token]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for (index, token) in tokens.enumerated() where [".", "?", "!"].contains(token.text) {
            let isLast = index + 1 == tokens.count
            let isFollowedBySpace = !isLast && tokens[index + 1].start > token.end
            guard isLast || isFollowedBySpace else { continue }
            result.append(start..<(index + 1))
            start = index + 1
        }
        if start < tokens.count { result.append(start..<tokens.count) }
        return result.isEmpty ? [0..<tokens.count] : result
    }
}

/// The parts of a sentence.
enum Clauses {
    /// A sentence without the parts that only give background, and those parts; nil when a part neither reads nor is
    /// background.
    static func withoutBackground(
        _ sentence: Range<Int>, tokens: [Token], isRead: (Range<Int>) -> Bool,
        isBackground: (Range<Int>) -> Bool
    ) -> (kept: [Int], dropped: [Range<Int>])? {
        var clauses: [Range<Int>] = []
        var start = sentence.lowerBound
        for at in sentence where [",", ";", ":", "-", "."].contains(tokens[at].text) && isSpaced(at, tokens) {
            if at > start { clauses.append(start..<at) }
            start = at + 1
        }
        if start < sentence.upperBound { clauses.append(start..<sentence.upperBound) }
        guard clauses.count > 1 else { return nil }
        var kept: [Int] = []
        var dropped: [Range<Int>] = []
        for clause in clauses {
            if isBackground(clause) {
                dropped.append(clause)
            } else if isRead(clause) {
                kept += clause
            } else {
                return nil
            }
        }
        return dropped.isEmpty ? nil : (kept, dropped)
    }

    /// Words and marks between which two questions may stand.
    static func isJoint(_ token: Token) -> Bool {
        [",", ";", ":", "-", "and", "but", "while", "whereas", "then"].contains(token.text)
    }

    /// A hyphen inside a word joins; one between spaces parts.
    private static func isSpaced(_ at: Int, _ tokens: [Token]) -> Bool {
        guard tokens[at].text == "-" else { return true }
        let before = at == 0 || tokens[at - 1].end < tokens[at].start
        let after = at + 1 == tokens.count || tokens[at].end < tokens[at + 1].start
        return before && after
    }
}
