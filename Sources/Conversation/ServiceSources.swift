import Facts

/// Where figures and texts come from.
extension Service {
    /// Titles of sources, each once, in the order met.
    func titles(_ ids: [String]) -> [String] {
        var titles: [String] = []
        for id in ids {
            let title = grammar.catalogue.sources.first { $0.id == id }?.title ?? id
            if !titles.contains(title) { titles.append(title) }
        }
        return titles
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
