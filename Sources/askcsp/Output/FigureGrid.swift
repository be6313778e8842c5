import Facts

/// The figures of an answer as a table: a row for each subject and a column for each period, or, when there is one
/// subject, a row for each period. One column of figures gets bars beside it, one row of periods a sparkline below.
struct FigureGrid {
    /// Fewer are said in the sentence.
    static let fewest = 3

    private let figures: [Reply.Figure]
    private let screen: Screen
    private let subjects: [Subject]
    private let headings: [Heading]

    private struct Subject: Hashable {
        let measure: String
        let crimeType: String?
        let area: String

        init(_ figure: Reply.Figure) {
            measure = figure.measure
            crimeType = figure.crimeType
            area = figure.area
        }
    }

    private struct Heading: Hashable {
        let period: Period
        let role: Reply.Figure.Role
        let unit: Unit

        init(_ figure: Reply.Figure) {
            period = figure.period
            role = figure.role
            unit = figure.unit
        }

        var isChange: Bool {
            if case .change = role { true } else { false }
        }
    }

    /// Of several changes, to which period.
    private func text(_ heading: Heading) -> String {
        switch heading.role {
        case .level: heading.period.label
        case .change(let before):
            Set(headings.filter(\.isChange).map(\.period)).count > 1
                ? "\(before.label) to \(heading.period.label)" : "change"
        case .result: "computed"
        }
    }

    private struct Kind: Hashable {
        let unit: Unit
        let isLevel: Bool

        init(_ figure: Reply.Figure) {
            unit = figure.unit
            isLevel = figure.role == .level
        }
    }

    init(_ figures: [Reply.Figure], screen: Screen) {
        self.figures = figures
        self.screen = screen
        subjects = figures.map { Subject($0) }.distinct
        headings = figures.map { Heading($0) }.distinct
    }

    /// A heading, the rows and what they share.
    func lines(_ style: Style, isCharted: Bool = true) -> [String] {
        let isTransposed = subjects.count == 1
        let table = isTransposed ? periodsDown : subjectsDown
        let isWide = table.width(fitting: room) <= room
        var lines: [String] = []
        if isWide {
            let (heading, rows) = table.lines(width: room, cut: mark)
            let bars = isCharted && !isTransposed ? bars(beside: table) : nil
            lines = [style.dim(indent + heading)] + beside(rows, bars, width: table.width)
        } else {
            lines = table.stacked.flatMap(wrapped)
        }
        if isCharted, isTransposed { lines += sparkline }
        return lines + wrapped(shared).map(style.dim)
    }

    /// Of one subject over time, for an answer that is a table already: a line for the eye, and no figure twice.
    var trend: [String] { subjects.count == 1 ? sparkline : [] }

    /// A bar for each figure, those of one kind against each other: levels with levels, points with points.
    func chart(_ style: Style) -> [String] {
        let kinds = figures.map { Kind($0) }.distinct
        return kinds.flatMap { kind in
            let own = figures.filter { Kind($0) == kind }
            // A period that all have in common is said once.
            let periods = Set(own.map { text(Heading($0)) })
            let period = subjects.count > 1 && periods.count == 1 ? periods.first : nil
            let labels = own.map { figure in
                let name = subjects.count > 1 ? figure.crimeType ?? figure.measure : nil
                return [name, period == nil ? text(Heading(figure)) : nil].compactMap(\.self)
                    .joined(separator: ", ")
            }
            let table = TextTable(
                columns: [.init(heading: "", isNumeric: false), .init(heading: "", isNumeric: true)],
                rows: zip(labels, own).map { [$0.visible, $1.shown] })
            // Names are cut before the bars are.
            let width = table.width(fitting: room - FigureGrid.shortestBar - 2)
            let bars = ValueDrawing.bars(
                own.map(\.number), width: min(room - width - 2, FigureGrid.longestBar), isUTF8: screen.isUTF8)
            let heading = period.map { [style.dim(indent + $0)] } ?? []
            return heading + beside(table.lines(width: width, cut: mark).rows, bars, width: width)
        }
    }

    private let indent = "  "
    private var room: Int { screen.width - indent.count }
    private var mark: String { screen.isUTF8 ? "…" : "~" }

    /// Rows with the bar of each in a column of its own.
    private func beside(_ rows: [String], _ bars: [String]?, width: Int) -> [String] {
        rows.enumerated().map { index, row in
            guard let bar = bars?[index], !bar.isEmpty else { return indent + row }
            return indent + row + String(repeating: " ", count: max(0, width - row.displayWidth) + 2) + bar
        }
    }

    private func wrapped(_ line: String) -> [String] {
        guard !line.isEmpty else { return [] }
        return screen.wrapped(indent + line).split(separator: "\n").map(String.init)
    }

    // MARK: - Rows and columns

    private var subjectsDown: TextTable {
        let dimensions: [(name: String, value: (Subject) -> String)] = [
            ("measure", \.measure), ("crime type", { $0.crimeType ?? $0.measure }), ("area", \.area),
        ].filter { dimension in Set(subjects.map(dimension.value)).count > 1 }
        let rows = subjects.map { subject in
            let own = figures.filter { Subject($0) == subject }
            return dimensions.map { $0.value(subject).visible }
                + headings.map { heading in own.first { Heading($0) == heading }.map(\.shown) ?? "" }
                + (hasNotes ? [note(of: own)] : [])
        }
        return TextTable(
            columns: dimensions.map { .init(heading: $0.name, isNumeric: false) }
                + headings.map { .init(heading: text($0), isNumeric: true) } + noteColumn,
            rows: rows)
    }

    private var periodsDown: TextTable {
        TextTable(
            columns: [.init(heading: "period", isNumeric: false), .init(heading: "figure", isNumeric: true)]
                + noteColumn,
            rows: figures.map { figure in
                [text(Heading(figure)), figure.shown] + (hasNotes ? [note(of: [figure])] : [])
            })
    }

    private var hasNotes: Bool { figures.contains { $0.role == .level && $0.note != nil } }

    private var noteColumn: [TextTable.Column] {
        hasNotes ? [.init(heading: "note", isNumeric: false)] : []
    }

    private func note(of figures: [Reply.Figure]) -> String {
        figures.filter { $0.role == .level }.compactMap(\.note).distinct.joined(separator: "; ").visible
    }

    /// What every figure has in common, and so no column shows.
    private var shared: String {
        let units = Set(figures.filter { $0.role == .level }.map(\.unit))
        let measures = Set(subjects.map(\.measure))
        let crimes = Set(subjects.map(\.crimeType))
        let areas = Set(subjects.map(\.area))
        var parts: [String] = []
        if measures.count == 1, let measure = measures.first {
            parts.append(measure + (units.count == 1 ? " in \(units.first?.rawValue ?? "")" : ""))
        }
        if crimes.count == 1, let crime = crimes.first { parts += [crime].compactMap(\.self) }
        if areas.count == 1 { parts += areas }
        return parts.joined(separator: ", ").visible
    }

    // MARK: - Charts

    /// Beside figures that can be compared: one column, of one unit.
    private func bars(beside table: TextTable) -> [String]? {
        guard headings.count == 1, figures.count == subjects.count else { return nil }
        let width = min(room - table.width - 2, FigureGrid.longestBar)
        guard width >= FigureGrid.shortestBar else { return nil }
        return ValueDrawing.bars(figures.map(\.number), width: width, isUTF8: screen.isUTF8)
    }

    /// The periods stand beside it, or below it where there is no room.
    private var sparkline: [String] {
        let levels = figures.filter { $0.role == .level }
        guard levels.count >= FigureGrid.fewest, Set(levels.map(\.unit)).count == 1,
            let first = levels.first, let last = levels.last
        else { return [] }
        let ends = "\(first.period.label) to \(last.period.label)"
        let isBeside = room - ends.count - 2 >= min(levels.count, FigureGrid.shortestBar)
        let line = ValueDrawing.sparkline(
            levels.map(\.number), width: isBeside ? room - ends.count - 2 : room, isUTF8: screen.isUTF8)
        return isBeside ? ["\(indent)\(line)  \(ends)"] : [indent + line] + wrapped(ends)
    }

    private static let longestBar = 60
    private static let shortestBar = 8
}

extension Reply.Figure {
    /// For drawing alone; what is written keeps its digits.
    fileprivate var number: Double { Double(value) ?? 0 }

    /// With the sign of its unit, where it has one.
    fileprivate var shown: String {
        switch unit {
        case .percent: value + "%"
        case .pounds: "£" + value
        case .points: value + " points"
        case .times: value + " times"
        case .incidents, .offences, .days, .count: value
        }
    }
}
