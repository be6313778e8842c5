import Facts

/// A reply as a person reads it: the answer, on a terminal a table of its figures, and below, dimmed, what it rests on.
struct ReplyText {
    let style: Style
    /// Nil where the text does not go to a terminal; it is then neither wrapped nor drawn.
    let screen: Screen?

    func whole(_ reply: Reply) -> String {
        let listed = Set(reply.answer.split(separator: "\n").map(String.init))
        let rest = reply.suggestions.filter { !listed.contains("- " + $0) }
        return
            ([wrapped(reply.answer)] + figures(of: reply) + grounds(reply) + rest.map { beside("Try", $0) })
            .joined(separator: "\n")
    }

    /// With numbers to pick a suggestion by, whether or not the answer lists it already.
    func numbered(_ reply: Reply) -> String {
        var rest = Array(reply.suggestions.enumerated())
        let answer = reply.answer.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let index = rest.firstIndex(where: { "- " + $0.element == line }) else {
                return line.description
            }
            let suggestion = rest.remove(at: index)
            return choice(suggestion.offset, suggestion.element)
        }
        let heading = rest.isEmpty || reply.status == .unclear ? [] : [style.dim("Try:")]
        return
            (answer.map(wrapped) + figures(of: reply) + grounds(reply) + heading
            + rest.map { wrapped(choice($0, $1)) })
            .joined(separator: "\n")
    }

    private func choice(_ index: Int, _ question: String) -> String { "  \(index + 1)  \(question)" }

    private func figures(of reply: Reply) -> [String] {
        guard let screen, reply.figures.count >= FigureGrid.fewest else { return [] }
        let grid = FigureGrid(reply.figures, screen: screen)
        return reply.table == nil ? grid.lines(style) : grid.trend
    }

    private func grounds(_ reply: Reply) -> [String] {
        (reply.understood.isEmpty ? [] : [beside("Understood", reply.understood)])
            + reply.notes.map { beside("Note", $0) } + reply.sources.map { beside("Source", $0) }
    }

    private func beside(_ label: String, _ text: String) -> String { style.dim(wrapped("\(label): \(text)")) }

    private func wrapped(_ text: String) -> String { screen?.wrapped(text.visible) ?? text.visible }
}

extension String {
    /// Without the control characters by which a question that is repeated could steer the terminal.
    var visible: String {
        func isHidden(_ scalar: Unicode.Scalar) -> Bool {
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: isHidden) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars { result.append(isHidden(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    /// Without white space at either end.
    var trimmed: String { self[...].trimmed }
}

extension Substring {
    var trimmed: String {
        var rest = drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
