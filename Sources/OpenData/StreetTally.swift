import Facts
import Notation

/// Counts the rows of a street file by force, month, district and crime type. It keeps no row.
struct StreetTally: RowTally {
    private let labels: Labels
    private let columns: (month: Int, force: Int, lsoaName: Int, crimeType: Int)
    private var months = ByteLabels()
    private var forces = ByteLabels()
    private var lsoas = ByteLabels()
    private var types = ByteLabels()
    /// What each label met means, by its number; nil for one that is a mistake.
    private var monthPeriods: [Period?] = []
    private var forceAreas: [Labels.AreaLabel] = []
    private var lsoaDistricts: [District] = []
    private var typeLabels: [Labels.CrimeTypeLabel?] = []
    private var districts = Numbered<String>()
    private var groups = Numbered<Group.Key>()
    private var tallies: [Group] = []
    private var lastGroup = (force: -1, month: -1, group: -1)
    private(set) var rows = RowCounts()

    private enum District {
        case none
        case number(Int)
        case bad
    }

    /// The rows of one force in one month.
    private struct Group {
        struct Key: Hashable {
            let force: Int
            let month: Int
        }
        /// By district, the last being that of rows without one; then by crime type.
        var counts: [Int: [Int]] = [:]
        var last = -2
        var held: [Int] = []
        var rows = 0

        mutating func add(district: Int, type: Int) {
            if district != last {
                if last != -2 { counts[last] = held }
                held = counts.removeValue(forKey: district) ?? []
                last = district
            }
            while held.count <= type { held.append(0) }
            held[type] += 1
            rows += 1
        }

        var all: [Int: [Int]] {
            var all = counts
            if last != -2 { all[last] = held }
            return all
        }
    }

    init(header: Header, labels: Labels) {
        self.labels = labels
        columns = (
            header[.month] ?? 0, header[.force] ?? 0, header[.lsoaName] ?? 0, header[.crimeType] ?? 0
        )
    }

    mutating func take(_ record: RecordReader) -> Problem? {
        rows.read += 1
        let month = months.number(of: record[columns.month])
        if month.isNew { monthPeriods.append(StreetTally.month(months.texts[month.number])) }
        let force = forces.number(of: record[columns.force])
        if force.isNew { forceAreas.append(labels.force(forces.texts[force.number])) }
        let type = types.number(of: record[columns.crimeType])
        if type.isNew { typeLabels.append(Labels.find(types.texts[type.number], in: labels.crimeTypes)) }
        let lsoa = lsoas.number(of: record[columns.lsoaName])
        if lsoa.isNew { lsoaDistricts.append(district(lsoas.texts[lsoa.number])) }
        guard monthPeriods[month.number] != nil else {
            return record.problem(
                "'\(months.texts[month.number])' is not a month; one is written 2025-01", field: columns.month
            )
        }
        guard !forces.texts[force.number].isEmpty else {
            return record.problem("no force is named", field: columns.force)
        }
        guard typeLabels[type.number] != nil else {
            return record.problem(labels.unknownType(types.texts[type.number]), field: columns.crimeType)
        }
        let number: Int
        switch lsoaDistricts[lsoa.number] {
        case .none: number = -1
        case .number(let district): number = district
        case .bad:
            return record.problem(
                "'\(lsoas.texts[lsoa.number])' does not end in the number of an LSOA, as Leeds 001A does",
                field: columns.lsoaName)
        }
        guard forceAreas[force.number].area != nil else {
            rows.leftOut += 1
            leftOut[force.number, default: 0] += 1
            return nil
        }
        if lastGroup.force != force.number || lastGroup.month != month.number {
            let key = Group.Key(force: force.number, month: month.number)
            let group = groups.number(of: key)
            if group == tallies.count { tallies.append(Group()) }
            lastGroup = (force.number, month.number, group)
        }
        tallies[lastGroup.group].add(district: number, type: type.number)
        rows.kept += 1
        return nil
    }

    private var leftOut: [Int: Int] = [:]

    private static func month(_ text: String) -> Period? {
        guard text.utf8.count == 7, let first = Day(text + "-01") else { return nil }
        return .month(first.month, year: first.year)
    }

    /// An LSOA's name is its district's and a number: `Leeds 001A`.
    private mutating func district(_ name: String) -> District {
        guard !name.isEmpty else { return .none }
        guard let space = name.lastIndex(of: " "), space > name.startIndex else { return .bad }
        let suffix = Array(name[name.index(after: space)...].utf8)
        let isNumber =
            suffix.count == 4 && suffix.prefix(3).allSatisfy { (0x30...0x39).contains($0) }
            && (0x41...0x5A).contains(suffix[3])
        guard isNumber else { return .bad }
        return .number(districts.number(of: String(name[..<space])))
    }

    // MARK: - What it comes to

    mutating func finish(home: String?) -> (parts: [SourcePart], warnings: [ImportWarning]) {
        var parts: [SourcePart] = []
        var warnings = leftOut.sorted { $0.key < $1.key }.map {
            ImportWarning.noArea(force: forces.texts[$0.key], rows: $0.value)
        }
        var outOfTime: [String: [Period]] = [:]
        for (key, number) in groups.all.sorted(by: { $0.value < $1.value }) {
            guard let month = monthPeriods[key.month], let force = forceAreas[key.force].area else {
                continue
            }
            let tally = tallies[number]
            var part = StreetPart(labels: labels, force: force, month: month)
            var unlisted: [String: Int] = [:]
            for (district, types) in tally.all {
                let rows = types.reduce(0, +)
                guard district >= 0 else {
                    self.rows.withoutDistrict += rows
                    part.add(types, of: typeLabels, to: nil)
                    continue
                }
                let name = districts.values[district]
                switch part.belonging(of: name) {
                case .here: part.add(types, of: typeLabels, to: name)
                case .elsewhere, .unlisted:
                    self.rows.outside += rows
                    part.add(types, of: typeLabels, to: nil)
                    if part.belonging(of: name) == .unlisted { unlisted[name] = rows }
                }
            }
            if !unlisted.isEmpty {
                warnings.append(
                    .unlisted(
                        districts: unlisted.keys.sorted(), force: force.name,
                        rows: unlisted.values.reduce(0, +)))
            }
            for (type, label) in typeLabels.enumerated() {
                guard let label, !label.months.contains(month.start),
                    tally.all.values.contains(where: { type < $0.count && $0[type] > 0 })
                else { continue }
                outOfTime[types.texts[type], default: []].append(month)
            }
            if let home, let own = labels.districts[Labels.key(home)], own != force.id {
                let warning = ImportWarning.anotherForce(forces.texts[key.force], home: home)
                if !warnings.contains(warning) { warnings.append(warning) }
            }
            if let whole = part.part(rows: tally.rows) { parts.append(whole) }
        }
        warnings += outOfTime.sorted { $0.key < $1.key }.map {
            .outOfTime(label: $0.key, months: $0.value.sorted())
        }
        return (parts, warnings)
    }
}

/// Values by the number each was given when first met.
struct Numbered<Value: Hashable> {
    private(set) var all: [Value: Int] = [:]
    private(set) var values: [Value] = []

    mutating func number(of value: Value) -> Int {
        if let number = all[value] { return number }
        all[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
