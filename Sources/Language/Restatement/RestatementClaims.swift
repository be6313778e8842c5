import Facts

/// What is claimed of figures, in fixed words.
extension Restatement {
    func claimed(_ question: FigureQuestion) -> String {
        guard let claim = question.claim else { return plain(question) }
        if claim.isSameness {
            if case .change = question.quantity, case .extreme(let order, _, _) = question.operation {
                let word = order == .highest ? "largest" : "smallest"
                return join(
                    "whether the \(word) percentage change of \(subject(question.series)) is also the \(word) change in percentage points",
                    when(question))
            }
            let asked =
                claim.isDifference
                ? "whether there was a change in the order of" : "whether the same order of"
            return join("\(asked) \(lead(question))\(subject(question.series))", when(question))
        }
        switch question.operation {
        case .extreme, .rank:
            guard case .series(let series)? = claim.condition?.bound else { return plain(question) }
            let crime = series.crimeType.flatMap { grammar.codelists.crimeType($0)?.name } ?? ""
            var all = question
            all.claim = nil
            return "whether \(crime) had the " + plain(all)
        case .partOf, .share:
            var all = question
            all.claim = nil
            return "whether " + plain(all) + (claim.condition.map { " was " + condition($0, question) } ?? "")
        case .show, .sum, .mean, .median, .difference, .ratio, .per, .range, .filter: break
        }
        if case .series(let other)? = claim.condition?.bound, let own = question.series.first,
            other.area != own.area
        {
            return outnumbering(question, own, other, isNegated: claim.condition?.isNegated ?? false)
        }
        let words = claim.condition.map { condition($0, question) } ?? ""
        // "Did not" after a comma would read as a question put in the negative.
        let comma = claim.condition?.isNegated == true ? " " : ", "
        let isLevel = claim.condition?.direction == nil && claim.condition?.comparison != .alike
        let verb = words.isEmpty ? "" : isLevel ? "\(comma)was " : comma
        let some: String
        switch claim.quantifier {
        case .all: some = ""
        case .any: some = "at least one of "
        case .most: some = "most of "
        case .one: some = "exactly one of "
        case .none: some = "none of "
        }
        var stated = ""
        if case .change = question.quantity {
            stated = self.stated(question)
        } else {
            stated = question.stated.map { ", was \(claim.isApproximate ? "about " : "")\(amount($0))" }
                .joined()
        }
        let kind: String
        switch question.quantity {
        case .change(.points): kind = " in percentage points"
        case .change(.relative): kind = " in per cent"
        case .change(.amount): kind = " in numbers"
        case .change(.both), .level, .complement: kind = ""
        }
        let lead = question.quantity == .complement ? "reports without formal action, " : ""
        return join(
            "whether \(some)\(lead)\(subject(question.series))\(verb)\(words)\(stated)\(kind)", when(question)
        )
    }

    /// `whether recorded crime, burglary, was higher in one district than in another, December 2025`.
    private func outnumbering(
        _ question: FigureQuestion, _ own: Series, _ other: Series, isNegated: Bool
    ) -> String {
        let names = [own, other].map { grammar.codelists.area($0.area)?.name ?? $0.area }
        let what = subject([
            Series(measure: own.measure, crimeType: own.crimeType, area: home, except: own.except)
        ])
        let word = question.claim?.condition?.comparison == .above ? "higher" : "lower"
        let not = isNegated ? "not " : ""
        return join("whether \(what), was \(not)\(word) in \(names[0]) than in \(names[1])", when(question))
    }
}
