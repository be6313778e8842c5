import Facts
import Notation

/// What the files of Data/ hold, checked.
public struct DataFiles: Hashable, Sendable {
    public let sources: [Source]
    public let observations: [Observation]
    public let changes: [PublishedChange]
    public let items: [Item]
    public let acronyms: [Acronym]
    public let passages: [Passage]

    /// Reads the files by the last part of their paths, in any order.
    ///
    /// - Throws: `Problems` with every mistake in all of them.
    public init(_ files: [TextFile], codelists: Codelists) throws(Problems) {
        var reading = DataReading(codelists: codelists)
        let named = DataFiles.byName(files, problems: &reading.problems)
        // The sources first: every other file refers to them; then the figures, which the changes refer to.
        sources = reading.sources(in: named[.sources])
        let figures = reading.observations(in: named[.observations])
        observations = figures
        changes = reading.changes(in: named[.changes], between: figures)
        items = reading.items(in: named[.items])
        acronyms = reading.acronyms(in: named[.acronyms])
        passages = reading.passages(in: named[.passages])
        reading.check(
            codelists.dataNames,
            among: [
                .topic: named[.items].map { _ in items.flatMap { $0.about + [$0.name.lowercased()] } },
                .acronym: named[.acronyms].map { _ in acronyms.map(\.letters) },
                .passage: named[.passages].map { _ in passages.map(\.id) },
            ].compactMapValues { $0 })
        guard reading.problems.isEmpty else { throw Problems(reading.problems) }
    }

    /// Every mistake in the files; none when they can be used.
    public static func problems(in files: [TextFile], codelists: Codelists) -> [Problem] {
        do throws(Problems) {
            _ = try DataFiles(files, codelists: codelists)
            return []
        } catch {
            return error.all
        }
    }

    /// The files that Data/ may hold. Only figures and where they come from are needed.
    enum Name: String, CaseIterable {
        case sources = "sources.csv"
        case observations = "observations.csv"
        case changes = "changes.csv"
        case items = "items.csv"
        case acronyms = "acronyms.csv"
        case passages = "passages.txt"

        var isNeeded: Bool {
            switch self {
            case .sources, .observations: true
            case .changes, .items, .acronyms, .passages: false
            }
        }
    }

    /// Files that are neither CSV nor plain text, such as README.md, are none of ours.
    private static func byName(_ files: [TextFile], problems: inout [Problem]) -> [Name: TextFile] {
        var named: [Name: TextFile] = [:]
        for file in files {
            let start = Location(path: file.path, line: 1, column: 1)
            let last = file.path.split(separator: "/").last.map(String.init) ?? file.path
            if let name = Name(rawValue: last) {
                if let first = named.updateValue(file, forKey: name) {
                    problems.append(Problem("there is another \(last): \(first.path)", at: start, line: ""))
                }
            } else if last.hasSuffix(".csv") || last.hasSuffix(".txt") {
                let known = Name.allCases.map(\.rawValue)
                problems.append(
                    Problem(
                        "no file '\(last)' is read here"
                            + EditDistance.hint(
                                to: last, among: known,
                                otherwise: "the files are \(known.joined(separator: ", "))"),
                        at: start, line: ""))
            }
        }
        let folder = files.first.map { $0.path.split(separator: "/", omittingEmptySubsequences: false) }
        for name in Name.allCases where name.isNeeded && named[name] == nil {
            let path = ((folder ?? []).dropLast().map(String.init) + [name.rawValue]).joined(separator: "/")
            problems.append(
                Problem("this file is missing", at: Location(path: path, line: 1, column: 1), line: ""))
        }
        return named
    }
}
