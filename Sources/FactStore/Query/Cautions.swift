import Facts
import GRDB

/// What has to be said beside a finding.
struct Cautions {
    let database: Database
    let finding: Finding
    let codelists: Codelists

    /// A count below this is small.
    private static let few: Rational = 5
    /// A percentage of fewer than this is one of small counts.
    private static let smallBase: Rational = 20

    func all() throws -> [Caution] {
        try suspects().map(Caution.suspect) + uncounted() + smallCounts() + smallBases()
    }

    // MARK: - Figures that look wrong

    private struct Key: Hashable {
        let source: String
        let period: Period
    }

    /// One for each period: that of the one area the finding is about, or of the whole when it is about several.
    private func suspects() throws -> [Caution.Suspect] {
        var areas: [Key: Set<String>] = [:]
        for observation in finding.cells.flatMap(\.observations) where !observation.isPublished {
            areas[Key(source: observation.source, period: observation.period), default: []]
                .insert(observation.series.area)
        }
        let asked = Set(finding.cells.compactMap(\.series.crimeType))
        var suspects: [Caution.Suspect] = []
        for (key, areas) in areas.sorted(by: {
            ($0.key.period, $0.key.source) < ($1.key.period, $1.key.source)
        }) {
            let found = try rows(of: key)
            let own = found.filter { areas.contains($0.area) }
            let whole = found.filter(\.isWhole)
            let isOfOne = Set(own.map(\.area)).count == 1 && areas.count == 1
            let chosen = isOfOne || whole.isEmpty ? own : whole
            for area in Set(chosen.map(\.area)).sorted() {
                // What was asked about comes first: a long list is cut short.
                let types = chosen.filter { $0.area == area }
                    .sorted { asked.contains($0.crimeType) && !asked.contains($1.crimeType) }
                suspects.append(
                    Caution.Suspect(
                        area: area, period: key.period, fell: types.filter { !$0.rose }.map(\.crimeType),
                        rose: types.filter(\.rose).map(\.crimeType)))
            }
        }
        return suspects
    }

    private struct StoredCaution {
        let area: String
        let isWhole: Bool
        let crimeType: String
        let rose: Bool
    }

    private func rows(of key: Key) throws -> [StoredCaution] {
        let sql = """
            SELECT area, is_whole, crime_type, movement = 'rose' FROM caution \
            WHERE source = ? AND first_day = ? AND last_day = ? ORDER BY area, measure, crime_type
            """
        let arguments = StatementArguments([key.source] + StoredKey.values(key.period))
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map {
            StoredCaution(
                area: try $0.value(0), isWhole: try $0.value(1), crimeType: try $0.value(2),
                rose: try $0.value(3))
        }
    }

    // MARK: - Types that were not there yet

    private func uncounted() throws -> [Caution] {
        var cautions: [Caution] = []
        for missing in finding.missing {
            guard let type = missing.series.crimeType else { continue }
            let day = try String.fetchOne(
                database.cachedStatement(
                    sql: "SELECT first_day FROM classification WHERE measure = ? AND crime_type = ?"),
                arguments: [missing.series.measure, type])
            guard let since = day.flatMap({ Day($0) }), missing.period.start < since else { continue }
            let caution = Caution.uncounted(crimeType: type, since: since)
            if !cautions.contains(caution) { cautions.append(caution) }
        }
        return cautions
    }

    // MARK: - Small numbers

    private func smallCounts() -> [Caution] {
        let hasFew = finding.cells.contains { cell in
            cell.change == nil && isOfEvents(cell) && cell.value < Cautions.few
        }
        return hasFew ? [.few] : []
    }

    private func smallBases() -> [Caution] {
        var cautions: [Caution] = []
        for cell in finding.cells where isOfEvents(cell) {
            guard let change = cell.change, change.percent != nil, change.before < Cautions.smallBase else {
                continue
            }
            cautions.append(.smallBase(before: change.before, after: change.after))
        }
        switch finding.question.operation {
        case .share, .partOf:
            guard let part = finding.cells.first, isOfEvents(part) else { break }
            let whole: Rational
            if case .share = finding.question.operation {
                whole = finding.cells.reduce(0) { $0 + $1.value }
            } else {
                whole = finding.cells.dropFirst().first?.value ?? part.value
            }
            if whole < Cautions.smallBase { cautions.append(.smallBase(before: whole, after: part.value)) }
        case .show, .sum, .mean, .median, .difference, .ratio, .per, .rank, .extreme, .range, .filter: break
        }
        // Each of many would be a list of its own.
        return Array(cautions.prefix(1))
    }

    private func isOfEvents(_ cell: Finding.Cell) -> Bool {
        switch codelists.measure(cell.series.measure)?.unit {
        case .incidents, .offences: true
        case .percent, .pounds, .points, .times, .days, .count, nil: false
        }
    }
}
