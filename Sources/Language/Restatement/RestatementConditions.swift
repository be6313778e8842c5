import Facts

/// What was claimed or asked of figures, and what was stated of them, in fixed words.
extension Restatement {
    /// `above 20%`, `fell by more than 15%`, `did not rise`.
    func condition(_ condition: Condition, _ question: FigureQuestion) -> String {
        let bound: String
        switch condition.bound {
        case .number(let number)?: bound = amount(number, question)
        case .series(let series)?:
            bound = series.crimeType.flatMap { grammar.codelists.crimeType($0)?.name } ?? series.measure
        case nil: bound = ""
        }
        let upper = condition.upper.map { amount($0, question) } ?? ""
        guard let direction = condition.direction else {
            let words: String
            switch condition.comparison {
            case .above?: words = "above \(bound)"
            case .atLeast?: words = "at least \(bound)"
            case .below?: words = "below \(bound)"
            case .atMost?: words = "at most \(bound)"
            case .equal?: words = bound
            case .between?: words = "between \(bound) and \(upper)"
            case .alike?: words = "moved like \(bound)"
            case nil: words = ""
            }
            return condition.isNegated ? "not " + words : words
        }
        let verb: String
        switch direction {
        case .rose: verb = condition.isNegated ? "did not rise" : "rose"
        case .fell: verb = condition.isNegated ? "did not fall" : "fell"
        case .unchanged: verb = condition.isNegated ? "did not stay the same" : "stayed the same"
        case .changed: verb = condition.isNegated ? "did not change" : "changed"
        }
        switch condition.comparison {
        case .above?: return "\(verb) by more than \(bound)"
        case .atLeast?: return "\(verb) by at least \(bound)"
        case .below?: return "\(verb) by less than \(bound)"
        case .atMost?: return "\(verb) by at most \(bound)"
        case .equal?: return "\(verb) by \(bound)"
        case .between?: return "\(verb) by between \(bound) and \(upper)"
        case .alike?: return "\(verb) like \(bound)"
        case nil: return verb
        }
    }

    func amount(_ value: Rational, _ question: FigureQuestion) -> String {
        let unit: Unit
        switch question.quantity {
        case .level, .complement:
            switch question.operation {
            case .share, .partOf: unit = .percent
            case .show, .sum, .mean, .median, .difference, .ratio, .per, .rank, .extreme, .range, .filter:
                unit = question.series.first.flatMap { grammar.codelists.measure($0.measure)?.unit } ?? .count
            }
        case .change(.relative), .change(.both): unit = .percent
        case .change(.points): unit = .points
        case .change(.amount):
            unit = question.series.first.flatMap { grammar.codelists.measure($0.measure)?.unit } ?? .count
        }
        return FigureText(codelists: grammar.codelists).text(
            value, unit, decimals: value.exactDecimals(most: 4) ?? 2)
    }

    func amount(_ stated: Stated) -> String {
        FigureText(codelists: grammar.codelists).text(
            stated.value, stated.unit ?? .count, decimals: stated.decimals)
    }

    func stated(_ question: FigureQuestion) -> String {
        let about = question.claim?.isApproximate == true ? "about " : ""
        return question.stated.map { stated in
            switch stated.role {
            case .size: " by \(about)\(amount(stated))"
            case .before: " from \(amount(stated))"
            case .after: " to \(amount(stated))"
            case .any: " of \(about)\(amount(stated))"
            }
        }.joined()
    }
}

extension FigureQuestion {
    /// Whether it picks what there was none of: "which months had no robberies?"
    var asksForNone: Bool {
        guard case .filter(let condition, _, _) = operation, quantity == .level else { return false }
        return condition.comparison == .equal && condition.bound == .number(0)
    }
}
