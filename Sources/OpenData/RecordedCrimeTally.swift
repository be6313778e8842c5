import Facts
import Notation

/// Adds up a Home Office table by force or partnership, quarter and crime type.
struct RecordedCrimeTally: RowTally {
    private let labels: Labels
    private let kind: FileKind
    private let columns: (year: Int, quarter: Int, force: Int, group: Int, subgroup: Int, number: Int)
    private let partnershipColumn: Int?
    private var groups: [Key: Group] = [:]
    private var leftOut: [String: Int] = [:]
    private(set) var rows = RowCounts()

    private struct Key: Hashable {
        let force: Area
        let quarter: Period
    }

    private struct Group {
        var areas: [Area]
        var values: [Series: Int] = [:]
        var rows = 0
    }

    init(header: Header, labels: Labels) {
        self.labels = labels
        kind = header.kind
        columns = (
            header[.year] ?? 0, header[.quarter] ?? 0, header[.force] ?? 0, header[.group] ?? 0,
            header[.subgroup] ?? 0, header[.number] ?? 0
        )
        partnershipColumn = header[.partnership]
    }

    mutating func take(_ record: RecordReader) -> Problem? {
        rows.read += 1
        let (year, number) = (record.text(columns.year), record.text(columns.quarter))
        guard let quarter = PeriodNotation.period("\(year) Q\(number)") else {
            let isYear = PeriodNotation.period(year) != nil
            return record.problem(
                isYear
                    ? "'\(number)' is not a financial quarter; they are 1 to 4"
                    : "'\(year)' is not a financial year; one is written 2017/18",
                field: isYear ? columns.quarter : columns.year)
        }
        let count = record.text(columns.number)
        guard let offences = Int(count) else {
            return record.problem("'\(count)' is not a number of offences", field: columns.number)
        }
        let (group, subgroup) = (record.text(columns.group), record.text(columns.subgroup))
        guard let groupType = Labels.find(group, in: labels.groups) else {
            let known = Array(labels.groups.keys)
            return record.problem(
                labels.unknown("offence group", group, among: known, file: "offences.csv"),
                field: columns.group)
        }
        guard let subgroupType = Labels.find(subgroup, in: labels.subgroups) else {
            let known = Array(labels.subgroups.keys)
            return record.problem(
                labels.unknown("offence subgroup", subgroup, among: known, file: "offences.csv"),
                field: columns.subgroup)
        }
        let name = record.text(columns.force)
        guard !name.isEmpty else { return record.problem("no force is named", field: columns.force) }
        guard let force = labels.force(name).area else {
            rows.leftOut += 1
            leftOut[name, default: 0] += 1
            return nil
        }
        // A group and its only subgroup may have one name between them.
        let types = Set([groupType, subgroupType].compactMap { $0 })
        add(offences, types, force, quarter, partnership: partnershipColumn.map { record.text($0) })
        return nil
    }

    private mutating func add(
        _ offences: Int, _ types: Set<String>, _ force: Area, _ quarter: Period, partnership: String?
    ) {
        rows.kept += 1
        var group = groups[Key(force: force, quarter: quarter)] ?? Group(areas: [force])
        // The dictionary gives its copy up, so that adding does not copy the figures.
        groups[Key(force: force, quarter: quarter)] = nil
        var areas = [force]
        if let partnership {
            if let area = area(of: partnership) {
                areas.append(area)
                if !group.areas.contains(area) { group.areas.append(area) }
            } else {
                rows.withoutDistrict += 1
            }
        }
        let measure = labels.datasets[kind]?.measure ?? ""
        for area in areas {
            for type in [nil] + types.map(Optional.some) {
                group.values[Series(measure: measure, crimeType: type, area: area.id), default: 0] += offences
            }
        }
        group.rows += 1
        groups[Key(force: force, quarter: quarter)] = group
    }

    /// Nil for what is no district, such as "Unassigned Kent".
    private func area(of partnership: String) -> Area? {
        guard !partnership.isEmpty else { return nil }
        if let label = Labels.find(partnership, in: labels.partnerships) { return label.area }
        return Area(id: Area.id(of: partnership), name: partnership, isHome: false)
    }

    mutating func finish(home: String?) -> (parts: [SourcePart], warnings: [ImportWarning]) {
        var parts: [SourcePart] = []
        for (key, group) in groups.sorted(by: {
            ($0.key.force.id, $0.key.quarter) < ($1.key.force.id, $1.key.quarter)
        }) {
            guard let source = labels.source(of: kind, force: key.force) else { continue }
            parts.append(
                SourcePart(
                    source: source, period: key.quarter, areas: group.areas, values: group.values,
                    rows: group.rows))
        }
        let warnings = leftOut.sorted { $0.key < $1.key }.map {
            ImportWarning.noArea(force: $0.key, rows: $0.value)
        }
        return (parts, warnings)
    }
}
