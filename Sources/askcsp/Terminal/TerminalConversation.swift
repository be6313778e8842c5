import Conversation
import Facts

/// A conversation on a terminal: a prompt, an answer, and so on until somebody leaves.
struct TerminalConversation {
    private(set) var service: Service
    /// Made while somebody types the first line.
    private var completion: Prepared<Completion>
    var settings: Settings
    let style: Style
    let output = Output.standard
    var pager = Pager.standard
    var isTimed = false
    private var history = HistoryFile(path: HistoryFile.standardPath)
    var conversation = Conversation.new
    /// The last question, what it leant on, and its reply.
    var last: (message: String, leaning: Conversation, reply: Reply)?
    /// The questions that a number picks: those of the last reply, or of the welcome.
    var choices: [String] = []

    init(service: Service, settings: Settings) {
        self.service = service
        completion = Prepared { Completion(service: service) }
        self.settings = settings
        style = settings.style
    }

    /// What TAB offers has an answer on that day too.
    mutating func count(from day: Day) {
        service = service.counting(from: day)
        completion = Prepared { [service] in Completion(service: service) }
    }

    mutating func hold() throws {
        let editor = LineEditor()
        if history.isNew {
            choices = Array(service.firstQuestions.prefix(3))
            try output.write(welcome)
        }
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
            editor.completions = { [service, completion, conversation] line in
                TerminalCompletion(service: service, completion: completion, conversation: conversation)
                    .lines(for: line)
            }
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
            try hint(at: text)
        case .pick(let number):
            guard choices.indices.contains(number - 1) else {
                try say(.noSuchChoice(number, choices: choices.count))
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
        case .unknownCommand(let name, let nearest): try say(.noSuchCommand(name, nearest: nearest))
        case .ambiguousCommand(let name, let commands): try say(.severalCommands(name, commands))
        }
        return true
    }

    mutating func ask(_ message: String) throws {
        let (service, leaning) = (service, conversation)
        let started = ContinuousClock.now
        let result = try Interruptible.run { try service.reply(to: message, in: leaning) }
        guard let (reply, next) = result else { return try giveUp() }
        conversation = next
        last = (message, leaning, reply)
        choices = reply.suggestions
        try show(reply)
        if isTimed { try output.write(style.dim("\(Notice.took(started.duration(to: .now)))") + "\n") }
    }

    /// Of a command that was typed as it is written elsewhere, and could only be taken for a question.
    private func hint(at line: String) throws {
        guard let status = last?.reply.status, status == .notUnderstood || status == .unclear else { return }
        if let notice = Notice.hint(at: line) { try say(notice) }
    }

    /// The terminal shows ^C; the prompt goes on a line of its own.
    func giveUp() throws {
        service.interrupt()
        try output.write("\n")
    }

    private func show(_ reply: Reply) throws {
        guard settings.format == .text else {
            return try ReplyPrinter(settings: settings, isAlone: true).showAlone(reply)
        }
        try say(ReplyText(style: style, screen: .ofOutput).numbered(reply))
    }

    private mutating func remember(_ line: String, at editor: LineEditor) {
        history.add(line).forEach(editor.forget)
        editor.remember(line)
    }

    func say(_ text: String) throws { try pager.show(text + "\n", on: .ofOutput, to: output) }

    func say(_ notice: Notice) throws { try output.write("\(notice)\n") }

    private var welcome: String {
        let questions = choices.enumerated().map { "  \($0 + 1)  \($1)" }
        let help = [
            "Ask about the partnership's figures in your own words; TAB completes what you type.",
            "Type help for more, and quit to leave." + (questions.isEmpty ? "" : " You might start with:"),
        ]
        let text = (help + questions).joined(separator: "\n")
        return (Screen.ofOutput?.wrapped(text) ?? text) + "\n"
    }
}
