import Notation

/// The `say` lines of the grammar, gathered to be held against what the program says and fills in.
struct SaidLines {
    struct Line {
        let field: Block.Field
        /// After `say`.
        let name: String
        /// With the offset of each in the line's value.
        var values: [(name: String, offset: Int)] = []
        var choices: [(count: Int, offset: Int)] = []
    }

    private var blocks: [(block: Block, lines: [Line])] = []

    mutating func add(_ block: Block, _ lines: [Line]) {
        // A form that needs no sentences of its own may have any name.
        if !lines.isEmpty || block.kind == "wording" { blocks.append((block, lines)) }
    }

    func problems(measures: Set<String>, crimeTypes: Set<String>) -> [Problem] {
        blocks.flatMap { block, lines -> [Problem] in
            guard let known = KnownWordings.all.cases(of: block.name) else {
                let hint = EditDistance.hint(to: block.name, among: KnownWordings.all.wordings)
                return [block.problem("nothing is ever said by the name '\(block.name)'" + hint)]
            }
            var first: [String: Line] = [:]
            return lines.flatMap { line -> [Problem] in
                if let first = first[line.name] {
                    let at = first.field.location.line
                    return [line.field.keyProblem("'\(line.field.key):' is already on line \(at)")]
                }
                first[line.name] = line
                let name = KnownWordings.name(
                    of: line.name, in: block.name, isMeasure: measures.contains,
                    isCrimeType: crimeTypes.contains)
                guard let found = known[name] else { return [unknown(line, among: known.keys, in: block)] }
                return problems(of: line, found)
            }
        }
    }

    private func unknown(_ line: Line, among known: some Collection<String>, in block: Block) -> Problem {
        let names = known.filter { !$0.isEmpty }
        let hint = EditDistance.hint(to: line.name, among: names)
        let all = names.sorted().map { "'\($0)'" }.joined(separator: ", ")
        let rest = names.isEmpty ? "; it says one thing alone, after 'say:'" : "; its cases are \(all)"
        let own = line.name.isEmpty ? "without a name" : "'\(line.name)'"
        return line.field.keyProblem(
            "'\(block.name)' has no case \(own)" + (hint.isEmpty ? rest : hint))
    }

    private func problems(of line: Line, _ known: KnownWordings.Case) -> [Problem] {
        var found: [Problem] = []
        for (name, offset) in line.values where !known.values.contains(name) {
            let hint = EditDistance.hint(to: name, among: known.values)
            let all = known.values.sorted().map { "{\($0)}" }.joined(separator: ", ")
            let rest = all.isEmpty ? "; there are none" : "; there are \(all)"
            found.append(
                line.field.problem(
                    "nothing fills in {\(name)} here" + (hint.isEmpty ? rest : hint), offset: offset))
        }
        for (count, offset) in line.choices {
            if !known.values.contains("direction") {
                found.append(
                    line.field.problem("nothing chooses here, since nothing rose or fell", offset: offset))
            } else if count != 2 {
                found.append(
                    line.field.problem("a choice is of two: for what rose, and for what fell", offset: offset)
                )
            }
        }
        return found
    }
}
