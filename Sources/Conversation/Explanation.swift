import FactStore
import Facts
import Language

extension Service {
    /// How a message was read, the SQL, and where each number of the answer comes from; lines of text.
    public func explanation(of message: String, in conversation: Conversation) throws -> String {
        let reading = read(message, in: conversation)
        let reply = try reply(to: message, in: conversation).reply
        var lines = ["Question: \(message)", "", reply.answer, ""]
        lines.append("Words:")
        lines += reply.words.map { "  \($0.text): \($0.read)" }
        if !reply.understood.isEmpty { lines += ["Understood: \(reply.understood)"] }
        lines += reply.notes.map { "Note: \($0)" }
        if case .asked(let asked) = reading.outcome {
            for one in asked {
                guard case .figures(let question) = one.question else { continue }
                lines += try explanation(of: question)
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The statements that fetch the figures of a message's answer, with their values.
    public func statements(for message: String, in conversation: Conversation) -> [String] {
        guard case .asked(let asked) = read(message, in: conversation).outcome else { return [] }
        return asked.flatMap { one -> [String] in
            guard case .figures(let question) = one.question else { return [] }
            return store.statements(for: question)
        }
    }

    private func explanation(of question: FigureQuestion) throws -> [String] {
        let finding = try store.find(question)
        var lines = ["SQL:"] + store.statements(for: question).map { "  \($0)" }
        lines.append("Figures:")
        var seen: Set<Observation> = []
        for cell in finding.cells {
            for observation in cell.observations where seen.insert(observation).inserted {
                let figure = FigureText(codelists: grammar.codelists)
                let unit = grammar.codelists.measure(observation.series.measure)?.unit ?? cell.unit
                let value = figure.text(
                    observation.value, unit, decimals: figure.decimals(observation.series))
                let note = observation.note.map { " (\($0))" } ?? ""
                lines.append(
                    "  \(value)\(note): \(realiser.name(of: observation.series)), \(observation.period.label); "
                        + "\(observation.isPublished ? "published" : "observed"), \(titles([observation.source]).joined())"
                )
            }
            if let change = cell.change { lines += self.lines(change, of: cell) }
        }
        lines += finding.results.filter { !$0.formula.isEmpty }.map {
            "  \($0.value.text(decimals: $0.decimals)) = \($0.formula), computed"
        }
        return lines
    }

    /// (after - before) / before, as the source prints it and as its own figures give it.
    private func lines(_ change: Finding.Change, of cell: Finding.Cell) -> [String] {
        let decimals = grammar.codelists.measure(cell.series.measure)?.decimals ?? 0
        let (before, after) = (change.before.text(decimals: decimals), change.after.text(decimals: decimals))
        var lines = ["  \(change.difference.text(decimals: decimals)) = \(after) - \(before), computed"]
        let formula = "(\(after) - \(before)) / \(before) × 100"
        if let percent = change.percent {
            if change.isPublished {
                lines.append("  \(percent.text(decimals: 2))%: published by the source")
                if let computed = change.computedPercent {
                    lines.append(
                        "  \(computed.text(decimals: 2))% = \(formula), computed from the rounded figures")
                }
            } else {
                lines.append("  \(percent.text(decimals: 2))% = \(formula), computed")
            }
        }
        return lines
    }
}
