import Facts

/// Sentences for what was worked out from several figures. Each shows its arithmetic.
extension Realiser {
    func arithmetic(_ finding: Finding) -> String? {
        let question = finding.question
        guard !finding.results.isEmpty else { return nil }
        var values = common(finding)
        let sentences = finding.results.enumerated().map { index, result -> String? in
            values["formula"] = result.formula
            let value = figures.text(
                result.value, result.unit, decimals: result.decimals, magnitude: isGap(question))
            values["result"] = value
            let cells = result.cells.map { finding.cells[$0] }
            guard let first = cells.first, let last = cells.last else { return nil }
            values["period"] = first.period.label
            values["first"] = label(first.series, among: question.series)
            values["second"] = label(last.series, among: question.series)
            values["first value"] = figures.text(first)
            values["second value"] = figures.text(last)
            values["first period"] = first.period.label
            values["second period"] = last.period.label
            switch question.operation {
            case .sum:
                let series = question.series
                if series.count > 1, series.count <= Self.mostNamed, Set(series.map(\.area)).count == 1 {
                    // Each by its own name: offences and incidents added up are still two things.
                    values["Names"] = FigureText.capitalised(
                        FigureText.list(series.map { named($0, among: series) }))
                    return sentence("sum", ["several"], values)
                }
                return sentence("sum", [""], values)
            case .median:
                let isOfAreas = Set(question.series.map(\.area)).count > 1
                return sentence(
                    "median",
                    [isOfAreas ? "districts" : question.series.count > 1 ? "types" : "periods"], values)
            case .mean:
                let isOfAreas = Set(question.series.map(\.area)).count > 1
                return sentence(
                    "mean", [isOfAreas ? "districts" : question.series.count > 1 ? "types" : "periods"],
                    values)
            case .per(let grain):
                values["grain"] = grain.rawValue
                return sentence("average for each unit of time", [""], values)
            case .difference:
                // The page never says "minus 21.5": the higher comes first.
                if first.value < last.value {
                    swap(&values, "first", "second")
                    swap(&values, "first value", "second value")
                }
                if first.value == last.value { return sentence("difference", ["same"], values) }
                let isOfMeasures = first.series.measure != last.series.measure
                return sentence("difference", [isOfMeasures ? "measures" : ""], values)
            case .range:
                let highest = cells.max { $0.value < $1.value } ?? first
                let lowest = cells.min { $0.value < $1.value } ?? last
                let isOfPeriods = question.series.count == 1
                values["first"] =
                    isOfPeriods ? highest.period.label : label(highest.series, among: question.series)
                values["second"] =
                    isOfPeriods ? lowest.period.label : label(lowest.series, among: question.series)
                values["first value"] = figures.text(highest)
                values["second value"] = figures.text(lowest)
                return sentence("range", [isOfPeriods ? "periods" : ""], values)
            case .ratio:
                return sentence("ratio", [first.series == last.series ? "periods" : ""], values)
            case .share:
                values["whole"] = periods(question.periods.sorted())
                return sentence("share", ["of periods"], values)
            case .partOf: return partOf(first, last, values)
            case .show, .rank, .extreme, .filter: return nil
            }
        }
        let all = sentences.compactMap { $0 }
        guard all.count == sentences.count else { return nil }
        return (all + [comparison(finding)].compactMap { $0 }).joined(separator: " ")
    }

    /// How many series a sum names one by one.
    private static let mostNamed = 6

    /// "Recorded crime", "burglary", and of two measures which each is counted in.
    private func named(_ series: Series, among all: [Series]) -> String {
        let crime = crimeType(series)
        guard Set(all.map(\.measure)).count > 1 else { return crime ?? measure(series) }
        return measure(series) + (crime.map { " for " + $0 } ?? "")
    }

    private func partOf(_ part: Finding.Cell, _ whole: Finding.Cell, _ values: [String: String]) -> String? {
        var values = values
        if part.series == whole.series { return sentence("share", ["of period"], values) }
        if part.series.area != whole.series.area {
            values["Area"] = FigureText.capitalised(area(part.series))
            values["second area"] = area(whole.series)
            return sentence("share", ["of region"], values)
        }
        if part.series.crimeType != nil, whole.series.crimeType != nil {
            return sentence("share", ["of another"], values)
        }
        guard let crime = crimeType(part.series) else { return sentence("share", [""], values) }
        values["Crime"] = FigureText.capitalised(crime)
        return sentence("share", ["of all"], values)
    }

    /// Of two gaps, which is the wider.
    private func comparison(_ finding: Finding) -> String? {
        guard isGap(finding.question), finding.results.count == 2 else { return nil }
        let (first, second) = (finding.results[0], finding.results[1])
        guard let one = first.cells.first, let two = second.cells.first else { return nil }
        let isFirstWider = first.value.magnitude > second.value.magnitude
        guard first.value.magnitude != second.value.magnitude else { return nil }
        let (wider, narrower) = isFirstWider ? (one, two) : (two, one)
        let periods = (finding.cells[wider].period.label, finding.cells[narrower].period.label)
        return sentence(
            "difference", ["wider"], ["wider": periods.0, "narrower": periods.1])
    }

    private func isGap(_ question: FigureQuestion) -> Bool {
        switch question.operation {
        case .difference, .range: true
        case .show, .sum, .mean, .median, .ratio, .share, .partOf, .per, .rank, .extreme, .filter: false
        }
    }

    private func swap(_ values: inout [String: String], _ first: String, _ second: String) {
        (values[first], values[second]) = (values[second], values[first])
    }
}
