import Facts

extension Reply {
    static let columns = [
        "question", "status", "answer", "measure", "crime_type", "area", "period", "start", "end", "value",
        "unit",
        "kind", "source",
    ]

    /// A row a figure; one row with those columns empty when there is no figure.
    var rows: [[TableStyle.Cell]] {
        let own: [TableStyle.Cell] = [.text(question), .text(status.rawValue), .text(answer)]
        guard !figures.isEmpty else {
            return [own + Reply.columns.dropFirst(own.count).map { _ in .text(nil) }]
        }
        return figures.map { figure in
            own + [
                .text(figure.measure), .text(figure.crimeType), .text(figure.area),
                .text(figure.period.label),
                .text("\(figure.period.start)"), .text(figure.period.endText), .number(figure.value),
                .text(figure.unitText), .text(figure.kind.rawValue), .text(figure.source),
            ]
        }
    }
}
