import Facts

/// Arithmetic as it is shown to people: `2749 - 2434`, `(2434 + 2749) / 2`.
enum Formula {
    /// With the fewest decimals that say it exactly; with two when none do.
    static func number(_ value: Rational) -> String {
        value.text(decimals: value.exactDecimals(most: 6) ?? 2)
    }

    static func sum(_ values: [Rational]) -> String { values.map(number).joined(separator: " + ") }

    /// `median of 20, 22, 23`, in order.
    static func median(_ values: [Rational]) -> String {
        "median of " + values.map(number).joined(separator: ", ")
    }

    /// A negative number that is taken away stands in brackets.
    static func difference(_ first: Rational, _ second: Rational) -> String {
        "\(number(first)) - \(second < 0 ? "(\(number(second)))" : number(second))"
    }

    static func quotient(_ first: Rational, _ second: Rational) -> String {
        "\(number(first)) / \(number(second))"
    }

    static func percentage(_ part: Rational, of whole: String) -> String {
        "\(number(part)) / \(whole) * 100"
    }
}
