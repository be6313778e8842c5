import Facts

/// A reply as a person reads it: the answer, and below it, dimmed on a terminal, what it rests on.
struct ReplyText {
    let style: Style

    func whole(_ reply: Reply) -> String {
        (main(reply) + reply.suggestions.map { beside("Try", $0) }).joined(separator: "\n")
    }

    /// With numbers to pick a suggestion by.
    func numbered(_ reply: Reply) -> String {
        let isChoice = reply.status == .unclear
        let suggestions = reply.suggestions.enumerated().map { index, question in
            let line = "  \(index + 1)  \(question.visible)"
            return isChoice ? line : style.dim(line)
        }
        let heading = isChoice || suggestions.isEmpty ? [] : [style.dim("Try:")]
        return (main(reply) + heading + suggestions).joined(separator: "\n")
    }

    private func main(_ reply: Reply) -> [String] {
        [reply.answer.visible]
            + (reply.understood.isEmpty ? [] : [beside("Understood", reply.understood)])
            + reply.notes.map { beside("Note", $0) } + reply.sources.map { beside("Source", $0) }
    }

    private func beside(_ label: String, _ text: String) -> String { style.dim("\(label): \(text.visible)") }
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
