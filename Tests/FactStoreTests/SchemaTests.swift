import Facts
import GRDB
import Testing

@testable import FactStore

/// What the schema itself refuses, whoever writes.
@Suite struct SchemaTests {
    @Test(arguments: [
        (
            "'formal-action-rate', 'arson', AREA, '2023-01-01', '2023-03-31', 1, NULL, 'csp-strategy', 1",
            "FOREIGN KEY"
        ),
        (
            "'arson-rate', 'burglary', AREA, '2023-01-01', '2023-03-31', 1, NULL, 'csp-strategy', 1",
            "FOREIGN KEY"
        ),
        (
            "'reported-crime', '', 'mars', '2023-01-01', '2023-03-31', 1, NULL, 'csp-strategy', 1",
            "FOREIGN KEY"
        ),
        ("'reported-crime', '', AREA, '2023-01-01', '2023-03-31', 1, NULL, 'hearsay', 1", "FOREIGN KEY"),
        ("'reported-crime', '', AREA, '2022-04-01', '2022-06-30', 1, NULL, 'csp-strategy', 1", "UNIQUE"),
        ("'reported-crime', NULL, AREA, '2023-01-01', '2023-03-31', 1, NULL, 'csp-strategy', 1", "NOT NULL"),
        ("'reported-crime', '', AREA, '2023-01-01', '2023-03-31', NULL, NULL, 'csp-strategy', 1", "NOT NULL"),
        ("'reported-crime', '', AREA, '2023-01-01', '2023-03-31', 1.5, NULL, 'csp-strategy', 1", "REAL"),
        ("'reported-crime', '', AREA, '2023-01-01', '2022-03-31', 1, NULL, 'csp-strategy', 1", "CHECK"),
        ("'reported-crime', '', AREA, '1/1/2023', '2023-03-31', 1, NULL, 'csp-strategy', 1", "CHECK"),
        ("'reported-crime', '', AREA, '2023-01-01', '2023-03-31', 1, '', 'csp-strategy', 1", "CHECK"),
        ("'reported-crime', '', AREA, '2023-01-01', '2023-03-31', 1, NULL, 'csp-strategy', 2", "CHECK"),
        ("'reported-crime', '', AREA, '2023-01-01', '2023-03-31', -1, NULL, 'csp-strategy', 1", "CHECK"),
    ]) func observationsThatCannotBe(values: String, constraint: String) throws {
        let store = try Fixture.store()
        let row = values.replacing("AREA", with: "'\(Fixture.area)'")
        let error = #expect(throws: DatabaseError.self) {
            try store.queue.write { try $0.execute(sql: "INSERT INTO observation VALUES (\(row), NULL)") }
        }
        #expect(error?.message?.contains(constraint) == true)
    }

    @Test func aSoundObservationIsTaken() throws {
        let store = try Fixture.store()
        try store.queue.write {
            try $0.execute(
                sql: """
                    INSERT INTO observation VALUES
                    ('reported-crime', '', '\(Fixture.area)', '2023-01-01', '2023-03-31', 1, NULL, 'csp-strategy', 1,
                     NULL)
                    """)
        }
        #expect(try store.observationCount == 13)
    }

    /// A month of the Home Office may hold more corrections than offences.
    @Test func anImportedCountMayCorrectEarlierOnes() throws {
        let store = try Fixture.store()
        try store.queue.write {
            try $0.execute(
                sql: """
                    INSERT INTO import VALUES
                    (1, 'a.csv', '\(String(repeating: "0", count: 64))', '2023-05-01', 1, 1, 0, 0, 0, 0);
                    INSERT INTO observation VALUES
                    ('reported-crime', '', '\(Fixture.area)', '2023-01-01', '2023-03-31', -1, NULL, 'csp-strategy',
                     0, 1)
                    """)
        }
        #expect(try store.observationCount == 13)
    }

    @Test func nothingFallsByMoreThanAllOfIt() throws {
        let store = try Fixture.store()
        let error = #expect(throws: DatabaseError.self) {
            try store.queue.write { try $0.execute(sql: "UPDATE published_change SET percent = -10001") }
        }
        #expect(error?.message?.contains("CHECK") == true)
    }

    @Test func aChangeNeedsBothItsFigures() throws {
        let store = try Fixture.store()
        #expect(throws: DatabaseError.self) {
            try store.queue.write {
                try $0.execute(
                    sql: """
                        INSERT INTO published_change VALUES ('reported-crime', '', '\(Fixture.area)',
                        '2022-04-01', '2022-06-30', '2022-10-01', '2022-12-31', 1, 'csp-strategy')
                        """)
            }
        }
    }

    @Test func aQuestionReadsThroughTheKey() throws {
        let store = try Fixture.store()
        let question = FigureQuestion(series: [reported], periods: [q1, q3], quantity: .change(.relative))
        for statement in store.statements(for: question) {
            let plan = try store.queue.read { try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN " + statement) }
            #expect(plan.map { $0["detail"] as String }.allSatisfy { $0.hasPrefix("SEARCH") })
        }
    }

    @Test func aStartGoesThroughNoFigures() throws {
        let store = try Fixture.store()
        let plan = try store.queue.read { try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN " + Store.sums) }
        let details = plan.map { $0["detail"] as String }
        #expect(details.contains { $0.hasPrefix("SEARCH observation") })
        #expect(!details.contains { $0.hasPrefix("SCAN observation") })
    }
}
