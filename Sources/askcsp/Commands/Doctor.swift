import ArgumentParser
import Conversation

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        // Otherwise the name is made from the type's, which asks the runtime for more than all the rest of it.
        commandName: "doctor",
        abstract: "What the program uses: files, store, terminal, versions; and what is out of date.",
        usage: "askcsp doctor [options]",
        discussion: "Ends with status 1 when something is missing, wrong or out of date.")

    @OptionGroup var options: Options

    func run() throws {
        let findings = Examination(settings: options.settings).findings
        let width = findings.map(\.name.count).max() ?? 0
        var records = RecordWriter(
            settings: options.settings, columns: ["name", "status", "value"], isAlone: false)
        for finding in findings {
            let space = String(repeating: " ", count: width - finding.name.count + 2)
            try records.add(
                text: finding.name + space + (finding.isWell ? "" : "! ") + finding.value.visible,
                row: [.text(finding.name), .text(finding.isWell ? "ok" : "problem"), .text(finding.value)])
        }
        try records.finish()
        guard findings.allSatisfy(\.isWell) else { throw Ending.NotAnswered() }
    }
}
