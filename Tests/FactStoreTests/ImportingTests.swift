import Facts
import Foundation
import GRDB
import Notation
import Testing

@testable import FactStore

/// Taking figures in, as far as the store goes: locks, interruptions, what looks wrong.
@Suite struct ImportingTests {
    private static let measures =
        Fixture.measures + [Measure(id: "recorded", name: "recorded", unit: .offences, decimals: 0)]
    private static let codelists = Codelists(
        measures: measures, crimeTypes: Fixture.crimeTypes, areas: Fixture.codelists.areas,
        lists: Fixture.codelists.lists)
    private static let source = Source(id: "open", title: "Open data", publisher: "", licence: "")

    private func writer(_ folder: String) throws -> StoreWriter {
        try StoreWriter(
            path: folder + "store.sqlite", data: Fixture.data, codelists: ImportingTests.codelists)
    }

    fileprivate func store(_ folder: String) throws -> Store {
        try Store.open(
            .file(folder + "store.sqlite"), data: Fixture.data, codelists: ImportingTests.codelists)
    }

    fileprivate func series(_ type: String?, _ area: String = Fixture.area) -> Series {
        Series(measure: "recorded", crimeType: type, area: area)
    }

    private func file(_ name: String) -> ImportedFile {
        ImportedFile(
            name: name, sha256: String(repeating: "a", count: 64 - name.utf8.count) + name,
            importedOn: Day(number: 20_000))
    }

    /// A month of burglaries and drug offences in the district and in all.
    fileprivate func part(_ month: Period, burglary: Int, drugs: Int = 15, whole: Int? = nil) -> SourcePart {
        let all = whole ?? burglary + 40
        return SourcePart(
            source: ImportingTests.source, period: month,
            areas: [
                Area(id: "elsewhere", name: "elsewhere", isHome: false),
                Area(id: Fixture.area, name: "x", isHome: false),
            ],
            values: [
                series("burglary"): burglary, series("drug-offences"): drugs,
                series(nil): burglary + drugs, series("burglary", "elsewhere"): all,
            ], rows: all)
    }

    @discardableResult fileprivate func take(
        _ folder: String, _ parts: [SourcePart], name: String = "file"
    ) throws -> ImportOutcome {
        try writer(folder).take(file(name)) { session in
            for part in parts { try session.replace(part) }
            return RowCounts()
        }
    }

    private func months(_ numbers: ClosedRange<Int>) -> [Period] { numbers.map { .month($0, year: 2025) } }

    private func cautions(_ folder: String, _ series: Series, _ period: Period) throws -> [Caution] {
        try store(folder).find(FigureQuestion(series: [series], periods: [period])).cautions
    }

    // MARK: - What looks wrong

    @Test func aMonthThatFallsToNothingOrTrebles() throws {
        try Fixture.inFolder { folder in
            let months = months(1...6)
            try take(
                folder,
                months.map {
                    part($0, burglary: $0 == months[3] ? 0 : 30, drugs: $0 == months[3] ? 50 : 15, whole: 70)
                })
            let suspect = Caution.Suspect(
                area: Fixture.area, period: months[3], fell: ["burglary"], rose: ["drug-offences"])
            #expect(try cautions(folder, series("burglary"), months[3]) == [.suspect(suspect), .few])
            // Whatever else rests on the month: it is the source that is wrong.
            #expect(try cautions(folder, series(nil), months[3]) == [.suspect(suspect)])
            #expect(try cautions(folder, series("burglary", "elsewhere"), months[3]).isEmpty)
            #expect(try cautions(folder, series("burglary"), months[2]).isEmpty)
        }
    }

    /// When the whole looks wrong, so does every part of it.
    @Test func theWholesMonthIsThatOfItsParts() throws {
        try Fixture.inFolder { folder in
            let months = months(1...6)
            try take(folder, months.map { part($0, burglary: 30, whole: $0 == months[1] ? 400 : 70) })
            let suspect = Caution.Suspect(area: "elsewhere", period: months[1], fell: [], rose: ["burglary"])
            #expect(try cautions(folder, series("burglary"), months[1]) == [.suspect(suspect)])
        }
    }

    @Test func smallNumbersAndShortHistoriesLookLikeNothing() throws {
        try Fixture.inFolder { folder in
            let months = months(1...6)
            // Nine is not usual enough for a nought to stand out, nor 19 enough to have trebled.
            try take(
                folder,
                months.map { part($0, burglary: $0 == months[3] ? 0 : 9, drugs: $0 == months[3] ? 19 : 3) })
            #expect(try cautions(folder, series(nil), months[3]).isEmpty)
        }
        try Fixture.inFolder { folder in
            let months = months(1...3)
            try take(folder, months.map { part($0, burglary: $0 == months[2] ? 0 : 30) })
            #expect(try cautions(folder, series(nil), months[2]).isEmpty)
        }
    }

    /// A month that looked sound by itself is looked at again when its history comes in, and the other way round.
    @Test func historyComesInAnyOrder() throws {
        try Fixture.inFolder { folder in
            for month in months(1...6).reversed() {
                try take(
                    folder, [part(month, burglary: month == months(3...3)[0] ? 0 : 30)], name: month.label)
            }
            #expect(try cautions(folder, series("burglary"), months(3...3)[0]).count == 2)
            // A newer copy of the month has it right.
            try take(folder, [part(months(3...3)[0], burglary: 29)], name: "newer")
            #expect(try cautions(folder, series("burglary"), months(3...3)[0]).isEmpty)
        }
    }

    @Test func aTypeThatWasNotThereYet() throws {
        try Fixture.inFolder { folder in
            _ = try writer(folder).take(file("file")) { session in
                try session.replace(part(months(1...1)[0], burglary: 30))
                let since = Day(firstOf: 5, year: 2013)
                try session.classify([
                    ClassifiedType(measure: "recorded", crimeType: "burglary", since: since)
                ])
                return RowCounts()
            }
            let caution = Caution.uncounted(crimeType: "burglary", since: Day(firstOf: 5, year: 2013))
            #expect(try cautions(folder, series("burglary"), .month(4, year: 2013)) == [caution])
            #expect(try cautions(folder, series("burglary"), .calendarYear(2013)) == [caution])
            #expect(try cautions(folder, series("burglary"), .month(5, year: 2013)).isEmpty)
            #expect(try cautions(folder, series("drug-offences"), .month(4, year: 2013)).isEmpty)
        }
    }

    @Test func percentagesOfFew() throws {
        try Fixture.inFolder { folder in
            let months = months(1...2)
            try take(
                folder, [part(months[0], burglary: 19, drugs: 20), part(months[1], burglary: 22, drugs: 9)])
            func change(_ type: String) throws -> [Caution] {
                try store(folder).find(
                    FigureQuestion(series: [series(type)], periods: months, quantity: .change(.both))
                ).cautions
            }
            #expect(try change("burglary") == [.smallBase(before: 19, after: 22)])
            #expect(try change("drug-offences").isEmpty)
        }
    }

    // MARK: - Nothing is lost

    @Test func aFileThatFailsHalfWayLeavesNothing() throws {
        struct Stopped: Error {}
        try Fixture.inFolder { folder in
            try take(folder, [part(months(1...1)[0], burglary: 30)])
            let before = try Data(contentsOf: URL(filePath: folder + "store.sqlite"))
            #expect(throws: Stopped.self) {
                try writer(folder).take(file("other")) { session in
                    try session.replace(part(months(2...2)[0], burglary: 10))
                    throw Stopped()
                }
            }
            #expect(try Data(contentsOf: URL(filePath: folder + "store.sqlite")) == before)
        }
    }

    /// As a program leaves them that was killed while it wrote: the file half written, and SQLite's journal.
    @Test func aWriteThatWasCutOffIsUndone() throws {
        try Fixture.inFolder { folder in
            try take(folder, [part(months(1...1)[0], burglary: 30)])
            let path = folder + "store.sqlite"
            var configuration = Configuration()
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = 1") }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN IMMEDIATE; UPDATE observation SET value = value + 1")
                // More than the cache holds has to be written to the file by now.
                try database.execute(
                    sql: """
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                        INSERT INTO meta SELECT 'filler ' || i, hex(zeroblob(200)) FROM n
                        """)
                try FileManager.default.createDirectory(
                    atPath: folder + "cut", withIntermediateDirectories: false)
                for name in ["store.sqlite", "store.sqlite-journal"] {
                    try FileManager.default.copyItem(atPath: folder + name, toPath: folder + "cut/" + name)
                }
                try database.execute(sql: "ROLLBACK")
            }
            let whole = try store(folder)
            #expect(
                try Data(contentsOf: URL(filePath: folder + "cut/store.sqlite"))
                    != Data(contentsOf: URL(filePath: path)))
            let cut = try store(folder + "cut/")
            #expect(try cut.observationCount == whole.observationCount)
            #expect(
                try cut.find(FigureQuestion(series: [series("burglary")], periods: months(1...1))).cells.map(
                    \.value)
                    == [30])
            #expect(!FileManager.default.fileExists(atPath: folder + "cut/store.sqlite-journal"))
        }
    }

    /// An import waits for another program, and says so when it does not make way.
    @Test func aStoreInUse() throws {
        try Fixture.inFolder { folder in
            let writer = try writer(folder)
            let other = try DatabaseQueue(path: folder + "store.sqlite")
            let error = #expect(throws: StoreError.self) {
                try other.writeWithoutTransaction { database in
                    try database.execute(sql: "BEGIN IMMEDIATE")
                    defer { try? database.execute(sql: "ROLLBACK") }
                    _ = try writer.take(file("file")) { _ in RowCounts() }
                }
            }
            #expect(error == .inUse(path: writer.path))
            #expect(
                error?.description.hasSuffix("is in use by another askcsp; let it end, and try again") == true
            )
        }
    }

    @Test func aStoreBuiltAnewWhileFiguresComeIn() throws {
        try Fixture.inFolder { folder in
            let writer = try writer(folder)
            #expect(throws: StoreError.builtMeanwhile(path: writer.path)) {
                try writer.take(file("file")) { session in
                    try session.replace(part(months(1...1)[0], burglary: 30))
                    try FileManager.default.removeItem(atPath: folder + "store.sqlite")
                    _ = try store(folder)
                    return RowCounts()
                }
            }
        }
    }

    @Test(arguments: [
        (StoreError.readOnly(path: "a"), "a cannot be written to, or its folder cannot"),
        (
            .builtMeanwhile(path: "a"),
            "a was built again by another askcsp at the same moment; import the file once more"
        ),
    ]) func whatToDoIsSaid(error: StoreError, text: String) {
        #expect(error.description.hasPrefix(text))
        #expect(StoreError(DatabaseError(resultCode: .SQLITE_BUSY), path: "p") == .inUse(path: "p"))
    }
}

/// The periods held, as runs.
@Suite struct CoverageTests {
    @Test func runsOfMonthsAndQuarters() {
        var pattern = Coverage.Pattern()
        for month in [3, 1, 2, 7, 6, 2] { pattern.add(.month(month, year: 2025), of: "a") }
        pattern.add(.quarter(1, financialYear: 2025), of: "a")
        #expect(pattern.runs["a"]?.map(\.count) == [3, 1, 2])
        pattern.remove(.month(2, year: 2025), of: "a")
        #expect(
            pattern.runs["a"]?.flatMap(\.periods) == [
                .month(1, year: 2025), .month(3, year: 2025), .quarter(1, financialYear: 2025),
                .month(6, year: 2025), .month(7, year: 2025),
            ])
        #expect(pattern.holds(.month(7, year: 2025), of: "a"))
        for period in [Period.month(8, year: 2025), .month(5, year: 2025), .quarter(2, financialYear: 2025)] {
            #expect(!pattern.holds(period, of: "a"))
        }
    }

    /// Whatever is added and taken away, in any order.
    @Test(arguments: 1...20) func anyOrder(seed: UInt64) {
        var random = Seeded(state: seed)
        let periods =
            (1...24).map { Period.months(1, from: $0, year: 2024) }
            + (1...8).map { Period.quarter(($0 - 1) % 4 + 1, financialYear: 2024 + ($0 - 1) / 4) }
            + [Period(from: Day(number: 100), to: Day(number: 109))].compactMap { $0 }
        var pattern = Coverage.Pattern()
        var held: Set<Period> = []
        for _ in 0..<120 {
            let period = periods[Int.random(in: periods.indices, using: &random)]
            if Int.random(in: 0..<3, using: &random) == 0 {
                pattern.remove(period, of: nil)
                held.remove(period)
            } else {
                pattern.add(period, of: nil)
                held.insert(period)
            }
            #expect(Set((pattern.runs[nil] ?? []).flatMap(\.periods)) == held)
            #expect((pattern.runs[nil] ?? []).map(\.count).reduce(0, +) == held.count)
            #expect(CoverageText.pattern(CoverageText.text(of: pattern)) == pattern)
        }
    }

    @Test func itIsADictionaryOfSeries() {
        let (a, b) = (whole("x"), rate("burglary"))
        let coverage: Coverage = [a: [q1, q2], b: [q2]]
        #expect(coverage[a] == [q1, q2] && coverage[b] == [q2] && coverage[rate("arson")] == nil)
        #expect(Set(coverage.keys) == [a, b] && coverage.count == 2)
        #expect(coverage.crimeTypes == ["burglary"] && coverage.areas == [Fixture.area])
        #expect(coverage.periods == [q1, q2])
    }
}

extension ImportingTests {
    /// A conversation that waits for its next question is in nobody's way, and then sees what has come in.
    @Test func aStoreThatRests() throws {
        try Fixture.inFolder { folder in
            let open = try store(folder)
            let month = Period.month(1, year: 2025)
            let question = FigureQuestion(series: [series("burglary")], periods: [month])
            #expect(try open.find(question).cells.isEmpty)
            try open.rest()
            try take(folder, [part(month, burglary: 30)])
            #expect(try open.find(question).cells.map(\.value) == [30])
            try open.rest()
            try open.rest()
        }
    }
}
