import Facts
import GRDB

extension Store {
    /// What takes part in reading a question: lists, acronyms, passages, sources, and which periods are held.
    ///
    /// - Throws: `StoreError`.
    public func catalogue() throws -> Catalogue {
        try reading { database in
            Catalogue(
                items: try Store.items(database), acronyms: try Store.acronyms(database),
                passages: try Store.passages(database), sources: try Store.sources(database),
                held: try StoredCoverage.read(database), sums: try Store.sums(database),
                areas: try Store.areas(database))
        }
    }

    private static func areas(_ database: Database) throws -> [Area] {
        let sql = """
            SELECT id, name, is_home FROM area WHERE id IN (SELECT area FROM coverage) ORDER BY id
            """
        return try all(database, sql) {
            Area(id: try $0.value(0), name: try $0.value(1), isHome: try $0.value(2))
        }
    }

    /// Whole pounds alone: nobody names a sum by its pence.
    ///
    /// The measures first, and then their figures: `CROSS JOIN` keeps that order. Left to itself SQLite goes through
    /// every figure that is held, at every start.
    static let sums = """
        SELECT DISTINCT observation.measure, observation.value FROM measure \
        CROSS JOIN observation ON observation.measure = measure.id \
        WHERE measure.unit = 'pounds' AND measure.decimals = 0 ORDER BY 1, 2
        """

    private static func sums(_ database: Database) throws -> [Catalogue.Sum] {
        return try all(database, sums) { row in
            let value: Int = try row.value(1)
            return Catalogue.Sum(measure: try row.value(0), pounds: String(value))
        }
    }

    private struct ItemKey: Hashable {
        let list: String
        let number: Int
    }

    private static func items(_ database: Database) throws -> [Item] {
        var about: [ItemKey: [String]] = [:]
        try each(database, "SELECT list, number, topic FROM item_topic ORDER BY list, number, place") { row in
            let key = ItemKey(list: try row.value(0), number: try row.value(1))
            about[key, default: []].append(try row.value(2))
        }
        return try all(database, "SELECT list, number, name, text, source FROM item ORDER BY list, number") {
            row in
            let key = ItemKey(list: try row.value(0), number: try row.value(1))
            return Item(
                list: key.list, number: key.number, name: try row.value(2), text: try row.value(3),
                about: about[key] ?? [], source: try row.value(4))
        }
    }

    private static func acronyms(_ database: Database) throws -> [Acronym] {
        try all(database, "SELECT letters, expansion, source FROM acronym ORDER BY place") {
            Acronym(letters: try $0.value(0), expansion: try $0.value(1), source: try $0.value(2))
        }
    }

    private static func passages(_ database: Database) throws -> [Passage] {
        var about: [String: [String]] = [:]
        try each(database, "SELECT passage, topic FROM passage_topic ORDER BY passage, place") { row in
            about[try row.value(0), default: []].append(try row.value(1))
        }
        return try all(database, "SELECT id, name, text, source FROM passage ORDER BY place") { row in
            let id: String = try row.value(0)
            return Passage(
                id: id, name: try row.value(1), text: try row.value(2), about: about[id] ?? [],
                source: try row.value(3))
        }
    }

    private static func sources(_ database: Database) throws -> [Source] {
        try all(database, "SELECT id, title, publisher, licence FROM source ORDER BY id") {
            Source(
                id: try $0.value(0), title: try $0.value(1), publisher: try $0.value(2),
                licence: try $0.value(3))
        }
    }

    /// By cursor: a row that is not kept need not be copied.
    private static func each(_ database: Database, _ sql: String, _ body: (Row) throws -> Void) throws {
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() { try body(row) }
    }

    private static func all<Value>(
        _ database: Database, _ sql: String, _ read: (Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try each(database, sql) { values.append(try read($0)) }
        return values
    }
}
