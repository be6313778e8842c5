import Facts

extension Reply {
    /// The sources of the answer, and each figure with what it is and where it comes from.
    var provenance: String {
        let figures = figures.map { figure in
            let subject = [figure.measure, figure.crimeType, figure.area, figure.period.label].compactMap(
                \.self)
            return "  \(figure.value) \(figure.unitText): \(subject.joined(separator: ", ")); "
                + "\(figure.kind.rawValue), \(figure.source)"
        }
        let lines = sources + figures
        return lines.isEmpty ? "The last answer rests on no source." : lines.joined(separator: "\n")
    }
}
