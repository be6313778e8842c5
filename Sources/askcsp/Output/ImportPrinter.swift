import FactStore
import Facts
import Importing
import Notation
import OpenData

/// Writes what came of each file: a record of it to standard output, and what has to be known to standard error.
struct ImportPrinter {
    private var records: RecordWriter
    private let store: String
    private var files = 0
    private var rows = RowCounts()
    private var outcome = ImportOutcome()
    private(set) var hasRefused = false

    private static let columns = [
        "file", "status", "kind", "rows", "kept", "without_district", "outside", "left_out", "bad", "added",
        "replaced", "removed", "unchanged", "message",
    ]

    init(settings: Settings, store: String) {
        records = RecordWriter(settings: settings, columns: ImportPrinter.columns, isAlone: false)
        self.store = store
    }

    mutating func show(_ report: ImportReport) throws {
        files += 1
        rows.add(report.rows)
        outcome.add(report.outcome)
        let status = report.outcome.isChange ? "imported" : "unchanged"
        let line = "\(report.file): \(ImportPrinter.summary(report.rows, report.outcome))"
        try records.add(
            text: line.visible,
            row: [.text(report.file), .text(status), .text(report.kind.rawValue)]
                + ImportPrinter.cells(report.rows, report.outcome) + [.text("")])
        for problem in report.problems { try Output.errors.write("\(problem)\n") }
        if report.rows.bad > report.problems.count {
            try tell("\(report.rows.bad - report.problems.count) more rows of \(report.file) were left out")
        }
        for warning in report.warnings { try tell("\(report.file): \(warning)") }
        for difference in report.outcome.differences {
            try tell("\(report.file): \(ImportPrinter.text(difference))")
        }
        for displaced in report.outcome.displaced {
            try tell(
                "\(report.file): \(ImportPrinter.name(displaced)): takes the place of \(displaced.held), from \(displaced.source)"
            )
        }
        let rest = report.outcome.countDisplaced - report.outcome.displaced.count
        if rest > 0 { try tell("\(report.file): \(rest) more figures take the place of another source's") }
        for conflict in report.outcome.conflicts {
            try tell("\(report.file): \(ImportPrinter.text(conflict))")
        }
    }

    /// A file that could not be found or opened.
    mutating func refuse(_ error: OpenDataError) throws { try refuse(error, path: error.path, isNamed: true) }

    /// A file of a kind that is not kept is passed over where nobody named it.
    mutating func refuse(_ error: OpenDataError, path: String, isNamed: Bool) throws {
        if case .notKept = error, !isNamed {
            try record(path, status: "passed over", message: "\(error)")
        } else {
            hasRefused = true
            try record(path, status: "refused", message: "\(error)")
        }
        try tell("\(error)")
    }

    mutating func refuse(_ error: RefusedRows, path: String) throws {
        hasRefused = true
        let message = "\(error.count.of("bad row")); nothing of the file was taken in"
        try record(path, status: "refused", message: message)
        for problem in error.problems { try Output.errors.write("\(problem)\n") }
        try tell(
            "\(path): \(message). Mend the rows, or import it with --skip-bad-rows to leave them out")
    }

    mutating func refuse(_ error: FewerRows, path: String) throws {
        hasRefused = true
        let message =
            "\(error.rows.of("row")) for \(error.period.label), and \(error.rowsBefore) are held from "
            + "\(error.source); nothing of the file was taken in"
        try record(path, status: "refused", message: message)
        try tell(
            "\(path): \(message). It may be cut short: download it again. If it is whole, import it with "
                + "--allow-fewer-rows")
    }

    func finish() throws {
        try records.finish()
        guard records.format == .text, files > 0 else { return }
        if files > 1 {
            try records.output.write("\(files) files: \(ImportPrinter.summary(rows, outcome))\n")
        }
        try records.output.write("Store: \(store.visible)\n")
    }

    private mutating func record(_ path: String, status: String, message: String) throws {
        // In text the reason goes to standard error alone.
        guard records.format != .text else { return }
        try records.add(
            text: "",
            row: [.text(path), .text(status), .text("")]
                + ImportPrinter.cells(RowCounts(), ImportOutcome()) + [.text(message)])
    }

    private func tell(_ text: String) throws { try Output.errors.write("askcsp: \(text.visible)\n") }

    // MARK: - Wording

    private static func cells(_ rows: RowCounts, _ outcome: ImportOutcome) -> [TableStyle.Cell] {
        [
            rows.read, rows.kept, rows.withoutDistrict, rows.outside, rows.leftOut, rows.bad, outcome.added,
            outcome.replaced, outcome.removed, outcome.unchanged,
        ].map { .number("\($0)") }
    }

    /// `13481 rows read, 13481 kept, 0 without district, 12 outside the area; 240 figures added, 0 replaced`
    private static func summary(_ rows: RowCounts, _ outcome: ImportOutcome) -> String {
        var parts = ["\(rows.read.of("row")) read", "\(rows.kept) kept"]
        parts += ["\(rows.withoutDistrict) without district", "\(rows.outside) outside the area"]
        if rows.leftOut > 0 { parts.append("\(rows.leftOut) of no area") }
        if rows.bad > 0 { parts.append("\(rows.bad) bad") }
        var figures = ["\(outcome.added.of("figure")) added", "\(outcome.replaced) replaced"]
        if outcome.removed > 0 { figures.append("\(outcome.removed) removed") }
        if outcome.unchanged > 0 { figures.append("\(outcome.unchanged) as before") }
        return parts.joined(separator: ", ") + "; " + figures.joined(separator: ", ")
    }

    private static func text(_ difference: ImportOutcome.Difference) -> String {
        "\(difference.source), \(difference.period.label): replaced; \(difference.changed.of("figure")) differ, from "
            + "\(difference.rowsBefore.of("row")) before and \(difference.rowsAfter) now"
    }

    private static func text(_ conflict: ImportOutcome.Conflict) -> String {
        "\(name(conflict)): \(conflict.source) has \(conflict.held), which stays"
    }

    private static func name(_ conflict: ImportOutcome.Conflict) -> String {
        let series = [conflict.series.measure, conflict.series.crimeType, conflict.series.area]
        return "\(series.compactMap { $0 }.joined(separator: ", ")), \(conflict.period.label)"
    }
}

extension Int {
    /// `1 row`, `2 rows`.
    func of(_ what: String) -> String { "\(self) \(what)\(self == 1 ? "" : "s")" }
}

extension RowCounts {
    fileprivate mutating func add(_ other: RowCounts) {
        read += other.read
        kept += other.kept
        withoutDistrict += other.withoutDistrict
        outside += other.outside
        leftOut += other.leftOut
        bad += other.bad
    }
}

extension ImportOutcome {
    fileprivate mutating func add(_ other: ImportOutcome) {
        added += other.added
        replaced += other.replaced
        removed += other.removed
        unchanged += other.unchanged
    }
}
