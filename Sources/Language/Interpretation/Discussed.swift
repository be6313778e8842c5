import Facts

/// Arithmetic between the two figures that were talked about last.
extension Interpreter {
    private var lastTwo: (Context.Focus, Context.Focus)? {
        let last = context.focus.suffix(2)
        guard last.count == 2, let first = last.first, let second = last.last,
            first.series.measure == second.series.measure
        else { return nil }
        return (first, second)
    }

    /// Whether a third figure was talked about that goes with the last two: "May?", "and June?", "and July?"
    private var isOfMoreThanTwo: Bool {
        guard let (first, second) = lastTwo, context.focus.count > 2 else { return false }
        let third = context.focus[context.focus.count - 3]
        return third.series.measure == first.series.measure
            && (third.series == first.series && first.series == second.series
                || third.period == first.period && first.period == second.period)
    }

    /// "Both together" after one figure and another. Of a month and its quarter, or a district and its
    /// county, the sum would count some twice.
    func sumOfDiscussed() -> [Meaning] {
        guard let (first, second) = lastTwo, !isOfMoreThanTwo,
            let unit = grammar.codelists.measure(first.series.measure)?.unit
        else { return [.incomplete(.operands)] }
        guard unit.isAdditive else { return [.refused(.notAdditive(measure: first.series.measure))] }
        let isOfTwoTypes =
            first.series.crimeType != nil && second.series.crimeType != nil
            || first.series.crimeType == second.series.crimeType
        let isOfOnePeriod = first.period == second.period && first.series != second.series
        let isOfOneSeries = first.series == second.series && !first.period.overlaps(second.period)
        guard isOfOneSeries || isOfOnePeriod && isOfTwoTypes,
            !mayOverlap([first.series.area, second.series.area])
        else { return [.incomplete(.operands)] }
        let question = FigureQuestion(
            series: isOfOneSeries ? [first.series] : [first.series, second.series],
            periods: isOfOnePeriod ? [first.period] : [first.period, second.period].sorted(),
            operation: .sum)
        return [.question(.figures(question), [])]
    }

    /// "The gap between them?" after two figures, "what is the difference?" after two districts; nil where something
    /// else is meant.
    func betweenDiscussed(_ reading: Reading, _ operation: Facts.Operation) -> [Meaning]? {
        guard let (first, second) = lastTwo, reading[.measure].count < 2, reading[.area].count < 2 else {
            return nil
        }
        let namesNothing = reading[.crime].isEmpty && reading[.measure].isEmpty && reading.periods().isEmpty
        let isOfBoth = reading.has(.back) ? reading[.crime].count < 2 : namesNothing
        let isOfTwoSeries =
            isFollowUp && reading[.crime].count < 2 && first.series != second.series
            && first.period == second.period
            && reading.filled.isDisjoint(with: [.period, .direction, .against])
        // "The difference?" after domestic abuse in Q1 and drugs in Q2 is of neither alone.
        if isFollowUp, namesNothing, first.series != second.series, first.period != second.period,
            !reading.has(.direction)
        {
            return [.incomplete(.operands)]
        }
        guard isOfBoth || isOfTwoSeries else { return nil }
        if first.period == second.period, first.series != second.series {
            let question = FigureQuestion(
                series: [first.series, second.series], periods: [first.period], operation: operation)
            return [.question(.figures(question), [])]
        }
        guard first.series == second.series, first.period != second.period,
            let unit = grammar.codelists.measure(first.series.measure)?.unit
        else { return [.incomplete(.operands)] }
        let question = FigureQuestion(
            series: [first.series], periods: [first.period, second.period].sorted(),
            quantity: .change(unit == .percent ? .points : .amount))
        return [.question(.figures(question), [])]
    }
}
