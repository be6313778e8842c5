import ArgumentParser
import Conversation
import Facts

/// What a shell offers for arguments that depend on the grammar and the store. The shell asks the program itself, with
/// the words typed so far, and the place of the word that is being typed.
enum ShellCompletion {
    static let question = CompletionKind.custom { words, place, begun in
        lines(words, place, begun) { service, line in
            (try? Completion(service: service).lines(for: line, in: .new)) ?? []
        }
    }

    static let quarter = CompletionKind.custom { words, place, begun in
        lines(words, place, begun) { service, _ in
            service.periodsHeld.filter { $0.grain == .quarter }.reversed().map(\.label)
        }
    }

    static let period = CompletionKind.custom { words, place, begun in
        lines(words, place, begun) { service, _ in service.periodsHeld.reversed().map(\.label) }
    }

    static let topic = CompletionKind.custom { words, place, begun in
        lines(words, place, begun) { service, _ in
            let titles = ((try? service.examples(about: nil)) ?? []).map { $0.title.lowercased() }
            return titles.flatMap { $0.split { !$0.isLetter } }.filter { $0.count > 3 }.map(String.init)
        }
    }

    static let day = CompletionKind.custom { words, place, begun in
        // The option itself, without its value, would be a mistake.
        guard let service = try? ask(words.prefix(place).dropLast())?.options.settings.service() else {
            return []
        }
        return service.daysToCountFrom.map(\.description).filter { $0.hasPrefix(begun) }
    }

    /// The rest of whole lines: in quotation marks all of it, otherwise the next word.
    private static func lines(
        _ words: [String], _ place: Int, _ begun: String, _ candidates: (Service, String) -> [String]
    ) -> [String] {
        guard let ask = ask(words.prefix(place)), let service = try? ask.options.settings.service() else {
            return []
        }
        let isQuoted = begun.contains(" ")
        let stem = isQuoted ? "" : ask.question.map { $0 + " " }.joined()
        let line = stem + begun
        let found = candidates(service, line).filter { $0.lowercased().hasPrefix(line.lowercased()) }
        let rests = found.map { $0.dropFirst(stem.count) }.map { isQuoted ? $0 : $0.prefix { $0 != " " } }
        return rests.map(String.init).distinct
    }

    /// What was typed, whatever the command: each takes these options, and words.
    private static func ask(_ words: ArraySlice<String>) -> Ask? {
        let words = words.dropFirst()
        let own = words.firstIndex(where: AskCSP.commandNames.contains).map { words[($0 + 1)...] }
        return try? Ask.parse(Array(own ?? words))
    }
}

extension Service {
    /// Today, and of each period held the day after it: from there it is the last one.
    var daysToCountFrom: [Day] {
        ([Clock.today] + periodsHeld.reversed().filter { !$0.isOpen }.map { $0.end.adding(1) }).distinct
    }
}
