import Facts
import Notation

/// Counts rows without keeping them.
protocol RowTally {
    var rows: RowCounts { get }
    /// What is wrong with the row, or nil when it was taken.
    mutating func take(_ record: RecordReader) throws -> Problem?
    /// - Parameter home: the name of the partnership's own district.
    mutating func finish(home: String?) -> (parts: [SourcePart], warnings: [ImportWarning])
}

/// What is done with rows that cannot be read.
public enum BadRows: Sendable {
    /// The whole file is refused.
    case refuse
    /// They are left out, and said to be.
    case leaveOut
}

/// A file that was refused for its rows: the first of the mistakes, and how many there are.
public struct RefusedRows: Error, Hashable, Sendable {
    public let problems: [Problem]
    public let count: Int
}

/// How far the reading of a file has come.
public struct Progress: Hashable, Sendable {
    public let rows: Int
    /// In bytes of the file as it lies there.
    public let position: Int
    public let size: Int
}

/// What a file holds, counted.
public struct FileReading: Sendable {
    public let kind: FileKind
    public let parts: [SourcePart]
    public let rows: RowCounts
    /// The first of the rows that were left out.
    public let problems: [Problem]
    public let warnings: [ImportWarning]
}

/// Reads files of open data, whatever they are called, in memory that does not grow with them.
public struct OpenDataReader: Sendable {
    private let labels: Labels
    private let codelists: Codelists
    private let badRows: BadRows
    /// More mistakes than this are counted and not shown.
    private static let mostProblems = 20
    private static let rowsBetweenReports = 8192

    public init(labels: Labels, codelists: Codelists, badRows: BadRows) {
        self.labels = labels
        self.codelists = codelists
        self.badRows = badRows
    }

    /// Reads one file to its end.
    ///
    /// - Parameters:
    ///   - progress: called every few thousand rows.
    ///   - figure: given each figure of a table of figures; says why one cannot be taken.
    /// - Throws: `OpenDataError`; `RefusedRows`; whatever `figure` throws.
    public func read(
        _ file: InputFile, progress: (Progress) throws -> Void = { _ in },
        figure: (OwnFigure) throws -> String? = { _ in nil }
    ) throws -> FileReading {
        let stream = try ByteStream(file)
        let records = RecordReader(stream)
        let header = try header(of: records)
        switch header.kind {
        case .street:
            var tally = StreetTally(header: header, labels: labels)
            return try run(&tally, records, header, progress)
        case .recordedCrime, .recordedCrimeByPartnership:
            var tally = RecordedCrimeTally(header: header, labels: labels)
            return try run(&tally, records, header, progress)
        case .observations:
            return try withoutActuallyEscaping(figure) { figure in
                var tally = OwnFigureTally(header: header, codelists: codelists, sink: figure)
                let reading = try run(&tally, records, header, progress)
                return reading
            }
        case .outcomes, .stops: throw OpenDataError.notKept(path: file.path, kind: header.kind)
        }
    }

    private func header(of records: RecordReader) throws(OpenDataError) -> Header {
        let path = records.stream.path
        guard try records.advance() else { throw .empty(path: path) }
        var columns: [String] = []
        for index in 0..<records.count {
            guard let text = String(validating: records[index], as: UTF8.self), !text.contains("\0") else {
                throw .notText(path: path)
            }
            columns.append(text)
        }
        guard !columns.isEmpty else { throw .notText(path: path) }
        return try Header(columns: columns, path: path)
    }

    private func run<Tally: RowTally>(
        _ tally: inout Tally, _ records: RecordReader, _ header: Header, _ progress: (Progress) throws -> Void
    ) throws -> FileReading {
        var problems: [Problem] = []
        var bad = 0
        var count = 0
        while try records.advance() {
            count += 1
            let problem: Problem?
            if let fault = records.fault {
                problem = fault
            } else if records.count != header.width {
                problem = records.problem(
                    "\(records.count) field\(records.count == 1 ? "" : "s") in a file of \(header.width) columns"
                        + (records.count < header.width ? "; was the download cut short?" : ""))
            } else {
                problem = try tally.take(records)
            }
            if let problem {
                bad += 1
                if problems.count < OpenDataReader.mostProblems { problems.append(problem) }
            }
            if count.isMultiple(of: OpenDataReader.rowsBetweenReports) {
                try progress(
                    Progress(rows: count, position: records.stream.position, size: records.stream.size))
            }
        }
        guard count > 0 else { throw OpenDataError.noRows(path: records.stream.path) }
        if bad > 0, case .refuse = badRows { throw RefusedRows(problems: problems, count: bad) }
        let (parts, warnings) = tally.finish(home: codelists.home?.name)
        var rows = tally.rows
        (rows.read, rows.bad) = (count, bad)
        return FileReading(
            kind: header.kind, parts: parts, rows: rows, problems: problems, warnings: warnings)
    }
}
