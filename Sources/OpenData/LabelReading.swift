import Facts
import Notation

/// The state of reading Data/open-data: the files by name, and the mistakes met so far.
struct LabelReading {
    private let files: [String: TextFile]
    private let codelists: Codelists
    var problems: [Problem] = []

    init(files: [TextFile], codelists: Codelists) {
        self.codelists = codelists
        self.files = Dictionary(
            files.map { ($0.path.split(separator: "/").last.map(String.init) ?? $0.path, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private mutating func rows(_ name: String, _ columns: [String]) -> [CSVRow] {
        guard let file = files[name] else {
            let location = Location(path: "Data/open-data/\(name)", line: 1, column: 1)
            problems.append(Problem("this file is missing", at: location, line: ""))
            return []
        }
        return CSVReader(columns: columns).read(file, problems: &problems)
    }

    mutating func crimeTypes() -> [String: Labels.CrimeTypeLabel] {
        var labels: [String: Labels.CrimeTypeLabel] = [:]
        let columns = ["label", "measure", "crime_type", "in_total", "first_month", "last_month"]
        for row in rows("crime-types.csv", columns) {
            let inTotal = row["in_total"]
            if !["yes", "no"].contains(inTotal.value) { problems.append(inTotal.problem("write yes or no")) }
            let first = month(row["first_month"]) ?? Day(number: 0)
            let last = row["last_month"].value.isEmpty ? Period.open : month(row["last_month"]) ?? first
            labels[Labels.key(row["label"].value)] = Labels.CrimeTypeLabel(
                measure: measure(row["measure"]), crimeType: crimeType(row["crime_type"]),
                isInTotal: inTotal.value == "yes", months: first...max(first, last))
        }
        return labels
    }

    mutating func areas(_ name: String) -> [String: Labels.AreaLabel] {
        var labels: [String: Labels.AreaLabel] = [:]
        for row in rows(name, ["label", "area", "name"]) {
            let area = optional(row["area"]).map { Area(id: $0, name: row["name"].value, isHome: false) }
            labels[Labels.key(row["label"].value)] = Labels.AreaLabel(area: area)
        }
        return labels
    }

    /// - Parameter forces: the areas of the forces; empty when they could not be read, which is a mistake of its own.
    mutating func districts(of forces: Set<String>) -> [String: String] {
        var labels: [String: String] = [:]
        for row in rows("districts.csv", ["district", "force"]) {
            let force = row["force"]
            if !forces.isEmpty, !forces.contains(force.value) {
                let hint = EditDistance.hint(
                    to: force.value, among: forces, otherwise: "forces.csv has no such area")
                problems.append(force.problem("no force '\(force.value)'" + hint))
            }
            labels[Labels.key(row["district"].value)] = row["force"].value
        }
        return labels
    }

    mutating func offences(_ column: String) -> [String: String?] {
        var labels: [String: String?] = [:]
        for row in rows("offences.csv", ["column", "label", "crime_type"]) {
            if !["group", "subgroup"].contains(row["column"].value) {
                problems.append(row["column"].problem("write group or subgroup"))
            }
            guard row["column"].value == column else { continue }
            labels[Labels.key(row["label"].value)] = .some(crimeType(row["crime_type"]))
        }
        return labels
    }

    mutating func datasets() -> [FileKind: Labels.Dataset] {
        var datasets: [FileKind: Labels.Dataset] = [:]
        for row in rows("sources.csv", ["file", "measure", "id", "title", "publisher", "licence"]) {
            guard let kind = FileKind(rawValue: row["file"].value) else {
                let known = FileKind.allCases.filter(\.isKept).map(\.rawValue).joined(separator: ", ")
                problems.append(
                    row["file"].problem("no kind of file '\(row["file"].value)'; they are \(known)"))
                continue
            }
            datasets[kind] = Labels.Dataset(
                measure: measure(row["measure"]),
                source: Source(
                    id: row["id"].value, title: row["title"].value, publisher: row["publisher"].value,
                    licence: row["licence"].value))
        }
        return datasets
    }

    private func optional(_ field: CSVField) -> String? { field.value.isEmpty ? nil : field.value }

    private mutating func measure(_ field: CSVField) -> String {
        check(field, "measure", codelists.measures.map(\.id))
        return field.value
    }

    private mutating func crimeType(_ field: CSVField) -> String? {
        guard !field.value.isEmpty else { return nil }
        check(field, "crime type", codelists.crimeTypes.map(\.id))
        return field.value
    }

    private mutating func check(_ field: CSVField, _ what: String, _ known: [String]) {
        if let problem = field.unknown(what, among: known) { problems.append(problem) }
    }

    private mutating func month(_ field: CSVField) -> Day? {
        let day = Day(field.value + "-01")
        if day == nil {
            problems.append(field.problem("'\(field.value)' is not a month; write it as 2013-05"))
        }
        return day
    }
}
