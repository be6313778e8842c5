/// An exact fraction, so that no figure is ever the victim of binary floating point.
///
/// 10.2 is 51/5; (8.8 − 10.2) / 10.2 is −7/51 and rounds to −13.73 per cent.
public struct Rational: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
    public let numerator: Int128
    /// Always positive, and without a factor in common with the numerator.
    public let denominator: Int128

    public init(integerLiteral value: Int) { self.init(value) }

    public init(_ value: Int) {
        numerator = Int128(value)
        denominator = 1
    }

    /// Nil when the denominator is zero.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator != 0 else { return nil }
        let sign: Int128 = denominator < 0 ? -1 : 1
        let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        guard sign < 0 || divisor > 1 else {
            self.numerator = numerator
            self.denominator = denominator
            return
        }
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    /// `Rational(scaled: 102, decimals: 1)` is 10.2.
    public init(scaled: Int, decimals: Int) {
        let divisor = Rational.power(decimals)
        self = Rational(Int128(scaled), over: divisor) ?? 0
    }

    /// Reads `10.2`, `-3`, `2749`; no thousands separators, no exponent, at most 15 digits.
    public init?(_ text: String) {
        var digits: Int128 = 0
        var decimals: Int?
        var count = 0
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: ".") where decimals == nil && count > 0: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
                decimals = decimals.map { $0 + 1 }
                count += 1
            default: return nil
            }
        }
        guard count > 0, count <= 15, decimals != 0 else { return nil }
        guard let value = Rational(negative ? -digits : digits, over: Rational.power(decimals ?? 0)) else {
            return nil
        }
        self = value
    }

    public static func < (left: Rational, right: Rational) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
    public static func + (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator) ?? 0
    }
    public static func - (left: Rational, right: Rational) -> Rational { left + -right }
    public static prefix func - (value: Rational) -> Rational {
        Rational(-value.numerator, over: value.denominator) ?? 0
    }
    public static func * (left: Rational, right: Rational) -> Rational {
        Rational(left.numerator * right.numerator, over: left.denominator * right.denominator) ?? 0
    }
    /// Nil when dividing by zero.
    public static func / (left: Rational, right: Rational) -> Rational? {
        Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    public var magnitude: Rational { self < 0 ? -self : self }

    /// Rounded half away from zero, in units of the last decimal: 13.7254 with 2 decimals is 1373.
    public func scaled(decimals: Int) -> Int128 {
        let twice = numerator * Rational.power(decimals) * 2
        let rounded = (twice.magnitude + UInt128(denominator)) / (2 * UInt128(denominator))
        return numerator < 0 ? -Int128(rounded) : Int128(rounded)
    }

    public func rounded(decimals: Int) -> Rational {
        Rational(scaled(decimals: decimals), over: Rational.power(decimals)) ?? 0
    }

    /// With exactly that many decimals, rounded half away from zero: `13.73`.
    public func text(decimals: Int) -> String {
        let scaled = scaled(decimals: decimals)
        var digits = String(scaled.magnitude)
        if decimals > 0 {
            digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        return (scaled < 0 ? "-" : "") + digits
    }

    /// The fewest decimals that say it exactly, or nil when it needs more than `most`.
    public func exactDecimals(most: Int) -> Int? {
        (0...most).first { rounded(decimals: $0) == self }
    }

    private static func power(_ decimals: Int) -> Int128 {
        (0..<max(decimals, 0)).reduce(1) { power, _ in power * 10 }
    }

    private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        // Numbers of the processor's own width are divided many times faster.
        if let first = UInt64(exactly: first), let second = UInt64(exactly: second) {
            return UInt128(divisor(first, second))
        }
        return divisor(first, second)
    }

    private static func divisor<Number: UnsignedInteger>(_ first: Number, _ second: Number) -> Number {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return max(first, 1)
    }
}
