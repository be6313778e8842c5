import EmbeddedFiles
import FactStore
import Facts
import Foundation
import GRDB
import Importing
import Notation
import OpenData

/// Small files in the shapes of the real ones, and a store to take them in.
final class Made {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "askcsp-\(UUID())").path() + "/"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var store: String { folder + "store.sqlite" }

    /// Writes a file and gives its path.
    @discardableResult func file(_ name: String, _ text: String) throws -> String {
        try bytes(name, Array(text.utf8))
    }

    @discardableResult func bytes(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(filePath: folder + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return folder + name
    }

    static let streetHeader = """
        Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,\
        Last outcome category,Context
        """

    /// A row of a street file; anti-social behaviour has no id and no outcome.
    static func row(
        _ type: String, _ lsoa: String = "Winchester 001A", month: String = "2025-01",
        force: String = "Hampshire Constabulary", location: String = "On or near Mill Lane"
    ) -> String {
        let isCrime = type != "Anti-social behaviour"
        let quoted = lsoa.contains(",") ? "\"\(lsoa)\"" : lsoa
        return
            "\(isCrime ? "a1b2" : ""),\(month),\(force),\(force),-1.3,51.06,\(location),E01,\(quoted),\(type),"
            + "\(isCrime ? "Under investigation" : ""),"
    }

    func street(_ rows: [String], name: String = "street.csv", lineEnd: String = "\r\n") throws -> String {
        try file(name, ([Made.streetHeader] + rows).map { $0 + lineEnd }.joined())
    }

    func importer(_ badRows: BadRows = .refuse, data: [TextFile] = EmbeddedFiles.data) throws -> Importer {
        try Importer(
            codelists: EmbeddedFiles.grammar.codelists, data: data, labels: EmbeddedFiles.labels,
            store: store,
            badRows: badRows)
    }

    /// Takes every file at a path in.
    @discardableResult func take(
        _ path: String, _ badRows: BadRows = .refuse, on day: String = "2026-01-10"
    ) throws -> [ImportReport] {
        let importer = try importer(badRows)
        return try InputFile.found(at: path).map { found in
            try importer.take(found.get(), on: Day(day) ?? Day(number: 0)) { _ in }
        }
    }

    /// The figures of a measure and area by crime type, the total under "total".
    func figures(
        _ measure: String = "recorded-crime", of area: String = "winchester", from day: String = "2025-01-01"
    ) throws -> [String: Int] {
        let sql = """
            SELECT crime_type, value FROM observation WHERE measure = ? AND area = ? AND first_day = ?
            """
        return try DatabaseQueue(path: store).read { database in
            try Row.fetchAll(database, sql: sql, arguments: [measure, area, day]).reduce(into: [:]) {
                let type: String = $1[0]
                $0[type.isEmpty ? "total" : type] = $1[1]
            }
        }
    }

    func query(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: store).read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "null" : "\($0.storage.value ?? "")" }.joined(
                    separator: "|")
            }
        }
    }

    /// Everything the store says, to see whether anything changed.
    func bytesOfStore() throws -> Data { try Data(contentsOf: URL(filePath: store)) }
}
