import Foundation

/// A text made plain for looking things up in it: compatibility forms composed, dashes and quotation marks
/// straight, lower case, and no comma between groups of three digits.
public struct PlainText: Sendable {
    public let scalars: [Unicode.Scalar]
    /// Every number in it, without its sign.
    public let numbers: Set<Double>

    public init(_ text: String) {
        let straight = text.precomposedStringWithCompatibilityMapping.unicodeScalars.map(PlainText.straight)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: straight)
        scalars = PlainText.ungrouped(Array(String(view).lowercased().unicodeScalars))
        numbers = PlainText.numbers(in: scalars)
    }

    public var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Whether something that an answer has to hold is in it: a number as a number, a short word as a whole word,
    /// anything else as it is written.
    public func holds(_ wanted: String) -> Bool {
        let wanted = PlainText(wanted).trimmed
        if let number = PlainText.number(wanted) { return numbers.contains(number) }
        if (1...5).contains(wanted.count), wanted.allSatisfy({ ("a"..."z").contains($0) || $0 == "'" }) {
            return starts(of: wanted).contains { isBoundary($0) && isBoundary($0 + wanted.count) }
        }
        return PlainText(spelling: self).starts(of: PlainText(spelling: PlainText(scalars: wanted)).scalars)
            .first
            != nil
    }

    /// Whether the words stand in it one after another.
    public func holds(inOrder words: [String]) -> Bool {
        var position = 0
        for word in words {
            let word = PlainText(word).scalars
            guard let found = starts(of: word, from: position).first else { return false }
            position = found + word.count
        }
        return true
    }

    public func opens(with word: String) -> Bool {
        let word = PlainText(word).scalars
        return Array(scalars.drop { $0.properties.isWhitespace }.prefix(word.count)) == word
    }

    // MARK: - Pieces

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        numbers = []
    }

    /// With `and` for every `&`.
    private init(spelling text: PlainText) {
        self.init(scalars: text.scalars.flatMap { $0 == "&" ? Array("and".unicodeScalars) : [$0] })
    }

    private var trimmed: [Unicode.Scalar] {
        var rest = scalars.drop { $0.properties.isWhitespace }
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        return Array(rest)
    }

    private func starts(of wanted: [Unicode.Scalar], from first: Int = 0) -> [Int] {
        guard scalars.count - wanted.count >= first else { return [] }
        return (first...(scalars.count - wanted.count)).filter { start in
            wanted.indices.allSatisfy { scalars[start + $0] == wanted[$0] }
        }
    }

    /// Between a letter, digit or underscore and something else.
    private func isBoundary(_ position: Int) -> Bool {
        func isInWord(_ index: Int) -> Bool {
            scalars.indices.contains(index) && PlainText.isInWord(scalars[index])
        }
        return isInWord(position - 1) != isInWord(position)
    }

    private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func straight(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "‐", "‑", "‒", "–", "—", "−": "-"
        case "‘", "’": "'"
        case "“", "”": "\""
        case "\u{A0}": " "
        default: scalar
        }
    }

    private static func ungrouped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        scalars.indices.filter { index in
            guard scalars[index] == ",", index > 0, isDigit(scalars[index - 1]), index + 3 < scalars.count,
                scalars[(index + 1)...(index + 3)].allSatisfy(isDigit)
            else { return true }
            return index + 4 < scalars.count && isInWord(scalars[index + 4])
        }.map { scalars[$0] }
    }

    private static func numbers(in scalars: [Unicode.Scalar]) -> Set<Double> {
        var found: Set<Double> = []
        var position = 0
        while position < scalars.count {
            guard isDigit(scalars[position]) else {
                position += 1
                continue
            }
            var end = endOfDigits(scalars, position)
            if end + 1 < scalars.count, scalars[end] == ".", isDigit(scalars[end + 1]) {
                end = endOfDigits(scalars, end + 1)
            }
            if let number = Double(String(String.UnicodeScalarView(scalars[position..<end]))) {
                found.insert(number)
            }
            position = end
        }
        return found
    }

    private static func endOfDigits(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        scalars[start...].firstIndex { !isDigit($0) } ?? scalars.count
    }

    /// `-12.8`, `£24300`, `30.69%` as a number without its sign; nil when it is more than a number.
    private static func number(_ scalars: [Unicode.Scalar]) -> Double? {
        var digits = scalars[...]
        if let first = digits.first, ["-", "+", "£"].contains(first) { digits.removeFirst() }
        if digits.last == "%" { digits.removeLast() }
        guard digits.first.map(isDigit) == true, digits.last.map(isDigit) == true,
            digits.allSatisfy({ isDigit($0) || $0 == "." })
        else { return nil }
        return Double(String(String.UnicodeScalarView(digits)))
    }
}
