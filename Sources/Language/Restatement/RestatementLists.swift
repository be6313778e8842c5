import Facts

/// What is asked of lists, in fixed words.
extension Restatement {
    func list(_ question: ItemQuestion) -> String {
        let names = question.lists.compactMap { id in grammar.definitions.lists.first { $0.id == id } }
        var text = FigureText.list(names.map(\.name))
        if !question.about.isEmpty {
            text += " about " + FigureText.list(question.about, question.isUnion ? "or" : "and")
        }
        if !question.except.isEmpty { text += " except " + FigureText.list(question.except) }
        if let slice = question.slice { return self.slice(slice, of: text) }
        switch question.aspect {
        case .list: return "list of " + text
        case .count: return "number of " + text
        case .countAndList: return "number and list of " + text
        case .countClaim(let count): return "whether there are \(count) " + text
        case .outsider(let name): return "whether \(name) is a \(names.first?.singular ?? "")"
        case .any:
            guard let name = names.first, name.isOfBodies else { return "whether there are " + text }
            return "whether \(FigureText.list(question.about)) is a \(name.singular)"
        }
    }

    /// `first 2 of statutory partners`, `number 3 of shared projects`, `last of shared projects`
    private func slice(_ slice: ItemQuestion.Slice, of text: String) -> String {
        guard slice.count > 1 else {
            return slice.start < 0 ? "last of \(text)" : "number \(slice.start) of \(text)"
        }
        return "\(slice.start < 0 ? "last" : "first") \(slice.count) of \(text)"
    }
}
