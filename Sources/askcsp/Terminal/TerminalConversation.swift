import Conversation
import Facts

/// A conversation on a terminal: a prompt, an answer, and so on until somebody leaves.
struct TerminalConversation {
    private let service: Service
    private let style: Style
    private let output = Output.standard
    private var history = HistoryFile(path: HistoryFile.standardPath)
    private var conversation = Conversation.new
    /// The last question, what it leant on, and its reply.
    private var last: (message: String, leaning: Conversation, reply: Reply)?
    private var choices: [String] { last?.reply.suggestions ?? [] }

    init(service: Service, style: Style) {
        self.service = service
        self.style = style
    }

    mutating func hold() throws {
        let service = service
        let editor = LineEditor { line in TerminalConversation.completions(of: line, from: service) }
        if history.isNew { try output.write(welcome) }
        history.lines.forEach(editor.remember)
        defer {
            keepHistory()
            editor.passOnSignal()
        }
        try takeTurns(at: editor)
    }

    /// What cannot be kept is no reason for the conversation to have failed.
    private func keepHistory() {
        do {
            try history.save()
        } catch {
            try? Output.errors.write("askcsp: \(error)\n")
        }
    }

    private mutating func takeTurns(at editor: LineEditor) throws {
        while true {
            // Somebody may import a file while somebody else thinks of a question.
            try service.rest()
            switch editor.read(prompt: "askcsp> ") {
            case .line(let line):
                // A paste of several lines is one message: the words of one line may limit those of another.
                let line = line.split(whereSeparator: \.isNewline).joined(separator: " ")
                guard try take(TerminalEntry(line, choices: choices.count), line, at: editor) else { return }
            case .dropped: continue
            case .closed: return try output.write("\n")
            case .stopped: return
            }
        }
    }

    /// False to leave.
    private mutating func take(_ entry: TerminalEntry, _ line: String, at editor: LineEditor) throws -> Bool {
        switch entry {
        case .nothing: break
        case .question(let text):
            remember(text, at: editor)
            try ask(text)
        case .pick(let number):
            guard choices.indices.contains(number - 1) else {
                try say(
                    "There is no \(number) to pick; there \(choices.count == 1 ? "is 1" : "are 1 to \(choices.count)")."
                )
                break
            }
            let question = choices[number - 1]
            remember(question, at: editor)
            try output.write(style.dim(question.visible) + "\n")
            try ask(question)
        case .command(.quit, _): return false
        case .command(let command, let argument):
            remember(line.trimmed, at: editor)
            try run(command, argument)
        case .unknownCommand(let name, let nearest):
            let hint = nearest.map { "did you mean \($0.use)?" } ?? "/help lists what there is."
            try say("There is no '/\(name.visible)'; \(hint)")
        case .ambiguousCommand(let name, let commands):
            try say("'/\(name)' may be \(commands.map(\.use).joined(separator: " or ")).")
        }
        return true
    }

    private mutating func ask(_ message: String) throws {
        let leaning = conversation
        let (reply, next) = try service.reply(to: message, in: leaning)
        conversation = next
        last = (message, leaning, reply)
        try say(ReplyText(style: style).numbered(reply))
    }

    private mutating func run(_ command: TerminalCommand, _ argument: String) throws {
        switch command {
        case .help: try say(TerminalCommand.overview)
        case .quit: break
        case .new:
            conversation = .new
            last = nil
            try say("What was asked before is forgotten.")
        case .examples:
            let groups = try service.examples(about: argument.isEmpty ? nil : argument)
            try say(groups.isEmpty ? "No example is about '\(argument.visible)'." : groups.asText)
        case .explain:
            if !argument.isEmpty {
                try say(service.explanation(of: argument, in: conversation).visible)
            } else if let last {
                try say(service.explanation(of: last.message, in: last.leaning).visible)
            } else {
                try say("Nothing has been asked yet.")
            }
        case .source: try say(last?.reply.provenance ?? "Nothing has been asked yet.")
        }
    }

    private mutating func remember(_ line: String, at editor: LineEditor) {
        history.add(line).forEach(editor.forget)
        editor.remember(line)
    }

    private func say(_ text: String) throws { try output.write(text + "\n") }

    private var welcome: String {
        let questions = service.firstQuestions.prefix(3).map { "  " + $0 }
        let help = [
            "Ask about the partnership's figures in your own words; TAB completes what you type.",
            "Type help for more, and quit to leave." + (questions.isEmpty ? "" : " You might start with:"),
        ]
        return (help + questions).joined(separator: "\n") + "\n"
    }

    private static func completions(of line: String, from service: Service) -> [String] {
        guard line.first == "/" else { return (try? service.completions(of: line)) ?? [] }
        return TerminalCommand.allCases.map { "/" + $0.rawValue }.filter { $0.hasPrefix(line) }
    }
}
