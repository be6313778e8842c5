import Facts

/// Sentences for superlatives, rankings and filters.
extension Realiser {
    func selection(_ finding: Finding) -> String? {
        let question = finding.question
        if question.claim?.isSameness == true { return sameness(finding) }
        var values = common(finding)
        let isChange = question.isOfChange
        let chosen = finding.results.compactMap { $0.cells.first.map { finding.cells[$0] } }
        if chosen.isEmpty {
            // None moved in the direction asked about: what they did instead.
            return none(finding, values)
        }
        let axis: Axis
        switch question.operation {
        case .extreme(let order, let position, let over):
            axis = over
            values["superlative"] = superlative(order, position, question)
            values["grain"] = chosen.first?.period.grain?.rawValue
            if let grouped = winners(finding, values) { return grouped }
            values["names"] = FigureText.capitalised(FigureText.list(chosen.map { name($0, over, question) }))
            guard let first = chosen.first else { return nil }
            values["value"] = isChange ? moved(first, question) : figures.text(first)
            if let change = first.change { pair(&values, change) }
            values["grain"] = first.period.grain?.rawValue
            let isOfCounts = first.unit.isOfEvents && question.claim == nil
            let isOfEither = over == .area || over == .period || isOfCounts
            if !isChange, isOfEither, position == 1, finding.cells.count == 2 {
                return ofTwo(finding, chosen: chosen, order, over, values)
            }
            let kind = isChange ? (axis == .period ? "step" : "change") : axis == .period ? "period" : ""
            return sentence("superlative", [kind], values)
        case .rank(let order, let over):
            axis = over
            values["order"] = order == .highest ? "highest first" : "lowest first"
            if let change = finding.cells.first?.change { pair(&values, change) }
            let lines = chosen.enumerated().map { index, cell in
                "\(index + 1). \(FigureText.capitalised(name(cell, axis, question))): "
                    + (isChange ? moved(cell, question) : figures.text(cell))
            }
            values["grain"] = finding.cells.first?.period.grain?.rawValue
            let kind =
                isChange ? (axis == .period ? "step" : kindCase(question)) : axis == .period ? "period" : ""
            guard let head = sentence("ranking", [kind], values) else {
                return nil
            }
            return ([head] + lines).joined(separator: "\n")
        case .show, .sum, .mean, .median, .difference, .ratio, .share, .partOf, .per, .range, .filter:
            return nil
        }
    }

    /// "This district or that one?" is answered with both figures.
    private func ofTwo(
        _ finding: Finding, chosen: [Finding.Cell], _ order: Order, _ axis: Axis,
        _ values: [String: String]
    ) -> String? {
        var values = values
        func name(_ cell: Finding.Cell) -> String {
            axis == .period ? cell.period.label : label(cell.series, among: finding.question.series)
        }
        guard let winner = chosen.first, let other = finding.cells.first(where: { !chosen.contains($0) })
        else {
            values["first"] = finding.cells.first.map { FigureText.capitalised(name($0)) }
            values["second"] = finding.cells.last.map(name)
            return sentence("superlative", [axis == .period ? "equal periods" : "equal"], values)
        }
        values["comparative"] = sentence("moves", [order == .highest ? "higher" : "lower"], [:])
        values["names"] = FigureText.capitalised(name(winner))
        values["other"] = name(other)
        values["other value"] = figures.text(other)
        let isOfTypes = winner.series.crimeType != other.series.crimeType
        let kind = axis == .period ? "two periods" : isOfTypes ? "two types" : "two"
        return sentence("superlative", [kind], values)
    }

    func filtered(_ finding: Finding) -> String? {
        let question = finding.question
        guard case .filter(let condition, let axis, _) = question.operation else { return nil }
        var values = common(finding)
        let isChange = question.isOfChange
        values["condition"] = Restatement(grammar: grammar).condition(condition, question)
        let chosen = finding.results.compactMap { $0.cells.first.map { finding.cells[$0] } }
        if let change = finding.cells.first?.change { pair(&values, change) }
        values["of"] = String(finding.cells.count)
        values["count"] = String(finding.countChosen)
        values["things"] = things(axis, Array(chosen.prefix(finding.countChosen)))
        let isStep = isChange && axis == .period
        // "Three months of 2025", and not "in each month of 2025".
        if axis == .period, let first = question.periods.min(), let last = question.periods.max(),
            question.periods.count > 3, let whole = Period(from: first.start, to: last.end)
        {
            values["periods"] = whole.label
        }
        values["grain"] = finding.cells.first?.period.grain?.rawValue
        if isStep { values["things"] = things(axis, finding.cells) }
        if chosen.isEmpty {
            return isStep ? sentence("threshold", ["no step"], values) : none(finding, values)
        }
        values["list"] = FigureText.list(
            chosen.map { cell in
                let period =
                    axis != .period && question.periods.count > 1 && !isChange
                    ? " in \(cell.period.label)" : ""
                return
                    "\(name(cell, axis, question)) (\(isChange ? moved(cell, question) : figures.text(cell))\(period))"
            })
        if condition == Condition() { return sentence("value", ["count"], values) }
        // "Above 40% in both quarters?" is not said of a type that was so in one of them only.
        let isPartly =
            axis != .period && !isChange && finding.countChosen * question.periods.count > chosen.count
        let kind =
            isStep ? "step" : isChange ? "change" : question.asksForNone ? "zero" : isPartly ? "partly" : ""
        return sentence("threshold", [kind], values)
    }

    /// That none meets the condition, and what each did.
    private func none(_ finding: Finding, _ values: [String: String]) -> String? {
        let question = finding.question
        let axis: Axis
        if case .filter(_, let over, _) = question.operation { axis = over } else { axis = .crimeType }
        var values = values
        values["list"] = FigureText.list(
            finding.cells.map { cell in
                let name = axis == .period ? cell.period.label : label(cell.series, among: question.series)
                guard let change = cell.change else { return "\(name) \(figures.text(cell))" }
                let word = sentence("moves", [change.direction.rawValue], [:]) ?? change.direction.rawValue
                return "\(name) \(word) (\(figures.text(change.before, of: cell, in: change.from)) to "
                    + "\(figures.text(change.after, of: cell, in: change.to)))"
            })
        values["List"] = values["list"].map { FigureText.capitalised($0) }
        values["of"] = String(finding.cells.count)
        if let change = finding.cells.first?.change { pair(&values, change) }
        if values["condition"] == nil, let condition = question.claim?.condition {
            values["condition"] = Restatement(grammar: grammar).condition(condition, question)
        }
        let kind = question.isOfChange ? "no change" : question.asksForNone ? "none zero" : "none"
        return sentence("threshold", [kind], values)
    }

    private func sameness(_ finding: Finding) -> String? {
        let question = finding.question
        var values = common(finding)
        let verdict = finding.verdict ?? false
        if question.isOfChange {
            guard case .extreme(let order, _, _) = question.operation else { return nil }
            let moved = finding.cells.filter { $0.change?.percent != nil }
            func winner(_ size: (Finding.Change) -> Rational) -> Finding.Cell? {
                moved.compactMap { cell in cell.change.map { (cell, size($0)) } }
                    .max { order == .highest ? $0.1 < $1.1 : $0.1 > $1.1 }?.0
            }
            guard let relative = winner({ ($0.percent ?? 0).magnitude }),
                let points = winner({ $0.difference.magnitude }),
                let one = relative.change, let two = points.change
            else { return nil }
            values["first"] = FigureText.capitalised(label(relative.series, among: question.series))
            values["second"] = label(points.series, among: question.series)
            values["first value"] = figures.percent(one.percent ?? 0)
            values["second value"] = figures.text(
                two.difference, .points, decimals: figures.decimals(points.series), magnitude: true)
            values["superlative"] = order == .highest ? "largest" : "smallest"
            return sentence("same", [verdict ? "change" : "change differs"], values)
        }
        values["list"] = question.periods.map { period in
            let ordered = finding.cells.filter { $0.period == period }.sorted { $0.value > $1.value }
            return "\(period.label): "
                + ordered.map { "\(label($0.series, among: question.series)) \(figures.text($0))" }
                .joined(separator: ", ")
        }.joined(separator: "; ")
        return sentence("same", [verdict ? "" : "differs"], values)
    }

    // MARK: - Pieces

    private func kindCase(_ question: FigureQuestion) -> String {
        switch question.quantity {
        case .change(.points): "points"
        case .change(.amount): "amount"
        case .change(.relative), .change(.both), .level, .complement: "change"
        }
    }

    /// How far it moved, in the question's own kind: `30.69%, from 41.7% to 28.9%`.
    func moved(_ cell: Finding.Cell, _ question: FigureQuestion) -> String {
        guard let change = cell.change, case .change(let kind) = question.quantity else {
            return figures.text(cell)
        }
        let before = figures.text(change.before, of: cell, in: change.from)
        let after = figures.text(change.after, of: cell, in: change.to)
        let size: String
        switch kind {
        case .relative, .both: size = change.percent.map { figures.percent($0) } ?? amount(of: change, cell)
        case .points, .amount: size = amount(of: change, cell)
        }
        let isCounted = kind == .amount || change.percent == nil
        let name = isCounted ? "by" : "noun"
        let word = sentence("moves", ["\(name) \(change.direction.rawValue)"], ["size": size]) ?? size
        return "\(word), from \(before) to \(after)"
    }

    private func amount(of change: Finding.Change, _ cell: Finding.Cell) -> String {
        figures.text(
            change.difference, cell.unit, decimals: figures.decimals(cell.series), magnitude: true)
    }

    func superlative(_ order: Order, _ position: Int, _ question: FigureQuestion) -> String {
        let isChange = question.isOfChange
        let base = order == .highest ? (isChange ? "largest" : "highest") : (isChange ? "smallest" : "lowest")
        let direction = question.claim?.condition?.direction
        let noun =
            isChange
            ? " " + (sentence("moves", ["kind \(direction?.rawValue ?? "changed")"], [:]) ?? "change") : ""
        let unit: String
        switch question.quantity {
        case .change(.points): unit = " in percentage points"
        case .change(.relative): unit = " in per cent"
        case .change(.amount), .change(.both), .level, .complement: unit = ""
        }
        let place = position > 1 ? FigureText.ordinal(position) + " " : ""
        return place + base + noun + unit
    }

    func name(_ cell: Finding.Cell, _ axis: Axis, _ question: FigureQuestion) -> String {
        axis == .period ? cell.period.label : label(cell.series, among: question.series)
    }

    /// Periods that are all months are called months.
    private func things(_ axis: Axis, _ cells: [Finding.Cell]) -> String {
        let isOne = cells.count == 1
        switch axis {
        case .crimeType: return isOne ? "crime type" : "crime types"
        case .period:
            let grains = Set(
                cells.map { $0.period.grain == .month || $0.period.grain == .quarter ? $0.period.grain : nil }
            )
            let name = grains.count == 1 ? (grains.first ?? nil)?.rawValue ?? "period" : "period"
            return isOne ? name : name + "s"
        case .area: return isOne ? "district" : "districts"
        }
    }

    private func pair(_ values: inout [String: String], _ change: Finding.Change) {
        values["from"] = change.from.label(before: change.to)
        values["to"] = change.to.label
    }
}
