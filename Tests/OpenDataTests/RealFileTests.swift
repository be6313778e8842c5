import Foundation
import OpenData
import Testing

@testable import Importing

/// Real downloads, where there are any: `ASKCSP_REAL_DATA` names the folder that they lie in.
@Suite struct RealFileTests {
    private static let folder = ProcessInfo.processInfo.environment["ASKCSP_REAL_DATA"]

    /// Every row of the district, anti-social behaviour included, and its burglaries, as counted by hand.
    private static let winchester: [(month: String, all: Int, burglary: Int)] = [
        ("2022-02", 713, 40), ("2022-06", 848, 44), ("2025-01", 587, 29), ("2025-02", 606, 43),
        ("2025-03", 665, 35), ("2025-04", 662, 23), ("2025-05", 649, 32), ("2025-06", 624, 24),
        ("2025-07", 817, 27), ("2025-08", 903, 0), ("2025-09", 770, 23), ("2025-10", 703, 22),
        ("2025-11", 631, 26), ("2025-12", 611, 20),
    ]

    @Test(.enabled(if: folder != nil, "ASKCSP_REAL_DATA names no folder with real files"))
    func countsAreRightToTheRow() throws {
        let folder = try #require(RealFileTests.folder)
        let made = try Made()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.contains("-street.csv")
        }
        try #require(files.count >= RealFileTests.winchester.count)
        for file in files.sorted() { try made.take("\(folder)/\(file)") }
        for (month, all, burglary) in RealFileTests.winchester {
            let crimes = try made.figures(from: month + "-01")
            let incidents = try made.figures("recorded-incidents", from: month + "-01")
            let total = try #require(crimes["total"]) + incidents.values.reduce(0, +)
            #expect(total == all, "\(month)")
            #expect(crimes["burglary"] == burglary, "\(month)")
            #expect(crimes["total"] == crimes.filter { $0.key != "total" }.values.reduce(0, +))
        }
        // The source is wrong in August 2025 and in no other month.
        #expect(try made.query("SELECT DISTINCT first_day FROM caution") == ["2025-08-01"])
    }

    @Test(.enabled(if: folder != nil, "ASKCSP_REAL_DATA names no folder with real files"))
    func aHomeOfficeTable() throws {
        let folder = try #require(RealFileTests.folder)
        let made = try Made()
        try made.take("\(folder)/prc-pfa-201718.csv.gz")
        let quarters = try made.query(
            "SELECT first_day, value FROM observation WHERE area = 'hampshire' AND crime_type = 'shoplifting'"
        )
        #expect(quarters.count == 4 && quarters.last?.hasPrefix("2018-01-01|") == true)
    }
}
