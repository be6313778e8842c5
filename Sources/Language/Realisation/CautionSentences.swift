import Facts

/// What has to be said beside a figure.
extension Realiser {
    /// More names than this are not listed.
    private static let mostNames = 3

    public func notes(_ cautions: [Caution]) -> [String] { cautions.compactMap(note) }

    private func note(_ caution: Caution) -> String? {
        switch caution {
        case .suspect(let suspect):
            var values = [
                "place": grammar.codelists.area(suspect.area)?.name ?? suspect.area,
                "period": suspect.period.label,
            ]
            if !suspect.fell.isEmpty { values["fell"] = names(suspect.fell) }
            if !suspect.rose.isEmpty { values["rose"] = names(suspect.rose) }
            let kind =
                suspect.rose.isEmpty ? "fell" : suspect.fell.isEmpty ? "rose" : "fell and rose"
            return sentence("caution", [kind], values)
        case .uncounted(let crimeType, let since):
            let month = "\(Day.monthNames[since.month - 1]) \(since.year)"
            return sentence("caution", ["uncounted"], ["crime type": names([crimeType]), "since": month])
        case .few: return sentence("caution", ["few"], [:])
        case .smallBase(let before, let after):
            return sentence(
                "caution", ["small base"],
                ["before": before.text(decimals: 0), "after": after.text(decimals: 0)])
        }
    }

    /// What is to be known of every figure of a measure.
    public func caveat(of measure: String) -> String? { sentence("caveat", [measure], [:]) }

    private func names(_ crimeTypes: [String]) -> String {
        let names = crimeTypes.map { grammar.codelists.crimeType($0)?.name ?? $0 }
        guard names.count > Self.mostNames + 1 else { return FigureText.list(names) }
        let shown = Array(names.prefix(Self.mostNames))
        return FigureText.list(shown + ["\(names.count - shown.count) other types"])
    }
}
