import Facts
import Notation

/// Hands on the figures of a table one by one.
struct OwnFigureTally: RowTally {
    private let codelists: Codelists
    private let sink: (OwnFigure) throws -> String?
    private let columns: (measure: Int, crimeType: Int, area: Int, period: Int, value: Int, source: Int)
    private let noteColumn: Int?
    private var measures = ByteLabels()
    private var crimeTypes = ByteLabels()
    private var areas = ByteLabels()
    private var periods = ByteLabels()
    private var sources = ByteLabels()
    private var knownMeasures: [Measure?] = []
    private var knownCrimeTypes: [String??] = []
    private var knownAreas: [Area?] = []
    private var knownPeriods: [Period?] = []
    private var seriesNumbers: [SeriesKey: Int] = [:]
    private var allSeries: [Series] = []
    private var lastSeries: (key: SeriesKey, number: Int)?
    private(set) var rows = RowCounts()

    private struct SeriesKey: Hashable {
        let measure: Int
        let crimeType: Int
        let area: Int
    }

    init(header: Header, codelists: Codelists, sink: @escaping (OwnFigure) throws -> String?) {
        self.codelists = codelists
        self.sink = sink
        columns = (
            header[.measure] ?? 0, header[.crimeTypeID] ?? 0, header[.area] ?? 0, header[.period] ?? 0,
            header[.value] ?? 0, header[.source] ?? 0
        )
        noteColumn = header[.note]
    }

    mutating func take(_ record: RecordReader) throws -> Problem? {
        rows.read += 1
        let measure = measures.number(of: record[columns.measure])
        if measure.isNew { knownMeasures.append(codelists.measure(measures.texts[measure.number])) }
        let crimeType = crimeTypes.number(of: record[columns.crimeType])
        if crimeType.isNew { knownCrimeTypes.append(known(crimeTypes.texts[crimeType.number])) }
        let area = areas.number(of: record[columns.area])
        if area.isNew { knownAreas.append(codelists.area(areas.texts[area.number])) }
        let period = periods.number(of: record[columns.period])
        if period.isNew { knownPeriods.append(PeriodNotation.period(periods.texts[period.number])) }
        let source = sources.number(of: record[columns.source])
        guard let held = knownMeasures[measure.number] else {
            return record.problem(
                unknown("measure", measures.texts[measure.number], codelists.measures.map(\.id)),
                field: columns.measure)
        }
        guard knownCrimeTypes[crimeType.number] != nil else {
            return record.problem(
                unknown("crime type", crimeTypes.texts[crimeType.number], codelists.crimeTypes.map(\.id)),
                field: columns.crimeType)
        }
        guard knownAreas[area.number] != nil else {
            return record.problem(
                unknown("area", areas.texts[area.number], codelists.areas.map(\.id)), field: columns.area)
        }
        guard let days = knownPeriods[period.number] else {
            return record.problem(
                "'\(periods.texts[period.number])' is not a period; write it as \(PeriodNotation.forms)",
                field: columns.period)
        }
        guard !sources.texts[source.number].isEmpty else {
            return record.problem("no source is named", field: columns.source)
        }
        let value: Int64
        switch ScaledNumber(record[columns.value], decimals: held.decimals) {
        case .number(let number): value = number
        case .notANumber:
            return record.problem(
                "'\(record.text(columns.value))' is not a number; write it in digits alone, like 2749 or 8.8",
                field: columns.value)
        case .tooPrecise:
            let has = held.decimals == 0 ? "none" : "\(held.decimals)"
            return record.problem(
                "'\(record.text(columns.value))' has more decimals than \(held.name), which has \(has)",
                field: columns.value)
        }
        if held.unit == .percent, value < 0 {
            return record.problem("a rate below nought", field: columns.value)
        }
        if held.unit == .percent, value > Rational(100).scaled(decimals: held.decimals) {
            return record.problem("a rate above 100 per cent", field: columns.value)
        }
        let key = SeriesKey(measure: measure.number, crimeType: crimeType.number, area: area.number)
        let series = number(of: key)
        let note = noteColumn.flatMap { record[$0].isEmpty ? nil : record.text($0) }
        let figure = OwnFigure(
            series: OwnFigure.Numbered(series, allSeries[series]),
            period: OwnFigure.Numbered(period.number, days), value: value, note: note,
            source: OwnFigure.Numbered(source.number, sources.texts[source.number]))
        if let refusal = try sink(figure) { return record.problem(refusal, field: columns.measure) }
        rows.kept += 1
        return nil
    }

    private mutating func number(of key: SeriesKey) -> Int {
        if let lastSeries, lastSeries.key == key { return lastSeries.number }
        let number = seriesNumbers[key] ?? allSeries.count
        if number == allSeries.count {
            seriesNumbers[key] = number
            let type = crimeTypes.texts[key.crimeType]
            allSeries.append(
                Series(
                    measure: measures.texts[key.measure], crimeType: type.isEmpty ? nil : type,
                    area: areas.texts[key.area]))
        }
        lastSeries = (key, number)
        return number
    }

    /// Nil for an id that is not known; a nil inside for figures that are not split by crime type.
    private func known(_ id: String) -> String?? {
        if id.isEmpty { return .some(nil) }
        return codelists.crimeType(id).map { .some($0.id) }
    }

    private func unknown(_ what: String, _ id: String, _ known: [String]) -> String {
        "no \(what) '\(id)'"
            + EditDistance.hint(to: id, among: known, otherwise: "Grammar/ has no such \(what)")
    }

    mutating func finish(home: String?) -> (parts: [SourcePart], warnings: [ImportWarning]) { ([], []) }
}

/// A number as the store keeps it, from its digits.
enum ScaledNumber {
    case number(Int64)
    case notANumber, tooPrecise

    /// Digits with at most one point and a minus sign before them; at most 15 digits, as in Data/.
    init(_ text: UnsafeRawBufferPointer, decimals: Int) {
        var (value, digits): (Int64, Int) = (0, 0)
        var after: Int?
        var isNegative = false
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: ".") where after == nil && digits > 0: after = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if let places = after {
                    // Noughts at the end add nothing: 8.80 is 8.8.
                    if places >= decimals {
                        guard byte == UInt8(ascii: "0") else {
                            self = .tooPrecise
                            return
                        }
                        after = places + 1
                        continue
                    }
                    after = places + 1
                }
                guard digits <= 15 else {
                    self = .notANumber
                    return
                }
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
            default:
                self = .notANumber
                return
            }
        }
        guard digits > 0, after != 0 else {
            self = .notANumber
            return
        }
        for _ in min(after ?? 0, decimals)..<decimals {
            let (larger, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            guard !isTooLarge else {
                self = .notANumber
                return
            }
            value = larger
        }
        self = .number(isNegative ? -value : value)
    }
}
