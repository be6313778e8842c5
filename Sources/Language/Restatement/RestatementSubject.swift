import Facts

/// What figures are of, in fixed words.
extension Restatement {
    /// `formal action rate, drug offences and public order`; `reported crime, another district`.
    func subject(_ series: [Series]) -> String {
        let measures = series.map(\.measure).distinct
        // Of two measures each type says by itself in which it is counted.
        if measures.count > 1, series.contains(where: { $0.crimeType != nil }) {
            return mixed(series)
        }
        var parts = [FigureText.list(measures.map { grammar.codelists.measure($0)?.name ?? $0 })]
        let crimes = series.flatMap(\.crimeTypes).distinct
        let areCombined = (
            crimes: series.allSatisfy { $0.crimeTypes.count > 1 },
            areas: series.allSatisfy { $0.areas.count > 1 }
        )
        if !crimes.isEmpty {
            let isEvery = crimes.count > 2 && !areCombined.crimes && Set(crimes) == held(of: series)
            parts.append(
                isEvery
                    ? "each crime type"
                    : FigureText.list(crimes.map { grammar.codelists.crimeType($0)?.name ?? $0 })
                        + (areCombined.crimes ? " combined" : ""))
        }
        if let except = series.first?.except, !except.isEmpty {
            let names = except.map { grammar.codelists.crimeType($0)?.name ?? $0 }
            parts[0] += " except " + FigureText.list(names)
        }
        let areas = series.flatMap(\.areas).distinct
        if areas.count > 2, Set(areas) == Set(grammar.districts), !areCombined.areas {
            parts.append("each district")
        } else if areas != [grammar.codelists.home?.id ?? ""] {
            parts.append(
                FigureText.list(areas.map { grammar.codelists.area($0)?.name ?? $0 })
                    + (areCombined.areas ? " combined" : ""))
        }
        return parts.joined(separator: ", ")
    }

    /// The crime types that are held of the measures in the areas.
    private func held(of series: [Series]) -> Set<String> {
        series.reduce(into: []) { held, one in
            held.formUnion(grammar.catalogue.crimeTypes(of: one.measure, in: one.area))
        }
    }

    /// `recorded crime and anti-social behaviour, another district`.
    private func mixed(_ series: [Series]) -> String {
        let names = series.map { one in
            one.crimeType.flatMap { grammar.codelists.crimeType($0)?.name }
                ?? grammar.codelists.measure(one.measure)?.name ?? one.measure
        }.distinct
        let areas = series.map(\.area).filter { $0 != home }
            .map { grammar.codelists.area($0)?.name ?? $0 }.distinct
        return ([FigureText.list(names)] + (areas.isEmpty ? [] : [FigureText.list(areas)]))
            .joined(separator: ", ")
    }

    var home: String { grammar.codelists.home?.id ?? "" }
}
