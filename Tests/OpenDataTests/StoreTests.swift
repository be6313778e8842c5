import EmbeddedFiles
import FactStore
import Facts
import Foundation
import Notation
import OpenData
import Testing

@testable import Importing

@Suite struct ImportedStoreTests {
    private let rows = [Made.row("Burglary"), Made.row("Burglary"), Made.row("Drugs", "Hart 001A")]

    @Test func theSameFileTwiceChangesNothing() throws {
        let made = try Made()
        let path = try made.street(rows)
        try made.take(path)
        let before = try made.bytesOfStore()
        let again = try #require(try made.take(path, on: "2026-02-20").first)
        #expect(!again.outcome.isChange && again.outcome.unchanged == 45)
        #expect(try made.bytesOfStore() == before)
    }

    @Test func aNewerCopyReplacesTheMonthAndSaysWhatDiffers() throws {
        let made = try Made()
        try made.take(made.street(rows))
        let newer = try made.street([Made.row("Burglary"), Made.row("Robbery")], name: "newer.csv")
        let outcome = try #require(try made.take(newer).first).outcome
        #expect(try made.figures()["burglary"] == 1 && made.figures()["robbery"] == 1)
        // Hart is not in it any more.
        #expect(try made.figures(of: "hart").isEmpty)
        #expect(outcome.removed == 15 && outcome.replaced > 0)
        let difference = try #require(outcome.differences.first)
        #expect(difference.rowsBefore == 3 && difference.rowsAfter == 2)
        #expect(try made.query("SELECT file FROM import") == [newer])
        #expect(try made.query("SELECT area FROM coverage WHERE area = 'hart'").isEmpty)
    }

    /// A download that broke off is not what the month was.
    @Test func aMonthIsNotReplacedByAFewOfItsRows() throws {
        let made = try Made()
        let rows = (0..<200).map { _ in Made.row("Burglary") }
        try made.take(made.street(rows))
        let before = try made.bytesOfStore()
        let short = try made.street(Array(rows.prefix(90)), name: "short.csv")
        let error = #expect(throws: FewerRows.self) { try made.take(short) }
        #expect(error?.rowsBefore == 200 && error?.rows == 90 && error?.period == .month(1, year: 2025))
        let broken = try made.street(Array(rows.prefix(150)) + ["a1b2,2025-0"], name: "broken.csv")
        #expect(throws: FewerRows.self) { try made.take(broken, .leaveOut) }
        #expect(try made.bytesOfStore() == before)
        try made.take(made.street(Array(rows.prefix(150)), name: "fewer.csv"))
        #expect(try made.figures()["burglary"] == 150)
    }

    /// A table that takes a count's place says so, and one that has no figure left is listed no more.
    @Test func whatATableTakesThePlaceOf() throws {
        let made = try Made()
        try made.take(made.street(rows))
        func table(_ name: String, _ value: Int) throws -> ImportOutcome {
            let path = try made.file(
                name,
                "measure,crime_type,area,period,value,source\nrecorded-crime,burglary,winchester,2025-01,\(value),Own\n"
            )
            return try #require(try made.take(path).first).outcome
        }
        let first = try table("first.csv", 7)
        #expect(first.replaced == 1)
        #expect(first.displaced.map(\.held) == ["2"] && first.countDisplaced == 1)
        #expect(first.displaced.first?.source.hasPrefix("data.police.uk street-level crime") == true)
        let second = try table("second.csv", 8)
        #expect(second.replaced == 1 && second.displaced.isEmpty)
        #expect(
            try made.query("SELECT file FROM import ORDER BY id").map { $0.split(separator: "/").last ?? "" }
                == ["street.csv", "second.csv"])
    }

    /// The figures are the same, and come from another file now.
    @Test func theSameFiguresFromAnotherFile() throws {
        let made = try Made()
        try made.take(made.street(rows))
        let copy = try made.street(rows, name: "copy.csv", lineEnd: "\n")
        #expect(try #require(try made.take(copy).first).outcome.isChange == false)
        #expect(try made.query("SELECT file FROM import") == [copy])
    }

    @Test func oneMonthLeavesTheOthers() throws {
        let made = try Made()
        try made.take(made.street(rows))
        try made.take(made.street([Made.row("Burglary", month: "2025-02")], name: "february.csv"))
        #expect(try made.figures()["burglary"] == 2)
        #expect(try made.figures(from: "2025-02-01")["burglary"] == 1)
        let pattern = try made.query(
            "SELECT runs FROM coverage JOIN coverage_pattern ON id = pattern "
                + "WHERE measure = 'recorded-incidents' AND area = 'winchester'")
        #expect(pattern == ["2025-01-01/2025-01-31*2: anti-social-behaviour"])
    }

    /// What is kept of the periods is what going through all the figures would give.
    @Test func coverageIsThatOfTheFigures() throws {
        let made = try Made()
        for month in ["2025-01", "2025-03", "2025-02", "2024-11"] {
            try made.take(
                made.street(
                    [Made.row("Burglary", month: month), Made.row("Drugs", "Hart 001A", month: month)],
                    name: month))
        }
        try made.take(made.street([Made.row("Burglary", month: "2025-02")], name: "newer.csv"))
        let kept = try made.query(
            "SELECT measure, area, runs FROM coverage JOIN coverage_pattern ON id = pattern")
        // A change of the data builds it anew.
        _ = try made.importer(data: Made.otherData)
        let rebuilt = try made.query(
            "SELECT measure, area, runs FROM coverage JOIN coverage_pattern ON id = pattern")
        #expect(kept == rebuilt)
    }

    @Test func importsOutliveANewBuildFromTheData() throws {
        let made = try Made()
        try made.take(made.street(rows))
        _ = try made.importer(data: Made.otherData)
        #expect(try made.figures()["burglary"] == 2)
        #expect(try made.query("SELECT count(*) FROM import_part") == ["1"])
        #expect(
            try made.query("SELECT value FROM observation WHERE measure = 'funding-specific'") == ["24301"])
        #expect(try made.query("PRAGMA integrity_check") == ["ok"])
        #expect(try made.query("PRAGMA foreign_key_check").isEmpty)
    }

    @Test func aBadRowIsReportedAndNothingIsTakenIn() throws {
        let made = try Made()
        try made.take(made.street([Made.row("Burglary", month: "2024-12")], name: "before.csv"))
        let before = try made.bytesOfStore()
        let path = try made.street(
            rows + [Made.row("Piracy"), "1,2,3", Made.row("Burglary", month: "2025-13")])
        let refused = #expect(throws: RefusedRows.self) { try made.take(path) }
        #expect(refused?.count == 3)
        let problem = try #require(refused?.problems.first)
        #expect(problem.location == Location(path: path, line: 5, column: problem.location.column))
        #expect(problem.message.hasPrefix("no crime type 'Piracy' is known"))
        #expect(problem.line.dropFirst(problem.location.column - 1).hasPrefix("Piracy"))
        #expect(
            refused?.problems[1].message == "3 fields in a file of 12 columns; was the download cut short?")
        #expect(try made.bytesOfStore() == before)
    }

    @Test func badRowsAreLeftOutWhenAsked() throws {
        let made = try Made()
        let report = try #require(
            try made.take(made.street(rows + [Made.row("Piracy")]), .leaveOut).first)
        #expect(report.rows.bad == 1 && report.rows.kept == 3 && report.problems.count == 1)
        #expect(try made.figures()["burglary"] == 2)
    }

    @Test(arguments: [
        ("a\"b,2025-01,,Hampshire Constabulary,,,,,Winchester 001A,Burglary,,", "a '\"' inside a field"),
        (
            "\"a\"b,2025-01,,Hampshire Constabulary,,,,,Winchester 001A,Burglary,,",
            "text after a closing quote"
        ),
        (
            "\"ab,2025-01,,Hampshire Constabulary,,,,,Winchester 001A,Burglary,,",
            "a quote in this line is never"
        ),
        (
            "ab,2025-01,,Hampshire Constabulary,,,,,Winchester,Burglary,,",
            "'Winchester' does not end in the number"
        ),
        ("ab,2025-01,,,,,,,Winchester 001A,Burglary,,", "no force is named"),
        ("ab,01/2025,,Hampshire Constabulary,,,,,Winchester 001A,Burglary,,", "'01/2025' is not a month"),
        (
            "ab,2025-01,,Hampshire Constabulary,,,,,Winchester 001A,Burglry,,",
            "no crime type 'Burglry' is known; did"
        ),
    ]) func whatCanBeWrongWithARow(row: String, message: String) throws {
        let made = try Made()
        let refused = #expect(throws: RefusedRows.self) { try made.take(made.street([row] + rows)) }
        #expect(refused?.problems.first?.message.hasPrefix(message) == true)
        #expect(refused?.problems.first?.location.line == 2)
        // The rows after it are read as if nothing were.
        #expect(try made.take(made.street([row] + rows), .leaveOut).first?.rows.kept == 3)
    }

    @Test func aFigureThatAnotherSourceHasStays() throws {
        let made = try Made()
        let own = """
            measure,crime_type,area,period,value,note,source
            recorded-crime,burglary,winchester,2025-01,7,,Return of January
            """
        try made.take(made.file("own.csv", own))
        let outcome = try #require(try made.take(made.street(rows)).first).outcome
        #expect(outcome.conflicts.map(\.held) == ["7"])
        #expect(try made.figures()["burglary"] == 7)
    }

    // MARK: - Figures of one's own

    private func own(_ rows: String...) -> String {
        (["measure,crime_type,area,period,value,note,source"] + rows).joined(separator: "\n")
    }

    @Test func figuresOfOnesOwn() throws {
        let made = try Made()
        let path = try made.file(
            "q3.csv",
            own(
                "formal-action-rate,drug-offences,winchester,2022/23 Q3,81.50,possessions,Quarter 3 return",
                "reported-crime,,winchester,2022/23 Q3,2801,,csp-strategy"))
        #expect(try #require(try made.take(path).first).outcome.added == 2)
        #expect(try made.figures("formal-action-rate", from: "2022-10-01") == ["drug-offences": 815])
        #expect(try made.query("SELECT title FROM source WHERE id = 'Quarter 3 return'").count == 1)
        #expect(try #require(try made.take(path).first).outcome.isChange == false)
        let newer = try made.file(
            "newer.csv", own("formal-action-rate,drug-offences,winchester,2022/23 Q3,80,,Quarter 3 return"))
        #expect(try #require(try made.take(newer).first).outcome.replaced == 1)
        #expect(try made.figures("formal-action-rate", from: "2022-10-01") == ["drug-offences": 800])
        // Figures of one's own outlive a new build too, under a source of Data/ as well.
        _ = try made.importer(data: Made.otherData)
        #expect(try made.figures("reported-crime", from: "2022-10-01") == ["total": 2801])
        #expect(try made.query("PRAGMA foreign_key_check").isEmpty)
    }

    @Test(arguments: [
        (
            "formal-action-rat,drug-offences,winchester,2022/23 Q3,1,,r",
            "no measure 'formal-action-rat'; did you mean"
        ),
        ("formal-action-rate,drugs,winchester,2022/23 Q3,1,,r", "no crime type 'drugs'"),
        (
            "formal-action-rate,drug-offences,wnchester,2022/23 Q3,1,,r",
            "no area 'wnchester'; did you mean 'winchester'?"
        ),
        ("formal-action-rate,drug-offences,winchester,Q3,1,,r", "'Q3' is not a period"),
        ("formal-action-rate,drug-offences,winchester,2022/23 Q3,1.25,,r", "'1.25' has more decimals"),
        ("formal-action-rate,drug-offences,winchester,2022/23 Q3,8%,,r", "'8%' is not a number"),
        ("formal-action-rate,drug-offences,winchester,2022/23 Q3,-1,,r", "a rate below nought"),
        ("formal-action-rate,drug-offences,winchester,2022/23 Q3,1,,", "no source is named"),
        (
            "formal-action-rate,drug-offences,winchester,2022/23 Q2,73.6,,r",
            "Current CSP Strategy has 73.7 for this"
        ),
    ]) func whatCanBeWrongWithAFigure(row: String, message: String) throws {
        let made = try Made()
        let refused = #expect(throws: RefusedRows.self) { try made.take(made.file("own.csv", own(row))) }
        #expect(refused?.problems.first?.message.hasPrefix(message) == true, "\(refused?.problems as Any)")
    }

    @Test func aFigureTwiceInAFile() throws {
        let made = try Made()
        let row = "reported-crime,,winchester,2022/23 Q3,2801,,r"
        let refused = #expect(throws: RefusedRows.self) { try made.take(made.file("own.csv", own(row, row))) }
        #expect(refused?.problems.first?.message == "this figure is in the file twice")
        #expect(refused?.problems.first?.location.line == 3)
    }

    // MARK: - The Home Office's tables

    private static let homeOffice = """
        ,Financial_Year,Financial_Quarter,Force_Name,Offence_Description,Offence_Group,Offence_Subgroup,\
        Offence_Code,Number_of_Offences
        """

    @Test func theFourthQuarterIsInTheNextYearAndCorrectionsAreAdded() throws {
        let made = try Made()
        let report = try #require(
            try made.take(
                made.file(
                    "prc.csv",
                    [
                        Self.homeOffice, "0,2017/18,4,Hampshire,a,Theft offences,Bicycle theft,45,10",
                        "1,2017/18,4,Hampshire,b,Theft Offences,Bicycle theft,45A,-3",
                        "2,2017/18,4,Hampshire,c,Miscellaneous crimes against society,Miscellaneous crimes,80,0",
                        "3,2017/18,4,Action Fraud,d,Fraud offences,Fraud: action fraud,AF,66776",
                    ].joined(separator: "\n"))
            ).first)
        #expect(report.rows.kept == 3 && report.rows.leftOut == 1)
        let figures = try made.figures("home-office-recorded-crime", of: "hampshire", from: "2018-01-01")
        #expect(figures == ["bicycle-theft": 7, "theft": 7, "total": 7])
        // It is another series than that of data.police.uk.
        #expect(try made.figures(of: "hampshire", from: "2018-01-01").isEmpty)
    }

    @Test func unassignedCrimesAreTheForcesAlone() throws {
        let made = try Made()
        let header =
            "Financial Year,Financial Quarter,Police Force,CSP Name,Offence Group,Offence Subgroup,Offence Count"
        try made.take(
            made.file(
                "csp.csv",
                [
                    header, "2021/22,1,Hampshire,Winchester,Robbery,Robbery of personal property,3",
                    "2021/22,1,Hampshire,Unassigned Hampshire,Robbery,Robbery of business property,2",
                    "2021/22,1,Hampshire,North Hampshire,Robbery,Robbery of business property,1",
                ].joined(separator: "\n")))
        let measure = "home-office-recorded-crime"
        #expect(try made.figures(measure, from: "2021-04-01")["robbery"] == 3)
        #expect(try made.figures(measure, of: "north-hampshire", from: "2021-04-01")["robbery"] == 1)
        #expect(try made.figures(measure, of: "hampshire", from: "2021-04-01")["total"] == 6)
        #expect(try made.query("SELECT count(*) FROM area WHERE id LIKE 'unassigned%'") == ["0"])
    }

    @Test(arguments: [
        ("0,2017/18,5,Hampshire,a,Theft offences,Bicycle theft,45,1", "'5' is not a financial quarter"),
        ("0,2017,4,Hampshire,a,Theft offences,Bicycle theft,45,1", "'2017' is not a financial year"),
        ("0,2017/18,4,Hampshire,a,Theft offences,Bicycle theft,45,1.5", "'1.5' is not a number of offences"),
        (
            "0,2017/18,4,Hampshire,a,Tehft offences,Bicycle theft,45,1",
            "no offence group 'Tehft offences' is known; did"
        ),
        (
            "0,2017/18,4,Hampshire,a,Theft offences,Unicycle snatching,45,1",
            "no offence subgroup 'Unicycle snatching' is"
        ),
    ]) func whatCanBeWrongWithAnOffence(row: String, message: String) throws {
        let made = try Made()
        let refused = #expect(throws: RefusedRows.self) {
            try made.take(made.file("prc.csv", "\(Self.homeOffice)\n\(row)"))
        }
        #expect(refused?.problems.first?.message.hasPrefix(message) == true, "\(refused?.problems as Any)")
    }
}

extension Made {
    /// The project's Data/ with another sum of funding.
    static var otherData: [TextFile] {
        EmbeddedFiles.data.map { file in
            file.path.hasSuffix("observations.csv")
                ? TextFile(path: file.path, text: file.text.replacing("24300", with: "24301")) : file
        }
    }
}
