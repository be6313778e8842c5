import Notation

/// Mends a misspelt word when there is exactly one word it can have been meant for.
struct Spelling: Sendable {
    let lexicon: Lexicon

    /// Words that are right as they are: those of the grammar, and plain words of English.
    private static let right: WordKinds = [.content, .small, .filler, .plain, .narrator]

    func knows(_ word: String) -> Bool {
        guard let number = lexicon.number(of: word) else { return false }
        return !lexicon.kinds(of: number).isDisjoint(with: Self.right) || lexicon.upper.hasContent(number)
    }

    /// The only word at the least distance: one edit for four to seven letters, two for eight and more. Words of
    /// three letters and fewer are never mended, nor is the first letter, but for a swap.
    func mended(_ word: String) -> String? {
        guard !knows(word) else { return nil }
        // A short form without vowels is nothing else misspelt.
        if !word.utf8.contains(where: Self.isVowel) { return withVowels(word) }
        if word.utf8.count > 5, word.hasSuffix("ys"), let one = lexicon.number(of: String(word.dropLast())),
            lexicon.kinds(of: one).contains(.content) || lexicon.upper.hasContent(one)
        {
            // "Burglarys" is nearer to "burglars" by letters, and means more than one burglary.
            return lexicon.text(one)
        }
        let letters = Array(word.unicodeScalars)
        guard letters.count >= 4 else { return nil }
        // An adverb is rather one that the grammar lacks than a word two letters away: "directly" is no "director".
        let limit = letters.count >= 8 && !word.hasSuffix("ly") ? 2 : 1
        let mask = Self.mask(word.utf8)
        var best: [String] = []
        var least = limit
        // A short form is not what a longer word was meant for: "chnge" is "change" and not "chng".
        let shortest = letters.count == 4 ? 4 : max(5, letters.count - limit)
        func consider(_ number: Int) {
            // Each edit takes away one letter at most, and brings one.
            let other = Self.mask(lexicon.utf8(number))
            guard (mask & ~other).nonzeroBitCount <= least, (other & ~mask).nonzeroBitCount <= least else {
                return
            }
            let candidate = lexicon.text(number)
            guard
                let distance = EditDistance.between(letters, Array(candidate.unicodeScalars), limit: least)
            else { return }
            if distance < least {
                best = []
                least = distance
            }
            best.append(candidate)
        }
        let beginning = Array(String(letters[0]).utf8)
        let swapped = Array("\(letters[1])\(letters[0])".utf8)
        for length in shortest...(letters.count + limit) {
            for layer in [lexicon.lower, lexicon.upper] {
                lexicon.eachContent(of: layer, length: length, beginning: beginning, consider)
                guard letters[0] != letters[1] else { continue }
                lexicon.eachContent(of: layer, length: length, beginning: swapped, consider)
            }
        }
        if best.count == 1 { return best[0] }
        // Of several, the one that it only lacks letters of: "reportd" is "reported" and not "reports".
        let fuller = best.filter { Self.lacksOnlyLetters(letters, of: $0) }
        return fuller.count == 1 ? fuller[0] : nil
    }

    /// The only word that is written so when its vowels are left out: "dwn" is "down". A short form that could be
    /// two words of the grammar is neither.
    private func withVowels(_ word: String) -> String? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 3, let first = word.unicodeScalars.first else { return nil }
        let beginning = Array(String(first).utf8)
        var found: [Int] = []
        for layer in [lexicon.lower, lexicon.upper] {
            for length in (bytes.count + 1)...(bytes.count * 2 + 1) {
                lexicon.eachContent(of: layer, length: length, beginning: beginning) { number in
                    if lexicon.utf8(number).lazy.filter({ !Self.isVowel($0) }).elementsEqual(bytes) {
                        found.append(number)
                    }
                }
            }
        }
        return found.count == 1 ? lexicon.text(found[0]) : nil
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
            true
        default: false
        }
    }

    /// A bit for each letter that is in a word.
    private static func mask(_ utf8: some Sequence<UInt8>) -> UInt32 {
        utf8.reduce(0) { $1 < 0x80 ? $0 | 1 << UInt32($1 & 0x1F) : $0 }
    }

    private static func lacksOnlyLetters(_ written: [Unicode.Scalar], of word: String) -> Bool {
        var at = 0
        for letter in word.unicodeScalars where at < written.count && written[at] == letter { at += 1 }
        return at == written.count
    }
}

extension Lexicon {
    /// The words of a layer that have so many letters, begin with some, and stand in a sequence.
    fileprivate func eachContent(
        of layer: LexiconLayer, length: Int, beginning: [UInt8], _ body: (Int) -> Void
    ) {
        guard let first = beginning.first else { return }
        for number in layer.content(onShelf: LexiconLayer.shelf(length: length, first: first)) {
            // It may be a word of the layer below.
            let utf8 = utf8(number)
            if utf8.starts(with: beginning), LexiconLayer.letters(in: utf8) == length { body(number) }
        }
    }
}
