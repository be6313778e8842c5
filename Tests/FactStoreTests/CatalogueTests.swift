import Facts
import GRDB
import Testing

@testable import FactStore

@Suite struct CatalogueTests {
    @Test func holdsWhatTheFilesSay() throws {
        let catalogue = try Fixture.store().catalogue()
        let data = try DataFiles(Fixture.data, codelists: Fixture.codelists)
        #expect(
            catalogue.items.filter { $0.list == "shared-projects" }
                == data.items.filter { $0.list == "shared-projects" })
        #expect(Set(catalogue.items) == Set(data.items))
        #expect(catalogue.acronyms == data.acronyms)
        #expect(catalogue.passages == data.passages)
        #expect(catalogue.sources == data.sources)
        #expect(catalogue.held.count == 7)
        for series in rates + [reported] { #expect(catalogue.held[series] == [q1, q2]) }
        #expect(catalogue.held[whole("funding-total")] == [.financialYear(2021)])
    }

    @Test func periodsAreInOrderOfTime() throws {
        let store = try Fixture.store(
            adding: "reported-crime,,2023/24 Q1,1\nreported-crime,,2022-05,2\nreported-crime,,2021/22,3")
        #expect(
            try store.catalogue().held[reported] == [
                .financialYear(2021), q1, .month(5, year: 2022), q2, .quarter(1, financialYear: 2023),
            ])
    }

    @Test func figuresAreFoundByValue() throws {
        let store = try Fixture.store()
        let level = try #require(try store.lookup([n("8.8")]).first)
        #expect(level.series == rates[0] && level.period == q2 && level.change == nil)
        let change = try #require(try store.lookup([n("30.69")]).first)
        #expect(change.series == rates[2] && change.kind == .published)
        #expect(change.change?.before == n("41.7") && change.change?.after == n("28.9"))
        #expect(try store.lookup([n("-12.94")]).first?.series == reported)
        for value in ["30.7", "8.85", "2750", "999999999999999"] {
            #expect(try store.lookup([n(value)]) == [])
        }
        #expect(try store.lookup([]) == [])
        #expect(try store.lookup([1, 2, 3]) == [])
        #expect(try store.lookup([Rational(Int128.max, over: 3) ?? 0]) == [])
    }

    @Test func aSeriesIsFoundByTwoOfItsValues() throws {
        let store = try Fixture.store(adding: "reported-crime,,2022/23 Q3,2434")
        let cells = try store.lookup([2434, 2749])
        #expect(cells.map(\.change?.before) == [2434, 2749])
        #expect(cells.map(\.change?.from) == [q1, q2])
        #expect(cells.first?.change?.percent == n("12.94"))
        #expect(try store.lookup([2749, 2434]).count == 2)
        #expect(try store.lookup([2434, 2434]).map(\.change?.to) == [q3])
        #expect(try store.lookup([2434, n("8.8")]) == [])
    }

    @Test func statementsRunByThemselvesAndGiveTheSameFigures() throws {
        let store = try Fixture.store()
        let question = FigureQuestion(series: [rates[1]], periods: [q1, q2], quantity: .change(.both))
        let statements = store.statements(for: question)
        #expect(
            statements == [
                """
                SELECT value, note, source, is_published FROM observation \
                WHERE measure = 'formal-action-rate' AND crime_type = 'drug-offences' \
                AND area = '\(Fixture.area)' AND first_day = '2022-04-01' AND last_day = '2022-06-30';
                """,
                """
                SELECT value, note, source, is_published FROM observation \
                WHERE measure = 'formal-action-rate' AND crime_type = 'drug-offences' \
                AND area = '\(Fixture.area)' AND first_day = '2022-07-01' AND last_day = '2022-09-30';
                """,
                """
                SELECT percent, source FROM published_change \
                WHERE measure = 'formal-action-rate' AND crime_type = 'drug-offences' \
                AND area = '\(Fixture.area)' AND from_first_day = '2022-04-01' AND from_last_day = '2022-06-30' \
                AND to_first_day = '2022-07-01' AND to_last_day = '2022-09-30';
                """,
            ])
        let values = try store.queue.read { database in
            try statements.map {
                try Int.fetchAll(database, sql: $0)
            }
        }
        #expect(values == [[952], [737], [-2258]])
    }

    @Test func quotesInASeriesStayInsideTheStatement() throws {
        let store = try Fixture.store()
        let series = Series(measure: "reported-crime", crimeType: "x'; DROP TABLE item; --", area: "?")
        let question = FigureQuestion(series: [series], periods: [q1])
        let statement = try #require(store.statements(for: question).first)
        #expect(statement.contains("crime_type = 'x''; DROP TABLE item; --' AND area = '?'"))
        #expect(try store.find(question).missing.map(\.held) == [[]])
        #expect(try store.catalogue().items.count == 21)
    }
}
