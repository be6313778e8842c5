import Conversation
import Facts
import Notation

extension TerminalConversation {
    mutating func run(_ command: TerminalCommand, _ argument: String) throws {
        guard argument.isEmpty || command.argument != .nothing else { return try say(.usage(command)) }
        switch command {
        case .help: try showHelp(on: argument)
        case .quit: break
        case .new:
            conversation = .new
            last = nil
            choices = []
            if argument.isEmpty { try say(.forgotten) } else { try ask(argument) }
        case .examples: try showExamples(about: argument)
        case .explain:
            try showWork(argument) { service, message, leaning in
                try service.explanation(of: message, in: leaning).visible
            }
        case .sql:
            try showWork(argument) { service, message, leaning in
                let statements = service.statements(for: message, in: leaning)
                return statements.isEmpty ? "\(Notice.noStatements)" : statements.joined(separator: "\n")
            }
        case .source: try last.map { try say($0.reply.provenance) } ?? say(.nothingAsked)
        case .table: try drawFigures { $0.lines(style, isCharted: false) }
        case .chart: try drawFigures { $0.chart(style) }
        case .csv: try writeRows(to: argument)
        case .context: try say(.context(service.leaning(in: conversation)))
        case .format, .pager, .timing, .today: try set(command, argument)
        }
    }

    /// The settings: without an argument each is shown.
    private mutating func set(_ setting: TerminalCommand, _ argument: String) throws {
        switch (setting, argument.lowercased()) {
        case (.format, let name):
            guard name.isEmpty || Format(rawValue: name) != nil else {
                let nearest = EditDistance.nearest(to: name, among: Format.allCases.map(\.rawValue))
                return try say(.noSuchFormat(argument, nearest: nearest))
            }
            settings.format = Format(rawValue: name) ?? settings.format
            try say(.format(settings.format))
        case (.pager, let name):
            switch name {
            case "": break
            case "on": pager = Pager.standard
            case "off": pager = .off
            default: pager = .command(argument)
            }
            try say(.pager(pager))
        case (.timing, let name):
            guard ["", "on", "off"].contains(name) else { return try say(.usage(.timing)) }
            isTimed = name.isEmpty ? !isTimed : name == "on"
            try say(.timing(isTimed))
        case (.today, let text):
            guard text.isEmpty || Day(text) != nil else { return try say(.notADay(argument)) }
            if let day = Day(text) { count(from: day) }
            try say(.today("\(service.today)"))
        default: break
        }
    }

    private func showHelp(on name: String) throws {
        let help = TerminalHelp(screen: .ofOutput)
        guard !name.isEmpty else { return try say(help.overview) }
        switch TerminalEntry(name.first == "/" ? name : "/" + name, choices: 0) {
        case .command(let command, _): try say(help.about(command))
        case .unknownCommand(let name, let nearest): try say(.noSuchCommand(name, nearest: nearest))
        case .ambiguousCommand(let name, let commands): try say(.severalCommands(name, commands))
        case .nothing, .question, .pick: break
        }
    }

    private func showExamples(about topic: String) throws {
        let groups = try service.examples(about: topic.isEmpty ? nil : topic)
        if groups.isEmpty { try say(.noExample(topic)) } else { try say(groups.asText) }
    }

    /// Of the question in the argument, or else of the last one, leaning on what that leant on.
    private func showWork(
        _ argument: String, _ work: @escaping @Sendable (Service, String, Conversation) throws -> String
    ) throws {
        guard !argument.isEmpty || last != nil else { return try say(.nothingAsked) }
        let message = argument.isEmpty ? last?.message ?? "" : argument
        let leaning = argument.isEmpty ? last?.leaning ?? .new : conversation
        let service = service
        guard let text = try Interruptible.run({ try work(service, message, leaning) }) else {
            return try giveUp()
        }
        try say(text)
    }

    private func drawFigures(_ draw: (FigureGrid) -> [String]) throws {
        guard let last else { return try say(.nothingAsked) }
        guard !last.reply.figures.isEmpty, let screen = Screen.ofOutput else { return try say(.noFigures) }
        try say(draw(FigureGrid(last.reply.figures, screen: screen)).joined(separator: "\n"))
    }

    private func writeRows(to path: String) throws {
        guard !path.isEmpty else { return try say(.usage(.csv)) }
        guard let last else { return try say(.nothingAsked) }
        guard last.reply.status == .answered else { return try say(.notAnswered) }
        let rows = last.reply.rows
        let text = TableStyle.csv.header(Reply.columns) + rows.map(TableStyle.csv.row).joined()
        do {
            try NewFile.write(text, to: path)
            try say(.written(rows: rows.count, path: path))
        } catch let failure as CommandFailure {
            try output.write("\(failure)\n".visible)
        }
    }
}
