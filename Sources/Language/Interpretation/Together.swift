import Facts

/// Several crime types or areas as one: "burglary and robbery together", "the two districts combined".
extension Interpreter {
    /// The subject with what was named together added up to one series; the rest stays apart.
    func together(_ subject: Subject, _ reading: Reading) -> Result<Subject, NoSubject> {
        guard reading.has(.together) else { return .success(subject) }
        let joined = Set(reading.words(.together))
        let (crimes, areas) = (Set(reading.words(.crime)), Set(reading.words(.area)))
        let joinsCrimes = crimes.count > 1 && crimes.isSubset(of: joined)
        let joinsAreas = areas.count > 1 && areas.isSubset(of: joined)
        // "Burglary against robbery and theft combined": one stands outside, and nothing is added to it. Two types in
        // two districts combined may be one sum or two.
        let isSettled = joinsCrimes || (joinsAreas && crimes.count < 2)
        guard isSettled, joined.isSubset(of: crimes.union(areas)),
            joinsAreas || areas.isDisjoint(with: joined), subject.isOfOneMeasure,
            !joinsAreas || !mayOverlap(areas)
        else { return .failure(.init(.incomplete(.operands))) }
        guard subject.unit.isAdditive else {
            return .failure(.init(.refused(.notAdditive(measure: subject.measure))))
        }
        var sums: [(key: [String], series: [Series])] = []
        for series in subject.series {
            let key = [joinsCrimes ? "" : series.crimeType ?? "", joinsAreas ? "" : series.area]
            if let place = sums.firstIndex(where: { $0.key == key }) {
                sums[place].series.append(series)
            } else {
                sums.append((key, [series]))
            }
        }
        var subject = subject
        subject.series = sums.compactMap { Series.sum(of: $0.series) }
        return .success(subject)
    }

    /// Whether one of the areas lies in another: their sum would count it twice.
    func areNested(_ areas: some Sequence<String>) -> Bool {
        let all = Set(areas)
        return all.contains { area in grammar.definitions.regions[area].map(all.contains) ?? false }
    }

    /// Whether one of the areas lies in another, or nothing says that it does not: Grammar/ need not name what an
    /// import has brought, and Dorset may be part of what Dorset Police counts.
    func mayOverlap(_ areas: some Sequence<String>) -> Bool {
        let all = Set(areas)
        guard let region = grammar.region, all.count > 1 else { return areNested(all) }
        return areNested(all) || all.contains { $0 != region && grammar.definitions.regions[$0] == nil }
    }
}

extension Series {
    /// Several series added up to one; nil of none.
    static func sum(of series: [Series]) -> Series? {
        guard let first = series.first else { return nil }
        return Series(
            measure: first.measure, crimeType: first.crimeType, area: first.area, except: first.except,
            added: Array(series.dropFirst()))
    }
}

extension Codelists {
    /// The name of a series' crime type, or of all that it adds up: `burglary and robbery`.
    public func crimeTypes(of series: Series) -> String? {
        let names = series.crimeTypes.map { crimeType($0)?.name ?? $0 }
        return names.isEmpty ? nil : FigureText.list(names)
    }

    /// The name of a series' area, or of all that it adds up.
    public func areas(of series: Series) -> String {
        FigureText.list(series.areas.map { area($0)?.name ?? $0 })
    }
}
