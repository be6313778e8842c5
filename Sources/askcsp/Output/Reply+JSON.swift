import Facts

extension JSONWriter {
    /// Every key is always there, in this order; `line` is there when answers are numbered.
    mutating func write(_ reply: Reply, line: Int? = nil) {
        object {
            if let line { $0.number(line, for: "line") }
            $0.string(reply.question, for: "question")
            $0.string(reply.status.rawValue, for: "status")
            $0.string(reply.answer, for: "answer")
            $0.string(reply.understood, for: "understood")
            $0.array(of: reply.figures, for: "figures") { $0.write($1) }
            $0.array(of: reply.items, for: "items") { $0.string($1) }
            $0.array(of: reply.notes, for: "notes") { $0.string($1) }
            $0.array(of: reply.sources, for: "sources") { $0.string($1) }
            $0.array(of: reply.suggestions, for: "suggestions") { $0.string($1) }
            $0.array(of: reply.words, for: "words") { $0.write($1) }
        }
    }

    private mutating func write(_ figure: Reply.Figure) {
        object {
            $0.number(figure.value, for: "value")
            $0.string(figure.unitText, for: "unit")
            $0.string(figure.measure, for: "measure")
            $0.string(figure.crimeType, for: "crimeType")
            $0.string(figure.area, for: "area")
            $0.object(for: "period") {
                $0.string(figure.period.label, for: "label")
                $0.string(figure.period.start.description, for: "start")
                $0.string(figure.period.endText, for: "end")
            }
            $0.string(figure.kind.rawValue, for: "kind")
            $0.string(figure.note, for: "note")
            $0.string(figure.source, for: "source")
        }
    }

    private mutating func write(_ word: Reply.Word) {
        object {
            $0.string(word.text, for: "text")
            $0.number(word.start, for: "start")
            $0.number(word.end, for: "end")
            $0.string(word.read, for: "read")
        }
    }
}
