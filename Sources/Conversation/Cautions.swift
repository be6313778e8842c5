import Facts
import Language

extension Answering {
    /// What the data say to be careful about, and, the first time that a measure is answered about, what is to be
    /// known of all its figures.
    mutating func cautions(_ finding: Finding) -> [String] {
        var notes = service.realiser.notes(finding.cautions)
        guard !finding.cells.isEmpty else { return notes }
        for measure in Set(finding.cells.map(\.series.measure)).sorted() {
            guard let caveat = service.realiser.caveat(of: measure) else { continue }
            if conversation.said.insert(caveat).inserted { notes.append(caveat) }
        }
        return notes
    }
}
