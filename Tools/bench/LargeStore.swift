/// The same questions on a store of ten million observations and on one of sixty.
///
/// The large one has 320 areas, 130 crime types and 20 years of months; the small one 60 months of one series.
struct LargeStore {
    let subject: Subject
    let isQuick: Bool
    let runs: Int

    private static let questions = [
        "recorded crime in March 2024", "how did recorded crime change from March 2024 to April 2024?",
        "recorded crime in total in 2024", "which month of 2024 had the most recorded crime?",
        "rank the months of 2024 by recorded crime",
        "was recorded crime lower in June 2024 than in May 2024?",
    ]

    func run() throws {
        let small = try store("small", areas: 1, types: 1, years: 5)
        let large =
            try isQuick
            ? store("large", areas: 4, types: 3, years: 6) : store("large", areas: 320, types: 130, years: 20)
        try subject.folder.write(
            (0..<200).flatMap { _ in Self.questions }.joined(separator: "\n\n"), to: "large.txt")
        var cold: (small: [Double], large: [Double]) = ([], [])
        var piped: (small: [Double], large: [Double]) = ([], [])
        for index in 0..<runs {
            let question = Self.questions[index % Self.questions.count]
            cold.small.append(try subject.run("--store", small, question).seconds)
            cold.large.append(try subject.run("--store", large, question).seconds)
            guard index % 10 == 0 else { continue }
            let input = subject.folder.path("large.txt")
            piped.small.append(try subject.run("--store", small, input: input).seconds)
            piped.large.append(try subject.run("--store", large, input: input).seconds)
        }
        let what = isQuick ? "a few more observations" : "ten million observations"
        Row(
            what: "\(what), a cold process", ours: cold.large.quantile().milliseconds,
            ratio: cold.large.quantile() / cold.small.quantile(), goal: "1.2 (of sixty)"
        ).show()
        Row(
            what: "  piped in, a question", ours: (piped.large.quantile() / 1_200).microseconds,
            ratio: piped.large.quantile() / piped.small.quantile(), goal: "1.2 (of sixty)"
        ).show()
        let memory = try subject.megabytes("--store", large, input: subject.folder.path("large.txt"))
        Row(what: "  its memory", ours: memory.megabytes, goal: "30 MB").show()
    }

    /// A store that the program built, with invented months of recorded crime beside what the page has.
    private func store(_ name: String, areas: Int, types: Int, years: Int) throws -> String {
        let path = subject.folder.path("\(name).sqlite")
        _ = try subject.run("--store", path, "drug offences in Q2 2022/23")
        let first = 2026 - years
        let sql = """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;
            BEGIN;
            CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 400) \
            SELECT i FROM c;
            INSERT INTO area SELECT 'area-' || i, 'Area ' || i, 0 FROM n WHERE i < \(areas);
            INSERT INTO crime_type SELECT 'type-' || i, 'type ' || i FROM n WHERE i < \(types);
            CREATE TEMP TABLE m AS SELECT date('\(first)-01-01', '+' || (i - 1) || ' months') AS a, \
            date('\(first)-01-01', '+' || i || ' months', '-1 day') AS b FROM n WHERE i <= \(years * 12);
            CREATE TEMP TABLE p AS SELECT id FROM area WHERE is_home = 1 OR id LIKE 'area-%' ORDER BY id;
            CREATE TEMP TABLE t AS SELECT '' AS id UNION ALL SELECT id FROM crime_type WHERE id LIKE 'type-%' \
            ORDER BY id;
            INSERT INTO observation SELECT 'recorded-crime', t.id, p.id, m.a, m.b, abs(random()) % 900, NULL, \
            (SELECT min(id) FROM source), 0, NULL FROM t CROSS JOIN p CROSS JOIN m;
            INSERT INTO coverage_pattern (runs) SELECT '\(first)-01-01/\(first)-01-31*\(years * 12): ' || \
            group_concat(id) FROM t;
            INSERT OR REPLACE INTO coverage SELECT 'recorded-crime', p.id, (SELECT max(id) FROM coverage_pattern) FROM p;
            COMMIT;

            """
        try subject.folder.write(sql, to: "\(name).sql")
        _ = try Run(
            ["/usr/bin/sqlite3", path], environment: subject.environment,
            input: subject.folder.path("\(name).sql"))
        return path
    }
}
