import Facts

/// Whether a printed percentage change can come from printed figures.
///
/// A source may work from figures it has not rounded, so the percentage may be that of any two numbers that round
/// to the printed ones; nothing outside that can be right, and is a slip of the keyboard.
struct Rounding {
    /// How far a figure may be from what was printed of it.
    private let slack: Rational

    /// Counts and sums of money are exact; other figures are rounded to their decimals.
    init(decimals: Int, isCounted: Bool) {
        slack = isCounted ? 0 : Rational(scaled: 5, decimals: decimals + 1)
    }

    /// What is wrong with the percentage, or nil.
    func problem(percent: Rational, before: Rational, after: Rational) -> String? {
        let figures = "\(Formula.number(before)) and \(Formula.number(after))"
        guard before > slack,
            let least = change(from: before + slack, to: after - slack),
            let most = change(from: before - slack, to: after + slack)
        else { return "no percentage can be taken of \(Formula.number(before))" }
        let last = Rational(scaled: 5, decimals: (percent.exactDecimals(most: 2) ?? 2) + 1)
        guard percent < least - last || percent > most + last else { return nil }
        let (low, high) = (least.text(decimals: 2), most.text(decimals: 2))
        return low == high
            ? "\(figures) give \(low)" : "\(figures) give between \(low) and \(high)"
    }

    private func change(from before: Rational, to after: Rational) -> Rational? {
        ((after - before) / before).map { $0 * 100 }
    }
}
