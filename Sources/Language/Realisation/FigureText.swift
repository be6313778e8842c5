import Facts

/// Figures as the page prints them.
public struct FigureText {
    let codelists: Codelists

    public init(codelists: Codelists) { self.codelists = codelists }

    /// `8.8%`, `2749 incidents`, `£1,171,373`, `21.5 percentage points`; without a sign where `magnitude`.
    public func text(_ value: Rational, _ unit: Unit, decimals: Int, magnitude: Bool = false) -> String {
        let digits = (magnitude ? value.magnitude : value).text(decimals: decimals)
        switch unit {
        case .percent: return digits + "%"
        case .points: return digits + (value.magnitude == 1 ? " percentage point" : " percentage points")
        case .pounds: return "£" + Self.grouped(digits)
        case .times: return digits + " times"
        case .days: return digits + (value == 1 ? " day" : " days")
        case .incidents: return digits + (value.magnitude == 1 ? " incident" : " incidents")
        case .offences: return digits + (value.magnitude == 1 ? " offence" : " offences")
        case .count: return digits
        }
    }

    /// A cell's level, with what its source adds: `73.7% (possessions)`.
    func text(_ cell: Finding.Cell) -> String {
        let note = cell.observations.count == 1 ? cell.observations[0].note.map { " (\($0))" } ?? "" : ""
        return text(cell.value, cell.unit, decimals: decimals(cell.series)) + note
    }

    /// The figure before or after a change, with its note.
    func text(_ value: Rational, of cell: Finding.Cell, in period: Period) -> String {
        let unit = codelists.measure(cell.series.measure)?.unit ?? cell.unit
        let own = cell.observations.filter { period.contains($0.period) }
        let note = own.count == 1 ? own[0].note.map { " (\($0))" } ?? "" : ""
        return text(value, unit, decimals: decimals(cell.series)) + note
    }

    /// Decimals that a series' published figures carry.
    public func decimals(_ series: Series) -> Int { codelists.measure(series.measure)?.decimals ?? 0 }

    /// A published percentage keeps its own decimals, two of them on the page.
    func percent(_ value: Rational) -> String { text(value, .percent, decimals: 2, magnitude: true) }

    /// A number of a question, with the decimals it needs.
    func plain(_ value: Rational) -> String { value.text(decimals: value.exactDecimals(most: 4) ?? 2) }

    /// `1171373` as `1,171,373`.
    private static func grouped(_ digits: String) -> String {
        let pieces = digits.split(separator: ".", maxSplits: 1)
        guard let whole = pieces.first else { return digits }
        var result = ""
        for (index, digit) in whole.reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
            result.append(digit)
        }
        return String(result.reversed()) + (pieces.count > 1 ? ".\(pieces[1])" : "")
    }

    /// `one`, `two`... up to ten, then digits, as in running text.
    static func count(_ number: Int) -> String {
        let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return words.indices.contains(number) ? words[number] : String(number)
    }

    /// "second", "twelfth", "21st": the place in an order.
    static func ordinal(_ place: Int) -> String {
        let words = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth",
        ]
        if words.indices.contains(place - 1) { return words[place - 1] }
        let isTeen = (11...13).contains(place % 100)
        switch isTeen ? 0 : place % 10 {
        case 1: return "\(place)st"
        case 2: return "\(place)nd"
        case 3: return "\(place)rd"
        default: return "\(place)th"
        }
    }

    /// `a, b and c`.
    static func list(_ items: [String], _ last: String = "and") -> String {
        guard let final = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(last) " + final
    }

    static func capitalised(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }
}
