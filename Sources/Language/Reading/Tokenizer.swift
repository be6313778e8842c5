import Facts

/// Splits a message into tokens. Letters and digits part company: `Q2` is `q`, `2`; `8.8%` is `8.8`, `%`;
/// `isn't` is `is`, `not`; `drug_offences` and `drugOffences` are `drug`, `offences`.
public enum Tokenizer {
    public static func tokens(of message: String) -> [Token] {
        var scanner = Scanner(bytes: Array(message.utf8))
        return scanner.tokens()
    }

    private struct Scanner {
        let bytes: [UInt8]
        var at = 0
        var result: [Token] = []

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func tokens() -> [Token] {
            while at < bytes.count {
                let byte = bytes[at]
                if isDigit(byte) {
                    number()
                } else if isLetter(byte) {
                    word()
                } else if byte < 0x80 {
                    mark()
                } else {
                    other()
                }
            }
            return result
        }

        /// Digits, with `,` before groups of three and `.` before decimals.
        mutating func number() {
            let start = at
            var digits: [UInt8] = []
            var decimals = 0
            while at < bytes.count {
                if isDigit(bytes[at]) {
                    digits.append(bytes[at])
                    at += 1
                } else if bytes[at] == UInt8(ascii: ","), isGroup(after: at),
                    digits.count <= 3 || at - start > 3
                {
                    at += 1
                } else {
                    break
                }
            }
            if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."), isDigit(bytes[at + 1]) {
                digits.append(bytes[at])
                at += 1
                while at < bytes.count, isDigit(bytes[at]) {
                    digits.append(bytes[at])
                    decimals += 1
                    at += 1
                }
            }
            let text = String(decoding: digits, as: UTF8.self)
            // More digits than any figure has: a mark nobody can read rather than a number.
            let kind = Rational(text).map { Token.Kind.number($0, decimals: decimals) } ?? .mark
            result.append(Token(text: text, kind: kind, start: start, end: at))
        }

        mutating func word() {
            let start = at
            while at < bytes.count, isLetter(bytes[at]), !isHump(at, since: start) { at += 1 }
            if at == start + 1, let letters = dottedLetters(from: start) {
                result.append(Token(text: letters.text, kind: .word, start: start, end: letters.end))
                at = letters.end
                return
            }
            append(word: start, at)
            contraction()
            negative()
        }

        /// `crimeType` is `crime`, `type`; `McCartney` and `pUbLiC` stay one.
        func isHump(_ index: Int, since start: Int) -> Bool {
            let isInside = start > 0 && isLetter(bytes[start - 1])
            return index > start + 1 && isCapital(bytes[index]) && (isInside || !isCapital(bytes[start]))
                && !bytes[(start + 1)..<index].contains(where: isCapital)
        }

        /// `didnt` is `did`, `not`, as `didn't` is.
        mutating func negative() {
            guard let word = result.last, word.text.utf8.last == UInt8(ascii: "t"), word.text.hasSuffix("nt"),
                Self.auxiliaries.contains(word.text.dropLast(2))
            else { return }
            let middle = word.end - 2
            result[result.count - 1] = Token(
                text: String(word.text.dropLast(2)), kind: .word, start: word.start, end: middle)
            result.append(Token(text: "not", kind: .word, start: middle, end: word.end))
        }

        private static let auxiliaries: Set<Substring> = [
            "did", "does", "is", "was", "were", "has", "have", "had", "would", "should", "could", "are",
        ]

        /// `F.A.T.` is one word, `fat`: two letters or more, each by itself and each with its stop but the last.
        func dottedLetters(from start: Int) -> (text: String, end: Int)? {
            let stop = UInt8(ascii: ".")
            var letters: [UInt8] = []
            var at = start
            while at < bytes.count, isLetter(bytes[at]) {
                letters.append(bytes[at])
                at += 1
                guard at < bytes.count, bytes[at] == stop else { break }
                at += 1
            }
            let isWordFollowing = at < bytes.count && (isLetter(bytes[at]) || isDigit(bytes[at]))
            guard letters.count > 1, !isWordFollowing else { return nil }
            return (String(decoding: letters, as: UTF8.self).lowercased(), at)
        }

        /// `'s`, `'ve` and the like add nothing; `n't` is `not`.
        mutating func contraction() {
            guard let length = apostrophe(at), at + length < bytes.count, isLetter(bytes[at + length]) else {
                return
            }
            var end = at + length
            while end < bytes.count, isLetter(bytes[end]) { end += 1 }
            let ending = lowercased(at + length, end)
            if ending == "t", let last = result.last, last.text.hasSuffix("n") {
                let stem = last.text == "can" || last.text == "won" ? last.text : String(last.text.dropLast())
                let whole = ["won": "will", "ca": "can", "sha": "shall"][stem] ?? stem
                result[result.count - 1] = Token(text: whole, kind: .word, start: last.start, end: last.end)
                result.append(Token(text: "not", kind: .word, start: last.end, end: end))
                at = end
            } else if ["s", "ve", "re", "ll", "d", "m"].contains(ending) {
                result.append(Token(text: "'" + ending, kind: .joint, start: at, end: end))
                at = end
            }
        }

        mutating func mark() {
            let start = at
            let byte = bytes[at]
            at += 1
            if byte <= 0x20 || byte == 0x7F { return }
            if let arrow = arrow(byte) {
                at += 1
                result.append(Token(text: arrow, kind: .pause, start: start, end: at))
                return
            }
            if byte == UInt8(ascii: "."), at < bytes.count, bytes[at] == UInt8(ascii: ".") {
                while at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
                result.append(Token(text: "..", kind: .pause, start: start, end: at))
                return
            }
            // A mark written again and again is shouting: "!!!", "~~~", ">>>".
            if !isDigit(byte), at < bytes.count, bytes[at] == byte {
                while at < bytes.count, bytes[at] == byte { at += 1 }
                let text = String(Character(Unicode.Scalar(byte)))
                return result.append(Token(text: text, kind: .pause, start: start, end: at))
            }
            append(mark: Character(Unicode.Scalar(byte)), start)
        }

        /// `->` and `=>` lead on to what follows; `<-` only points back.
        func arrow(_ byte: UInt8) -> String? {
            guard at < bytes.count else { return nil }
            switch (byte, bytes[at]) {
            case (UInt8(ascii: "-"), UInt8(ascii: ">")), (UInt8(ascii: "="), UInt8(ascii: ">")): return "->"
            case (UInt8(ascii: "<"), UInt8(ascii: "-")):
                let isNumber = at + 1 < bytes.count && isDigit(bytes[at + 1])
                return isNumber ? nil : ","
            default: return nil
            }
        }

        /// A character beyond ASCII: a letter with an accent, or a typographic mark.
        mutating func other() {
            let start = at
            let character = next()
            switch character {
            case "‘", "’", "“", "”", "«", "»", "\u{FEFF}", "\u{200B}": return append(mark: "'", start)
            case "‐", "‑", "‒", "–", "—", "−": return append(mark: "-", start)
            case "→", "⇒", "➔": result.append(Token(text: "->", kind: .pause, start: start, end: at))
            case "…", "·", "•": append(mark: ".", start)
            case "≥": result.append(Token(text: ">=", kind: .mark, start: start, end: at))
            case "≤": result.append(Token(text: "<=", kind: .mark, start: start, end: at))
            default:
                if character.isWhitespace { return }
                if character.isLetter {
                    while at < bytes.count, bytes[at] >= 0x80 || isLetter(bytes[at]) {
                        let before = at
                        if bytes[at] < 0x80 {
                            at += 1
                        } else if !next().isLetter {
                            at = before
                            break
                        }
                    }
                    append(word: start, at)
                } else {
                    append(mark: character, start)
                }
            }
        }

        mutating func next() -> Character {
            var length = 1
            while at + length < bytes.count, bytes[at + length] & 0xC0 == 0x80 { length += 1 }
            let text = String(decoding: bytes[at..<(at + length)], as: UTF8.self)
            at += length
            return text.first ?? "?"
        }

        mutating func append(word start: Int, _ end: Int) {
            result.append(Token(text: lowercased(start, end), kind: .word, start: start, end: end))
        }

        /// Plain letters go in one by one, most words being of those alone.
        func lowercased(_ start: Int, _ end: Int) -> String {
            var isPlain = true
            for at in start..<end where !isLetter(bytes[at]) { isPlain = false }
            guard isPlain else { return String(decoding: bytes[start..<end], as: UTF8.self).lowercased() }
            return String(unsafeUninitializedCapacity: end - start) { text in
                for place in 0..<(end - start) { text[place] = bytes[start + place] | 0x20 }
                return end - start
            }
        }

        mutating func append(mark: Character, _ start: Int) {
            let kind: Token.Kind
            // "funding.total_sum": a stop inside a name joins it.
            let isInside = start > 0 && at < bytes.count && isLetter(bytes[start - 1]) && isLetter(bytes[at])
            switch mark {
            case "." where isInside: kind = .joint
            case ".", ",", ";", ":", "!", "?", "|", "/", "*", "…": kind = .pause
            case "'", "\"", "`", "(", ")", "-", "_": kind = .joint
            default: kind = .mark
            }
            if mark == "&" {
                result.append(Token(text: "and", kind: .word, start: start, end: at))
                return
            }
            if kind == .mark, mark == "=", let last = result.last, last.end == start,
                "<>=".contains(last.text)
            {
                result[result.count - 1] = Token(
                    text: last.text + "=", kind: .mark, start: last.start, end: at)
                return
            }
            result.append(Token(text: String(mark), kind: kind, start: start, end: at))
        }

        func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
        func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

        func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

        /// Exactly three digits follow the comma.
        func isGroup(after comma: Int) -> Bool {
            guard comma + 3 < bytes.count else { return false }
            return (1...3).allSatisfy { isDigit(bytes[comma + $0]) }
                && (comma + 4 >= bytes.count || !isDigit(bytes[comma + 4]))
        }

        /// The length of an apostrophe at an offset, straight or curly.
        func apostrophe(_ offset: Int) -> Int? {
            guard offset < bytes.count else { return nil }
            if bytes[offset] == UInt8(ascii: "'") { return 1 }
            let isCurly = offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
            return isCurly && bytes[offset + 2] == 0x99 ? 3 : nil
        }
    }
}
