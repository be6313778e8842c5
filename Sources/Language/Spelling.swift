import Notation

/// Mends a misspelt word when there is exactly one word it can have been meant for.
struct Spelling: Sendable {
    /// Words that carry meaning, by length, in a fixed order.
    private let byLength: [Int: [[Character]]]
    private let known: Set<String>
    private let smallEndings: [String]

    init(content: Set<String>, smallEndings: [String], plain: Set<String>) {
        known = content.union(plain)
        self.smallEndings = smallEndings
        byLength = Dictionary(
            grouping: content.filter { $0.count >= 4 }.sorted().map(Array.init), by: \.count)
    }

    func knows(_ word: String) -> Bool {
        known.contains(word) || smallEndings.contains { word.count > $0.count + 2 && word.hasSuffix($0) }
    }

    /// The only word at the least distance: one edit for four to seven letters, two for eight and more. Words of
    /// three letters and fewer are never mended, nor is the first letter, but for a swap.
    func mended(_ word: String) -> String? {
        let letters = Array(word)
        guard letters.count >= 4, !knows(word) else { return nil }
        let limit = letters.count >= 8 ? 2 : 1
        var best: [String] = []
        var least = limit
        // A short form is not what a longer word was meant for: "chnge" is "change" and not "chng".
        let shortest = letters.count == 4 ? 4 : max(5, letters.count - limit)
        for length in shortest...(letters.count + limit) {
            for candidate in byLength[length] ?? [] {
                guard candidate[0] == letters[0] || Set(candidate.prefix(2)) == Set(letters.prefix(2)),
                    let distance = EditDistance.between(letters, candidate, limit: least)
                else { continue }
                if distance < least {
                    best = []
                    least = distance
                }
                best.append(String(candidate))
            }
        }
        if best.count == 1 { return best[0] }
        // Of several, the one that it only lacks letters of: "reportd" is "reported" and not "reports".
        let fuller = best.filter { Self.lacksOnlyLetters(letters, of: Array($0)) }
        return fuller.count == 1 ? fuller[0] : nil
    }

    private static func lacksOnlyLetters(_ written: [Character], of word: [Character]) -> Bool {
        var at = 0
        for letter in word where at < written.count && written[at] == letter { at += 1 }
        return at == written.count
    }
}
