import Facts

/// The series a reading is about.
struct Subject {
    var series: [Series]
    var assumptions: [Assumption] = []
    /// The unit of its measure; `count` where offences and incidents stand side by side.
    var unit: Unit

    var measure: String { series.first?.measure ?? "" }
    var areas: Set<String> { Set(series.map(\.area)) }
    /// Whether all of it is counted or measured in one way.
    var isOfOneMeasure: Bool { Set(series.map(\.measure)).count == 1 }
}

extension Interpreter {
    /// The series meant, or why there are none.
    func subject(_ reading: Reading) -> Result<Subject, NoSubject> {
        let areas = areas(reading)
        let unknownAreas = areas.filter { !grammar.areas.contains($0) }
        if !unknownAreas.isEmpty {
            return .failure(.init(.refused(.areas(unknownAreas, crimeTypes: unheldCrimes(reading)))))
        }
        var excepted = reading.words(.except)
        // Something else than a crime type is left out: that is of a list.
        guard excepted.allSatisfy({ grammar.codelists.crimeType($0) != nil }) else {
            return .failure(.init(.incomplete(.subject)))
        }
        let crimes = reading.words(.crime).filter { !excepted.contains($0) }
        let measures: [String]
        var assumptions: [Assumption] = []
        switch self.measures(reading, crimes: crimes, areas: areas) {
        case .success(let found):
            measures = found.measures
            assumptions = found.assumptions
        case .failure(let none): return .failure(none)
        }
        let expanded = crimes.isEmpty ? heldCrimes(measures, areas) : reading.words(.crime)
        // Anti-social behaviour is left out of recorded crime in any case. What a measure without types holds, nobody
        // can tell.
        let apart = excepted.filter { crime in
            !expanded.contains(crime) && crimes.isEmpty && !expanded.isEmpty
                && measures.allSatisfy { counted(crime, besides: $0, in: areas[0]) != nil }
        }
        if !apart.isEmpty {
            excepted.removeAll(where: apart.contains)
            assumptions += apart.map { .leftOut($0) }
        }
        // Leaving out what was not in makes no question.
        guard excepted.allSatisfy({ expanded.contains($0) }) else {
            return .failure(.init(.incomplete(.subject)))
        }
        let series: [Series]
        switch self.series(reading, crimes: crimes, excepted: excepted, measures: measures, areas: areas) {
        case .success(let found): series = found
        case .failure(let none): return .failure(none)
        }
        let units = Set(series.compactMap { grammar.codelists.measure($0.measure)?.unit })
        guard let unit = units.count == 1 ? units.first : units.allSatisfy(\.isOfEvents) ? .count : nil else {
            return .failure(.init(.incomplete(.subject)))
        }
        if let refusal = refusal(reading, unit: unit, crimes: crimes, measures: measures, areas: areas) {
            return .failure(.init(refusal))
        }
        return together(Subject(series: series, assumptions: assumptions, unit: unit), reading)
    }

    struct NoSubject: Error {
        let meaning: Meaning
        init(_ meaning: Meaning) { self.meaning = meaning }
    }

    /// The areas named, or all that are set against each other, or the partnership's own.
    func areas(_ reading: Reading) -> [String] {
        let named = reading.words(.area)
        let isOfEach = reading.has(Slot.Which.area) || reading.has(Slot.Every.area)
        // "Which district of the county" asks for one of the whole region's.
        if !named.isEmpty, !(isOfEach && named == [grammar.region]) { return named }
        return isOfEach && !grammar.districts.isEmpty
            ? grammar.districts : [grammar.codelists.home?.id ?? ""]
    }

    func isHeld(_ series: Series) -> Bool { grammar.catalogue.isHeld(series) }

    func namesEveryCrimeType(_ reading: Reading) -> Bool {
        reading.has(Slot.Every.crimeType) || reading.has(Slot.Which.crimeType)
    }

    /// The crime types held of the measures, in the order of the grammar.
    func heldCrimes(_ measures: [String], _ areas: [String]) -> [String] {
        grammar.crimeTypes(of: measures, in: areas)
    }

    /// Measures that are held by crime type.
    func splitMeasures(_ areas: [String]) -> [String] { grammar.splitMeasures(in: areas) }

    // MARK: - Measures

    private func measures(
        _ reading: Reading, crimes: [String], areas: [String]
    ) -> Result<(measures: [String], assumptions: [Assumption]), NoSubject> {
        let named = reading.words(.measure)
        if !named.isEmpty { return .success((named, [])) }
        if !crimes.isEmpty {
            let held = splitMeasures(areas).filter { measure in
                let types = heldCrimes([measure], areas)
                return crimes.contains { types.contains($0) }
            }
            let asksForCount = reading.has(Slot.Ask.howMany) && !reading.has(.which)
            let fitting = held.filter {
                !asksForCount || grammar.codelists.measure($0)?.unit.isAdditive == true
            }
            guard let measure = supposed.flatMap({ fitting.contains($0) ? $0 : nil }) ?? fitting.first else {
                if held.isEmpty, let elsewhere = seriesHeldElsewhere(crimes, areas) {
                    return .failure(.init(.refused(.series(elsewhere))))
                }
                let refusal = asksForCount ? refusal(crimes, areas) : Refusal.crimeTypes(crimes)
                return .failure(.init(.refused(refusal)))
            }
            return .success(([measure], [.measure(measure)]))
        }
        if namesEveryCrimeType(reading) || reading.has(.except) {
            let split = splitMeasures(areas)
            if let supposed, split.contains(supposed) {
                return .success(([supposed], split.count > 1 ? [.measure(supposed)] : []))
            }
            guard split.count == 1 else { return .failure(.init(.incomplete(.subject))) }
            return .success((split, []))
        }
        if reading.has(Slot.Ask.money), reading.has(Slot.Ask.when) {
            // "What year is the funding for?" is the same of every sum.
            return .success((grammar.codelists.measures.filter { $0.unit == .pounds }.map(\.id), []))
        }
        if let counted = measureCounted(reading, areas) { return .success(([counted], [])) }
        return .failure(.init(.incomplete(.subject)))
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

    // MARK: - Series

    private func series(
        _ reading: Reading, crimes: [String], excepted: [String], measures: [String], areas: [String]
    ) -> Result<[Series], NoSubject> {
        var series: [Series] = []
        for area in areas {
            for measure in measures {
                let split = heldCrimes([measure], [area])
                let whole = Series(measure: measure, crimeType: nil, area: area)
                if split.isEmpty {
                    guard crimes.isEmpty else {
                        let missing = crimes.map { Series(measure: measure, crimeType: $0, area: area) }
                        let isElsewhere = missing.allSatisfy {
                            !grammar.catalogue.areas(of: measure, crimeType: $0.crimeType).isEmpty
                        }
                        return .failure(
                            .init(.refused(isElsewhere ? .series(missing) : refusal(crimes, areas))))
                    }
                    // "Which crime types?" is not answered with all crime together.
                    if reading.has(Slot.Which.crimeType) { return .failure(.init(.incomplete(.subject))) }
                    series.append(whole)
                } else if crimes.isEmpty {
                    // Of a measure that has a figure for all types together this is meant, unless each was asked for.
                    if isHeld(whole), !namesEveryCrimeType(reading) {
                        series.append(
                            Series(measure: measure, crimeType: nil, area: area, except: excepted))
                    } else {
                        series += split.filter { !excepted.contains($0) }
                            .map { Series(measure: measure, crimeType: $0, area: area) }
                    }
                } else if isAdded(reading), isHeld(whole), crimes.allSatisfy({ !split.contains($0) }) {
                    // "Recorded crime plus anti-social behaviour": all of the one, and what is counted apart from it.
                    series.append(whole)
                    series += crimes.compactMap { counted($0, besides: measure, in: area) }
                } else {
                    series += crimes.map { crime in
                        split.contains(crime) || !reading.words(.measure).isEmpty
                            ? Series(measure: measure, crimeType: crime, area: area)
                            : counted(crime, besides: measure, in: area)
                                ?? Series(measure: measure, crimeType: crime, area: area)
                    }
                }
            }
        }
        let unknown = crimes.filter { crime in !series.contains { $0.crimeType == crime && isHeld($0) } }
        if !unknown.isEmpty {
            // "Formal action on drugs in another district": the rate is held, and the district, and not the one for the other.
            let missing = series.filter { !isHeld($0) }
            let isElsewhere = missing.allSatisfy { one in
                one.crimeType.map(grammar.heldCrimeTypes.contains) ?? false
            }
            return .failure(
                .init(.refused(isElsewhere && !missing.isEmpty ? .series(missing) : .crimeTypes(unknown))))
        }
        return .success(series)
    }

    private func isAdded(_ reading: Reading) -> Bool {
        reading.word(Slot.Arithmetic.self) == .sum || reading.word(Slot.Arithmetic.self) == .add
    }

    /// A crime type in the measure that counts it, where that is another than the rest is counted in.
    private func counted(_ crime: String, besides measure: String, in area: String) -> Series? {
        guard grammar.codelists.measure(measure)?.unit.isOfEvents == true else { return nil }
        let other = grammar.codelists.measures.first {
            $0.id != measure && $0.unit.isOfEvents
                && grammar.catalogue.held.holds(Series(measure: $0.id, crimeType: crime, area: area))
        }
        return other.map { Series(measure: $0.id, crimeType: crime, area: area) }
    }

    // MARK: - Refusals

    /// What a subject's unit rules out.
    private func refusal(
        _ reading: Reading, unit: Unit, crimes: [String], measures: [String], areas: [String]
    ) -> Meaning? {
        // "How much funding did the district get?" may mean its own projects or the whole sum.
        if unit == .pounds, reading.has(.area) { return .incomplete(.subject) }
        let named = crimes.isEmpty ? heldCrimes(measures, areas) : crimes
        // "In actual numbers" asks for a count; a rate is none.
        if reading.has(Slot.Kind.amount), unit == .percent, !reading.has(Slot.Kind.points) {
            return .refused(.onlyRates(crimeTypes: named))
        }
        // "How much money" is no question about crime.
        if reading.has(Slot.Ask.money), unit != .pounds { return .refused(.notMoney) }
        if reading.has(Slot.Ask.howMany), unit == .percent, !reading.has(.which) {
            return .refused(.onlyRates(crimeTypes: named))
        }
        return nil
    }

    /// The crime types in the first measure that is held of them for another area than those asked for.
    private func seriesHeldElsewhere(_ crimes: [String], _ areas: [String]) -> [Series]? {
        let measure = grammar.codelists.measures.first { measure in
            crimes.allSatisfy { !grammar.catalogue.areas(of: measure.id, crimeType: $0).isEmpty }
        }
        return measure.map { measure in
            areas.flatMap { area in crimes.map { Series(measure: measure.id, crimeType: $0, area: area) } }
        }
    }

    /// Rates alone are held for the crime types, or nothing is.
    private func refusal(_ crimes: [String], _ areas: [String]) -> Refusal {
        let rates = splitMeasures(areas).filter { grammar.codelists.measure($0)?.unit == .percent }
        let rated = heldCrimes(rates, areas)
        let known = crimes.filter(rated.contains)
        return known.count == crimes.count
            ? .onlyRates(crimeTypes: crimes) : .crimeTypes(crimes.filter { !known.contains($0) })
    }
}
