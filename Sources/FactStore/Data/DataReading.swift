import Facts
import Notation

/// The state of reading Data/: what fields may refer to, and the mistakes met so far.
struct DataReading {
    let codelists: Codelists
    var problems: [Problem] = []
    private var sourceIDs: Set<String> = []
    /// A list of sources that cannot be read is one mistake, not one in every row that refers to it.
    private var areSourcesKnown = true
    /// Likewise a list of figures, for every change between two of them.
    var areFiguresKnown = true

    init(codelists: Codelists) { self.codelists = codelists }

    /// The rows of a file, or none when there is no such file.
    mutating func rows(
        in file: TextFile?, columns: [String], optional: [String] = []
    ) -> [CSVRow] {
        guard let file else { return [] }
        return CSVReader(columns: columns, optional: optional).read(file, problems: &problems)
    }

    mutating func sources(in file: TextFile?) -> [Source] {
        var lines = FirstLines<String>()
        let rows = rows(in: file, columns: ["id", "title", "publisher"], optional: ["licence"])
        areSourcesKnown = !rows.isEmpty
        return rows.compactMap { row in
            guard let id = filled(row, "id"), let title = filled(row, "title") else { return nil }
            sourceIDs.insert(id)
            report(lines.repeated(id, "source '\(id)'", at: row["id"]))
            return Source(
                id: id, title: title, publisher: row["publisher"].value, licence: row["licence"].value)
        }
    }

    /// A field that has to be filled in.
    mutating func filled(_ row: CSVRow, _ column: String) -> String? {
        let field = row[column]
        guard !field.value.isEmpty else {
            problems.append(field.problem("nothing in column '\(column)'"))
            return nil
        }
        return field.value
    }

    mutating func source(_ field: CSVField) -> String? {
        report(sourceProblem(field.value).map(field.problem))
        return sourceIDs.contains(field.value) ? field.value : nil
    }

    func sourceProblem(_ id: String) -> String? {
        guard areSourcesKnown, !sourceIDs.contains(id) else { return nil }
        return "no source '\(id)'"
            + EditDistance.hint(to: id, among: sourceIDs, otherwise: "list it in sources.csv")
    }

    /// The measure and series of a row; the crime type may be left empty.
    mutating func series(_ row: CSVRow) -> (measure: Measure, series: Series)? {
        let (measure, crimeType, area) = (row["measure"], row["crime_type"], row["area"])
        check(measure, "measure", among: codelists.measures.map(\.id))
        if !crimeType.value.isEmpty { check(crimeType, "crime type", among: codelists.crimeTypes.map(\.id)) }
        check(area, "area", among: codelists.areas.map(\.id))
        guard let known = codelists.measure(measure.value), codelists.area(area.value) != nil,
            crimeType.value.isEmpty || codelists.crimeType(crimeType.value) != nil
        else { return nil }
        let kind = crimeType.value.isEmpty ? nil : crimeType.value
        return (known, Series(measure: known.id, crimeType: kind, area: area.value))
    }

    mutating func check(_ field: CSVField, _ kind: String, among ids: [String]) {
        if let problem = field.unknown(kind, among: ids) { problems.append(problem) }
    }

    mutating func period(_ field: CSVField) -> Period? {
        let period = PeriodNotation.period(field.value)
        if period == nil {
            problems.append(
                field.problem("'\(field.value)' is not a period; write it as \(PeriodNotation.forms)"))
        }
        return period
    }

    /// A number with no more decimals than its figures carry.
    mutating func number(_ field: CSVField, decimals: Int, of what: String) -> Rational? {
        guard let value = Rational(field.value) else {
            problems.append(
                field.problem("'\(field.value)' is not a number; write it in digits alone, like 2749 or 8.8"))
            return nil
        }
        guard value.exactDecimals(most: decimals) != nil else {
            problems.append(
                field.problem(
                    "'\(field.value)' has more decimals than \(what), which has "
                        + (decimals == 0 ? "none" : "\(decimals)")))
            return nil
        }
        guard Int64(exactly: value.scaled(decimals: decimals)) != nil else {
            problems.append(field.problem("'\(field.value)' is too large"))
            return nil
        }
        return value
    }

    mutating func report(_ problem: Problem?) {
        if let problem { problems.append(problem) }
    }
}

/// The lines on which keys were first met, to point at when one comes again.
struct FirstLines<Key: Hashable> {
    private var lines: [Key: Int] = [:]

    /// A problem when the key has been met before.
    mutating func repeated(_ key: Key, _ what: String, at field: CSVField) -> Problem? {
        guard let first = lines[key] else {
            lines[key] = field.location.line
            return nil
        }
        return field.problem("\(what) is already on line \(first)")
    }
}
