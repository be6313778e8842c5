import Facts
import Foundation
import GRDB
import Notation

@testable import FactStore

/// The project's own Data/, and codelists for it.
enum Fixture {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let data: [TextFile] = ["sources", "observations", "changes", "items", "acronyms", "passages"].map
    {
        file("Data/\($0).\($0 == "passages" ? "txt" : "csv")")
    }

    static let measures = [
        Measure(id: "formal-action-rate", name: "formal action rate", unit: .percent, decimals: 1),
        Measure(id: "reported-crime", name: "reported crime", unit: .incidents, decimals: 0),
        Measure(id: "funding-total", name: "total funding", unit: .pounds, decimals: 0),
        Measure(id: "funding-specific", name: "specific funding", unit: .pounds, decimals: 0),
    ]

    static let crimeTypes = [
        CrimeType(id: "domestic-abuse", name: "domestic abuse"),
        CrimeType(id: "drug-offences", name: "drug offences"),
        CrimeType(id: "public-order", name: "public order"),
        CrimeType(id: "violence-with-injury", name: "violence with injury"),
        CrimeType(id: "burglary", name: "burglary"),
    ]

    /// The area that the project's figures are for: the tests name no place.
    static let area: String = {
        let row = data[1].text.split(separator: "\n").dropFirst().first ?? ""
        return String(row.split(separator: ",", omittingEmptySubsequences: false)[2])
    }()

    static let codelists = Codelists(
        measures: measures, crimeTypes: crimeTypes,
        areas: [
            Area(id: area, name: "the district", isHome: true),
            Area(id: "elsewhere", name: "elsewhere", isHome: false),
        ], lists: ["partners", "specific-projects", "shared-projects"])

    /// Data/ with made-up figures for later periods: `measure,crime_type,period,value`, a line each.
    static func data(adding lines: String) -> [TextFile] {
        let rows = lines.split(separator: "\n").map { line in
            let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return "\(parts[0]),\(parts[1]),\(area),\(parts[2]),\(parts[3]),,csp-strategy\n"
        }
        return data.map { file in
            file.path.hasSuffix("observations.csv")
                ? TextFile(path: file.path, text: file.text + rows.joined()) : file
        }
    }

    static func file(_ path: String) -> TextFile {
        TextFile(
            path: path, text: (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? "")
    }

    static func corpus(_ name: String) -> String { file("Tests/FactStoreTests/Corpus/\(name)").text }

    static func store(adding lines: String = "") throws -> Store {
        try Store.open(.memory, data: data(adding: lines), codelists: codelists)
    }

    /// Writes what neither Data/ nor a constraint of the schema lets in.
    static func writePastChecks(_ sql: String, in store: Store) throws {
        try store.queue.write { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(sql: sql)
        }
    }

    /// A new folder, its path with a slash at the end; gone afterwards with all that `body` made in it.
    static func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "askcsp-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.path() + "/")
    }
}

/// Series by their crime types, or measures that have none.
func rate(_ crimeType: String) -> Series {
    Series(measure: "formal-action-rate", crimeType: crimeType, area: Fixture.area)
}

func whole(_ measure: String) -> Series { Series(measure: measure, crimeType: nil, area: Fixture.area) }

let reported = whole("reported-crime")
let rates = ["domestic-abuse", "drug-offences", "public-order", "violence-with-injury"].map(rate)
let (q1, q2, q3, q4) = (quarter(1), quarter(2), quarter(3), quarter(4))

func quarter(_ number: Int) -> Period { .quarter(number, financialYear: 2022) }

/// `12.94`, in digits.
func n(_ text: String) -> Rational { Rational(text) ?? 0 }

/// The same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
