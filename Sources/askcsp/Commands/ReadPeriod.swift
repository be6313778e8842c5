import ArgumentParser
import Conversation
import Facts

struct ReadPeriod: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period",
        abstract: "The interval a phrase means: 2022-07-01/2022-09-30, a tab, and its label.",
        usage: "askcsp period [options] [phrase]",
        discussion: """
            Without a phrase it reads phrases from standard input, one a line; a tab and a date after the phrase \
            stand in for --today. A period without an end is written 2022-07-01/..
            """)

    @OptionGroup var options: Options

    @Argument(help: "The phrase.", completion: ShellCompletion.period)
    var phrase: [String] = []

    func run() throws {
        let text = phrase.joined(separator: " ").trimmed
        guard phrase.isEmpty || !text.isEmpty else { throw CommandFailure.emptyPhrase }
        let service = try options.service()
        var printer = PeriodPrinter(options: options, isAlone: !phrase.isEmpty)
        if !phrase.isEmpty {
            try printer.show(text, service.period(text, today: options.referenceDay))
        } else {
            var lines = LineReader.standardInput
            while let line = try lines.next() {
                let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                let text = parts.first.map(\.trimmed) ?? ""
                if text.isEmpty { continue }
                try printer.show(text, service.period(text, today: day(parts.dropFirst().first, at: lines)))
            }
        }
        try printer.finish()
    }

    private func day(_ text: Substring?, at lines: LineReader) throws -> Day {
        guard let text = text?.trimmed, !text.isEmpty else { return options.referenceDay }
        guard let day = Day(text) else {
            let failure = CommandFailure.notADay(text)
            throw CommandFailure.atLine(lines.name, line: lines.number, reason: failure.description)
        }
        return day
    }
}
