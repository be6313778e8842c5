import ArgumentParser
import Conversation

struct Examples: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examples",
        abstract: "Questions that can be asked, from the grammar.",
        usage: "askcsp examples [options] [topic]")

    @OptionGroup var options: Options

    @Argument(
        help: "What they are to be about; everything when left out.", completion: ShellCompletion.topic)
    var topic: [String] = []

    func run() throws {
        let topic = topic.joined(separator: " ").trimmed
        let groups = try options.settings.service().examples(about: topic.isEmpty ? nil : topic)
        if options.settings.format == .text {
            try options.settings.output.write(
                (groups.isEmpty ? "No example is about '\(topic.visible)'." : groups.asText) + "\n")
        } else {
            var records = RecordWriter(
                settings: options.settings, columns: ["title", "question"], isAlone: false)
            for group in groups {
                for question in group.questions {
                    try records.add(text: question, row: [.text(group.title), .text(question)])
                }
            }
            try records.finish()
        }
        if groups.isEmpty { throw Ending.NotAnswered() }
    }
}

extension [ExampleGroup] {
    /// Questions under their titles.
    var asText: String {
        map { group in ([group.title] + group.questions.map { "  " + $0 }).joined(separator: "\n") }
            .joined(separator: "\n\n")
    }
}
