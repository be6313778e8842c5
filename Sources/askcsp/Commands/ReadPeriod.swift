import ArgumentParser
import Conversation
import Facts

struct ReadPeriod: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period",
        abstract: "The interval a phrase means: 2022-07-01/2022-09-30, a tab, and its label.",
        usage: "askcsp period [options] [phrase | -] ...",
        discussion: """
            Words without quotes are one phrase. When at least one argument has a space in it, each argument is a \
            phrase of its own. Without a phrase, or with '-', it reads phrases from standard input, one a line; a tab \
            and a date after the phrase stand in for --today. A period without an end is written 2022-07-01/..
            """)

    @OptionGroup var options: Options

    @Argument(help: "The phrase, or '-' for standard input.", completion: ShellCompletion.period)
    var phrase: [String] = []

    func run() throws {
        let phrases = try Questions.parted(phrase, orElse: .emptyPhrase)
        let service = try options.settings.service()
        var printer = PeriodPrinter(settings: options.settings, isAlone: phrases?.count == 1)
        if let phrases {
            for text in phrases {
                try printer.show(text, service.period(text, today: options.settings.referenceDay))
            }
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
        guard let text = text?.trimmed, !text.isEmpty else { return options.settings.referenceDay }
        guard let day = Day(text) else {
            let failure = CommandFailure.notADay(text)
            throw CommandFailure.atLine(lines.name, line: lines.number, reason: failure.description)
        }
        return day
    }
}
