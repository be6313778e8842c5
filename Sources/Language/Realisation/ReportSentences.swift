import Facts

/// The sentences of the page's Performance section.
extension Realiser {
    /// The page's sentence for one change, without a closing full stop.
    public func reportSentence(_ finding: Finding) -> String? {
        guard let cell = finding.cells.first, let change = cell.change else { return nil }
        return main(cell, change, values(of: cell, change, finding))
    }

    /// The opening paragraph and the sentence that names the periods.
    public func reportOpening(_ quarter: Period, _ before: Period, _ rates: [Series]) -> [String] {
        let names = rates.compactMap { series in
            sentence("report", ["name \(series.crimeType ?? "")"], [:]) ?? crimeType(series)
        }
        let values = [
            "types": FigureText.list(names), "count": FigureText.count(names.count),
            "ordinal": ["first", "second", "third", "fourth"][(quarter.financialQuarter ?? 1) - 1],
            "quarter": String(quarter.financialQuarter ?? 1),
            "previous": String(before.financialQuarter ?? 1),
            "dates": dates(quarter), "previous dates": dates(before),
        ]
        return ["opening", "periods"].compactMap { sentence("report", [$0], values) }
    }

    /// `1st July – 30th September 2022`, as the page writes it.
    private func dates(_ period: Period) -> String {
        func day(_ day: Day) -> String { "\(day.day)\(ordinal(day.day)) \(Day.monthNames[day.month - 1])" }
        return "\(day(period.start)) – \(day(period.end)) \(period.end.year)"
    }

    private func ordinal(_ day: Int) -> String {
        switch day {
        case 11, 12, 13: "th"
        case _ where day % 10 == 1: "st"
        case _ where day % 10 == 2: "nd"
        case _ where day % 10 == 3: "rd"
        default: "th"
        }
    }

    /// `formal action rate, drug offences`.
    public func name(of series: Series) -> String {
        ([measure(series)] + [crimeType(series)].compactMap { $0 }).joined(separator: ", ")
    }
}
