import Facts

/// The series a reading is about.
struct Subject {
    var series: [Series]
    var assumptions: [Assumption] = []
    /// The unit of its measure; all series of a subject have one unit.
    var unit: Unit

    var measure: String { series.first?.measure ?? "" }
}

extension Interpreter {
    /// The series meant, or why there are none.
    func subject(_ reading: Reading) -> Result<Subject, NoSubject> {
        let areas = reading.words(.area).isEmpty ? [grammar.codelists.home?.id ?? ""] : reading.words(.area)
        let unknownAreas = areas.filter { area in !grammar.catalogue.held.keys.contains { $0.area == area } }
        if !unknownAreas.isEmpty {
            return .failure(.init(.refused(.areas(unknownAreas, crimeTypes: unheldCrimes(reading)))))
        }
        let excepted = reading.words(.except)
        // Something else than a crime type is left out: that is of a list.
        guard excepted.allSatisfy({ grammar.codelists.crimeType($0) != nil }) else {
            return .failure(.init(.incomplete(.subject)))
        }
        let crimes = reading.words(.crime).filter { !excepted.contains($0) }
        var measures = reading.words(.measure)
        var assumptions: [Assumption] = []
        if measures.isEmpty {
            if !crimes.isEmpty {
                let found = measure(for: crimes, areas: areas, reading)
                switch found {
                case .success(let id): measures = [id]
                case .failure(let none): return .failure(none)
                }
                assumptions = [.measure(measures[0])]
            } else if namesEveryCrimeType(reading) || !excepted.isEmpty {
                let split = splitMeasures(areas)
                guard split.count == 1 else { return .failure(.init(.incomplete(.subject))) }
                measures = split
            } else if reading.has(.ask, "money"), reading.has(.ask, "when") {
                // "What year is the funding for?" is the same of every sum.
                measures = grammar.codelists.measures.filter { $0.unit == .pounds }.map(\.id)
            } else if let counted = measureCounted(reading, areas) {
                measures = [counted]
            } else {
                return .failure(.init(.incomplete(.subject)))
            }
        }
        // Leaving out what was not in makes no question.
        let expanded = crimes.isEmpty ? heldCrimes(measures, areas) : reading.words(.crime)
        guard excepted.allSatisfy({ expanded.contains($0) }) else {
            return .failure(.init(.incomplete(.subject)))
        }
        let units = Set(measures.compactMap { grammar.codelists.measure($0)?.unit })
        guard units.count == 1, let unit = units.first else { return .failure(.init(.incomplete(.subject))) }
        // "How much funding did the district get?" may mean its own projects or the whole sum.
        if unit == .pounds, reading.has(.area) { return .failure(.init(.incomplete(.subject))) }
        // "In actual numbers" asks for a count; a rate is none.
        if reading.has(.kind, "amount"), unit == .percent, !reading.has(.kind, "points") {
            let named = crimes.isEmpty ? heldCrimes(measures, areas) : crimes
            return .failure(.init(.refused(.onlyRates(crimeTypes: named))))
        }
        // "How much money" is no question about crime.
        if reading.has(.ask, "money"), unit != .pounds { return .failure(.init(.refused(.notMoney))) }
        if reading.has(.ask, "how-many"), unit == .percent, !reading.has(.which) {
            let named = crimes.isEmpty ? heldCrimes(measures, areas) : crimes
            return .failure(.init(.refused(.onlyRates(crimeTypes: named))))
        }
        var series: [Series] = []
        for area in areas {
            for measure in measures {
                let split = heldCrimes([measure], [area])
                if split.isEmpty {
                    guard crimes.isEmpty else {
                        return .failure(.init(.refused(refusal(crimes, areas))))
                    }
                    series.append(Series(measure: measure, crimeType: nil, area: area))
                } else {
                    let chosen = crimes.isEmpty ? split.filter { !excepted.contains($0) } : crimes
                    series += chosen.map { Series(measure: measure, crimeType: $0, area: area) }
                }
            }
        }
        let unknown = crimes.filter { crime in !series.contains { $0.crimeType == crime && isHeld($0) } }
        if !unknown.isEmpty { return .failure(.init(.refused(.crimeTypes(unknown)))) }
        return .success(Subject(series: series, assumptions: assumptions, unit: unit))
    }

    struct NoSubject: Error {
        let meaning: Meaning
        init(_ meaning: Meaning) { self.meaning = meaning }
    }

    func isHeld(_ series: Series) -> Bool { grammar.catalogue.held[series] != nil }

    func namesEveryCrimeType(_ reading: Reading) -> Bool {
        reading.has(.every, "crime-type") || reading.has(.which, "crime-type")
    }

    /// The crime types held of the measures, in the order of the grammar.
    func heldCrimes(_ measures: [String], _ areas: [String]) -> [String] {
        let held = Set(
            grammar.catalogue.held.keys.filter { measures.contains($0.measure) && areas.contains($0.area) }
                .compactMap(\.crimeType))
        return grammar.codelists.crimeTypes.map(\.id).filter(held.contains)
    }

    /// "Were there 2,500 incidents or more?" names what is counted in incidents.
    private func measureCounted(_ reading: Reading, _ areas: [String]) -> String? {
        let units = (conditionAmounts(reading) + reading.amounts(.number) + reading.amounts(.by)).map(\.unit)
        guard let unit = units.first, let unit, unit.isAdditive, units.allSatisfy({ $0 == unit }) else {
            return nil
        }
        let counted = grammar.codelists.measures.filter { measure in
            measure.unit == unit
                && areas.allSatisfy { isHeld(Series(measure: measure.id, crimeType: nil, area: $0)) }
        }
        return counted.count == 1 ? counted[0].id : nil
    }

    /// Measures that are held by crime type.
    private func splitMeasures(_ areas: [String]) -> [String] {
        grammar.codelists.measures.map(\.id).filter { !heldCrimes([$0], areas).isEmpty }
    }

    /// The measure meant by a crime type alone: a count when one was asked for, and otherwise the first of the
    /// grammar that is held for it.
    private func measure(for crimes: [String], areas: [String], _ reading: Reading) -> Result<
        String, NoSubject
    > {
        let held = splitMeasures(areas).filter { measure in
            let types = heldCrimes([measure], areas)
            return crimes.contains { types.contains($0) }
        }
        let counts = held.filter { grammar.codelists.measure($0)?.unit.isAdditive == true }
        if reading.has(.ask, "how-many"), !reading.has(.which) {
            guard let count = counts.first else { return .failure(.init(.refused(refusal(crimes, areas)))) }
            return .success(count)
        }
        guard let first = held.first else { return .failure(.init(.refused(.crimeTypes(crimes)))) }
        return .success(first)
    }

    /// Rates alone are held for the crime types, or nothing is.
    private func refusal(_ crimes: [String], _ areas: [String]) -> Refusal {
        let rated = heldCrimes(splitMeasures(areas), areas)
        let known = crimes.filter(rated.contains)
        return known.count == crimes.count
            ? .onlyRates(crimeTypes: crimes) : .crimeTypes(crimes.filter { !known.contains($0) })
    }
}
