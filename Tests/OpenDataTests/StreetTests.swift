import Foundation
import Notation
import OpenData
import Testing

@testable import Importing

@Suite struct StreetTests {
    @Test func rowsAreCountedByDistrictAndTypeAndInTheForce() throws {
        let made = try Made()
        let path = try made.street([
            Made.row("Burglary"), Made.row("Burglary", "Winchester 002B"), Made.row("Drugs"),
            Made.row("Anti-social behaviour"), Made.row("Robbery", "Hart 001A"),
        ])
        let report = try #require(try made.take(path).first)
        #expect(report.rows.read == 5 && report.rows.kept == 5 && report.rows.outside == 0)
        let winchester = try made.figures()
        #expect(winchester["burglary"] == 2 && winchester["drug-offences"] == 1)
        #expect(winchester["total"] == 3)
        #expect(try made.figures("recorded-incidents") == ["anti-social-behaviour": 1])
        #expect(try made.figures(of: "hampshire")["total"] == 4)
        #expect(try made.figures(of: "hart")["robbery"] == 1)
    }

    /// A type without a row is a figure of 0 in every area of the file.
    @Test func whatHasNoRowIsNought() throws {
        let made = try Made()
        try made.take(made.street([Made.row("Burglary"), Made.row("Drugs", "Hart 001A")]))
        #expect(try made.figures()["robbery"] == 0)
        #expect(try made.figures("recorded-incidents") == ["anti-social-behaviour": 0])
        #expect(try made.figures().count == 14)
        // Nothing is known of a district without a row.
        #expect(try made.figures(of: "gosport").isEmpty)
    }

    @Test func repeatedRowsAreSeparateIncidents() throws {
        let made = try Made()
        let row = Made.row("Anti-social behaviour")
        try made.take(made.street([row, row, row]))
        #expect(try made.figures("recorded-incidents") == ["anti-social-behaviour": 3])
        #expect(try made.figures()["total"] == 0)
    }

    @Test func aDistrictIsTheNameOfTheLSOAAndNotOfTheStreet() throws {
        let made = try Made()
        try made.take(
            made.street([
                Made.row("Burglary", "Hart 001A", location: "On or near Winchester Road"),
                Made.row(
                    "Burglary", "Winchester 001A", location: "\"On or near Winchester Road, Old \"\"A\"\"\""),
            ]))
        #expect(try made.figures()["burglary"] == 1)
    }

    /// They belong to the force's total and to no district of it.
    @Test func rowsWithoutADistrictAndOutsideTheArea() throws {
        let made = try Made()
        let report = try #require(
            try made.take(
                made.street([
                    Made.row("Burglary", ""), Made.row("Burglary", "Wokingham 003C"),
                    Made.row("Burglary", "Bournemouth, Christchurch and Poole 018C"),
                    Made.row("Burglary", "Nowhere 001A"), Made.row("Burglary"),
                ])
            ).first)
        #expect(report.rows.kept == 5 && report.rows.withoutDistrict == 1 && report.rows.outside == 3)
        #expect(report.warnings.map(\.description).contains { $0.contains("Nowhere (1 row)") })
        #expect(try made.figures(of: "hampshire")["burglary"] == 5)
        #expect(try made.figures()["burglary"] == 1)
        for area in ["wokingham", "bournemouth-christchurch-and-poole", "nowhere"] {
            #expect(try made.figures(of: area).isEmpty)
        }
    }

    @Test func aForceWithoutAnAreaIsLeftOut() throws {
        let made = try Made()
        let report = try #require(
            try made.take(made.street([Made.row("Burglary", force: "British Transport Police")])).first)
        #expect(report.rows.kept == 0 && report.rows.leftOut == 1 && !report.outcome.isChange)
        #expect(
            report.warnings.map(\.description) == [
                "British Transport Police has no area of its own; its row is in no figure"
            ])
    }

    @Test func anotherForceHasAreasOfItsOwn() throws {
        let made = try Made()
        let report = try #require(
            try made.take(
                made.street([
                    Made.row("Burglary", "Dorset 001A", force: "Dorset Police"),
                    Made.row("Burglary", "Winchester 001A", force: "Dorset Police"),
                ])
            ).first)
        #expect(report.warnings.count == 1)
        #expect(try made.figures(of: "dorset")["burglary"] == 1)
        #expect(try made.figures(of: "dorset-police")["burglary"] == 2)
        #expect(try made.figures().isEmpty)
    }

    /// Where no district of a force is listed, every one in its file is an area under its own name.
    @Test func aForceNobodyHasListed() throws {
        let made = try Made()
        try made.take(made.street([Made.row("Burglary", "Upper Vale 001A", force: "Vale Police")]))
        #expect(try made.figures(of: "upper-vale")["burglary"] == 1)
        #expect(
            try made.query("SELECT name FROM area WHERE id IN ('upper-vale', 'vale-police') ORDER BY 1")
                == ["Upper Vale", "Vale Police"])
    }

    @Test(arguments: ["\r\n", "\n", "\r"]) func anyLineEnd(lineEnd: String) throws {
        let made = try Made()
        try made.take(made.street([Made.row("Burglary"), Made.row("Drugs")], lineEnd: lineEnd))
        #expect(try made.figures()["total"] == 2)
    }

    @Test func columnsMayStandInAnyOrderAfterAMark() throws {
        let made = try Made()
        let text = """
            \u{FEFF}Crime type,LSOA name,Falls within,Month,Crime ID
            Burglary,Winchester 001A,Hampshire Constabulary,2025-01,
            """
        try made.take(made.file("moved.txt", text))
        #expect(try made.figures()["burglary"] == 1)
    }

    @Test func severalMonthsInOneFile() throws {
        let made = try Made()
        try made.take(
            made.street([Made.row("Burglary"), Made.row("Burglary", month: "2025-02"), Made.row("Drugs")]))
        #expect(try made.figures()["total"] == 2)
        #expect(try made.figures(from: "2025-02-01")["total"] == 1)
    }

    /// Before May 2013 there were fewer types.
    @Test func theClassificationOfItsTime() throws {
        let made = try Made()
        let report = try #require(
            try made.take(
                made.street([
                    Made.row("Violent crime", month: "2012-01"), Made.row("Burglary", month: "2012-01"),
                    Made.row("Bicycle theft", month: "2012-01"),
                ])
            ).first)
        let figures = try made.figures(from: "2012-01-01")
        #expect(figures["total"] == 3 && figures["burglary"] == 1 && figures["bicycle-theft"] == 1)
        #expect(figures["public-order"] == nil && figures["shoplifting"] == 0)
        #expect(
            report.warnings.map(\.description).contains { $0.hasPrefix("'Bicycle theft' was no crime type") })
    }
}
