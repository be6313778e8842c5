import ArgumentParser

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "The Performance section for a quarter, in the strategy's wording.",
        usage: "askcsp report [options] [quarter]")

    @OptionGroup var options: Options

    @Argument(help: "The quarter; the latest held when left out.", completion: ShellCompletion.quarter)
    var period: [String] = []

    func run() throws {
        let phrase = period.joined(separator: " ").trimmed
        guard period.isEmpty || !phrase.isEmpty else { throw CommandFailure.emptyPhrase }
        var printer = ReplyPrinter(settings: options.settings, isAlone: true)
        try printer.show(options.settings.service().report(period.isEmpty ? nil : phrase))
        try printer.finish()
    }
}
