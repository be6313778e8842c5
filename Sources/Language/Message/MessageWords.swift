import Facts

/// What each word of the message was read as.
extension MessagePass {
    mutating func note(_ stretch: Stretch) {
        guard let cover = stretch.cover else { return }
        for phrase in cover.phrases {
            let name = grammar.lexicon.text(phrase.name)
            for at in phrase.start..<phrase.end { roles[stretch.tokens[at]] = name }
        }
        for at in stretch.unread { roles[at] = "unknown" }
    }

    func words() -> [Reply.Word] {
        var words: [Reply.Word] = []
        words.reserveCapacity(tokens.count)
        for index in tokens.indices where tokens[index].kind != .pause && tokens[index].kind != .joint {
            let isAside = setAside.contains { $0.contains(index) }
            words.append(
                Reply.Word(
                    text: original(tokens[index]), start: tokens[index].start, end: tokens[index].end,
                    read: isAside ? "background" : roles[index] ?? "small word"))
        }
        return words
    }

    func original(_ token: Token) -> String {
        String(decoding: utf8[token.start..<token.end], as: UTF8.self)
    }

    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: utf8[tokens[first].start..<tokens[last].end], as: UTF8.self)
    }
}
