import Facts
import Foundation
import GRDB
import Notation
import Testing

@testable import FactStore

/// What was imported stays, whatever is asked of the store and with whatever data.
@Suite struct ImportedFigureTests {
    private static let file = ImportedFile(
        name: "q3.csv", sha256: String(repeating: "a", count: 64), importedOn: Day(number: 20_000))

    private func open(_ folder: String, _ lines: String = "") throws -> Store {
        try Store.open(
            .file(folder + "store.sqlite"), data: Fixture.data(adding: lines), codelists: Fixture.codelists)
    }

    /// Takes in one figure of a table of one's own, in whole numbers of its last decimal.
    private func take(_ folder: String, _ series: Series, _ period: Period, _ value: Int64) throws {
        let writer = try StoreWriter(
            path: folder + "store.sqlite", data: Fixture.data, codelists: Fixture.codelists)
        _ = try writer.take(ImportedFigureTests.file) { (session) throws -> RowCounts in
            let figure = OwnFigure(
                series: OwnFigure.Numbered(0, series), period: OwnFigure.Numbered(0, period), value: value,
                note: nil, source: OwnFigure.Numbered(0, "Return"))
            #expect(try session.take(figure) == nil)
            return RowCounts()
        }
    }

    private func held(_ store: Store, _ series: Series, _ period: Period) throws -> [String] {
        try store.find(FigureQuestion(series: [series], periods: [period])).cells.flatMap(\.observations).map
        {
            "\($0.value.text(decimals: 0)) \($0.source)"
        }
    }

    /// As `askcsp import q3.csv` and then a question with `--data D2`, and one without.
    @Test func dataWithTheSameFigureLeaveItAsItIs() throws {
        try Fixture.inFolder { folder in
            try take(folder, reported, q3, 2801)
            for lines in ["reported-crime,,2022/23 Q3,2800", "", "reported-crime,,2022/23 Q3,2801"] {
                let store = try open(folder, lines)
                #expect(try held(store, reported, q3) == ["2801 Return"])
                #expect(try store.heldSources().flatMap(\.files).map(\.name) == ["q3.csv"])
                #expect(try store.observationCount == 13)
            }
        }
    }

    /// A percentage of the page is of the page's figures: with another figure between them it is worked out.
    @Test func aPublishedChangeIsOfPublishedFigures() throws {
        try Fixture.inFolder { folder in
            try take(folder, rates[0], q3, 44)
            func change(_ value: String) throws -> [Bool] {
                let changes = TextFile(
                    path: "Data/changes.csv",
                    text: Fixture.data[2].text
                        + "formal-action-rate,domestic-abuse,\(Fixture.area),2022/23 Q2,2022/23 Q3,-49.50,csp-strategy\n"
                )
                var data = Fixture.data(adding: "formal-action-rate,domestic-abuse,2022/23 Q3,\(value)")
                data[2] = changes
                let store = try Store.open(
                    .file(folder + "store.sqlite"), data: data, codelists: Fixture.codelists)
                return try store.find(
                    FigureQuestion(series: [rates[0]], periods: [q2, q3], quantity: .change(.both))
                ).cells.compactMap { $0.change?.isPublished }
            }
            #expect(try change("4.4") == [true])
            // The page's 49.5 per cent goes with a 4.5, and 4.4 was imported.
            #expect(try change("4.5") == [false])
        }
    }

    @Test func aStoreOfAnEarlierFormatIsNotBuiltAgainOverThem() throws {
        try Fixture.inFolder { folder in
            try take(folder, reported, q3, 2801)
            let path = folder + "store.sqlite"
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "UPDATE meta SET value = '1' WHERE key = 'format'")
            }
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(throws: StoreError.earlierFormat(path: path, found: 1, known: StoreSchema.format)) {
                try open(folder)
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    /// Another program takes figures in while this one builds the file that is to stand in its place.
    @Test func anImportDuringABuildIsKept() throws {
        try Fixture.inFolder { folder in
            _ = try open(folder)
            let file = try StoreFile(path: folder + "store.sqlite")
            let isReplaced = try file.replace { database in
                try StoreBuild(
                    data: DataFiles(Fixture.data, codelists: Fixture.codelists), codelists: Fixture.codelists,
                    fingerprint: "0"
                ).run(in: database)
                try take(folder, reported, q3, 2801)
            }
            #expect(!isReplaced)
            #expect(try held(open(folder), reported, q3) == ["2801 Return"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])
        }
    }
}
