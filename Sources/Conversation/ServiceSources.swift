import Facts

/// Where figures and texts come from.
extension Service {
    /// Titles of sources, each once, in the order met.
    func titles(_ ids: [String]) -> [String] {
        // Many figures have few sources.
        ids.distinct.map { id in grammar.catalogue.sources.first { $0.id == id }?.title ?? id }.distinct
    }

    /// The sources of the figures of some series, or of everything.
    func sources(of series: [Series]) throws -> [Source] {
        guard !series.isEmpty else { return grammar.catalogue.sources }
        let finding = try store.find(
            FigureQuestion(series: series, periods: grammar.catalogue.periods(of: series)))
        let ids = finding.cells.flatMap(\.observations).map(\.source)
        return grammar.catalogue.sources.filter { ids.contains($0.id) }
    }
}
