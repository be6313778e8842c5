/// A day of the Gregorian calendar, without a time zone.
///
/// `Day(year: 2022, month: 7, day: 1)` prints as `2022-07-01`.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1 January 1970, negative before it.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// Nil for a date that does not exist, such as 31 June.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year),
            (1...9999).contains(year)
        else { return nil }
        self.number = Day.number(year: year, month: month, day: day)
    }

    /// The first day of a month; months outside 1...12 run on into the years beside it.
    public init(firstOf month: Int, year: Int) {
        let months = year * 12 + month - 1
        let year = Int((Double(months) / 12).rounded(.down))
        self.number = Day.number(year: year, month: months - year * 12 + 1, day: 1)
    }

    /// Reads `2022-07-01`.
    public init?(_ text: String) {
        // Read where it lies: a store's every figure has two.
        var numbers = (year: 0, month: 0, day: 0)
        var place = 0
        for byte in text.utf8 {
            let digit = Int(byte) - Int(UInt8(ascii: "0"))
            switch place {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case 0..<10 where !(0...9).contains(digit): return nil
            case 0..<4: numbers.year = numbers.year * 10 + digit
            case 5, 6: numbers.month = numbers.month * 10 + digit
            case 8, 9: numbers.day = numbers.day * 10 + digit
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    public func adding(_ days: Int) -> Day { Day(number: number + days) }

    public var year: Int { civil.year }
    /// 1 for January.
    public var month: Int { civil.month }
    /// 1 for the first of the month.
    public var day: Int { civil.day }

    public var description: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else {
            return "\(year)-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
        }
        // Digit by digit into the text: each figure that is looked up or written has two of these.
        return String(unsafeUninitializedCapacity: 10) { text in
            text.initialize(repeating: UInt8(ascii: "-"))
            func write(_ number: Int, before end: Int, width: Int) {
                var rest = number
                for place in 1...width {
                    text[end - place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            write(year, before: 4, width: 4)
            write(month, before: 7, width: 2)
            write(day, before: 10, width: 2)
            return 10
        }
    }

    /// As the page writes a date: `1 July 2022`.
    public var inWords: String { "\(day) \(Day.monthNames[month - 1]) \(year)" }

    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Days from civil, after Howard Hinnant's "chrono-compatible low-level date algorithms".
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Civil from days, from the same source.
    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1
        )
    }
}
