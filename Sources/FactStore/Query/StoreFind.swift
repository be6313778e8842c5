import Facts
import GRDB

extension Store {
    /// What the store holds for a question, and what follows from it. Reads the series and periods asked for and
    /// nothing else.
    ///
    /// A period that is not held as such is put together from those held, where figures can be added. Whatever
    /// cannot be had is in the finding's `missing`.
    ///
    /// - Throws: `StoreError`.
    public func find(_ question: FigureQuestion) throws -> Finding {
        try reading { database in
            var fetch = Fetch(StoredFigures(database: database, codelists: codelists))
            try fetch.run(for: question)
            var finding = Computation(of: question, holdings: fetch.holdings, codelists: codelists).finding()
            finding.cautions = try Cautions(database: database, finding: finding, codelists: codelists).all()
            return finding
        }
    }

    /// The SQL that `find` runs, values filled in, in order. Each runs in the `sqlite3` shell. Values come out as
    /// they are stored, in units of the measure's last decimal.
    ///
    /// Should the store fail half way, it is the statements up to there.
    public func statements(for question: FigureQuestion) -> [String] {
        var statements: [String] = []
        // The failure itself is for `find` to report.
        try? reading { database in
            var fetch = Fetch(StoredFigures(database: database, codelists: codelists, isRecording: true))
            defer { statements = fetch.figures.statements }
            try fetch.run(for: question)
        }
        return statements
    }
}
