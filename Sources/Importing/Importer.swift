import FactStore
import Facts
import Notation
import OpenData

/// What came of one file.
public struct ImportReport: Sendable {
    public let file: String
    public let kind: FileKind
    public let rows: RowCounts
    public let outcome: ImportOutcome
    public let warnings: [ImportWarning]
    /// The first of the rows that were left out.
    public let problems: [Problem]
}

/// Takes files of open data into a store: reads each, counts it, and puts the figures in as one transaction.
public struct Importer: Sendable {
    private let writer: StoreWriter
    private let labels: Labels
    private let codelists: Codelists
    private let badRows: BadRows
    private let allowsFewerRows: Bool

    /// - Parameter allowsFewerRows: whether a file may replace a month with far fewer rows than were there.
    /// - Throws: `Problems` with every mistake in the files; `StoreError` when the store cannot be used.
    public init(
        codelists: Codelists, data: [TextFile], labels: [TextFile], store path: String, badRows: BadRows,
        allowsFewerRows: Bool = false
    ) throws {
        self.codelists = codelists
        self.labels = try Labels(labels, codelists: codelists)
        self.badRows = badRows
        self.allowsFewerRows = allowsFewerRows
        writer = try StoreWriter(path: path, data: data, codelists: codelists)
    }

    /// - Parameter day: when it is taken in.
    /// - Throws: `OpenDataError`, `RefusedRows` and `FewerRows`, which are about this file alone; `StoreError`; whatever
    ///   `progress` throws.
    public func take(_ file: InputFile, on day: Day, progress: (Progress) throws -> Void) throws
        -> ImportReport
    {
        let reader = OpenDataReader(
            labels: labels, codelists: try writer.codelistsWithImports(), badRows: badRows)
        let identity = ImportedFile(name: file.path, sha256: try file.digest(), importedOn: day)
        var reading: FileReading?
        let outcome = try writer.take(identity) { session in
            let read = try reader.read(file, progress: progress, figure: session.take)
            if !allowsFewerRows { try session.checkRows(of: read.parts, bad: read.rows.bad) }
            for part in read.parts { try session.replace(part) }
            if read.kind == .street { try session.classify(labels.classification) }
            reading = read
            return read.rows
        }
        guard let reading else { throw OpenDataError.empty(path: file.path) }
        return ImportReport(
            file: file.path, kind: reading.kind, rows: reading.rows, outcome: outcome,
            warnings: reading.warnings, problems: reading.problems)
    }
}
