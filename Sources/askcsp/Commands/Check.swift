import ArgumentParser
import Conversation
import Notation
import OpenData

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the grammar, the data and the labels of open data, and run the grammar's examples.",
        usage: "askcsp check [options]",
        discussion: """
            Ends with status 2 when a file is wrong, and 1 when the files can be used but an example does not come \
            out as it says.
            """)

    @OptionGroup var options: Options

    func run() throws {
        let summary = try checkedService().check()
        var records = RecordWriter(
            settings: options.settings, columns: ["path", "line", "column", "message"], isAlone: true)
        try records.add(text: summary.counts, rows: summary.rows) { $0.write(summary) }
        try records.finish()
        if options.settings.format == .text {
            for problem in summary.problems { try Output.errors.write("\(problem)\n") }
        }
        if !summary.problems.isEmpty { throw Ending.NotAnswered() }
    }

    /// - Throws: `Problems` with those of the grammar, the data and what the labels of open data mean: one run shows
    ///   them all.
    private func checkedService() throws -> Service {
        let home = try Home.found()
        var problems: [Problem] = []
        var service: Service?
        do {
            service = try options.settings.service()
        } catch let mistakes as Problems {
            problems = mistakes.all
        }
        let labels = try home.labels(in: options.settings.data, besideGrammar: options.settings.grammar)
        if !labels.isEmpty {
            problems += Labels.problems(in: labels, codelists: try options.settings.codelists(home))
        }
        guard problems.isEmpty, let service else { throw Problems(problems) }
        return service
    }
}

extension CheckSummary {
    fileprivate var counts: String {
        let found =
            problems.count == 1 ? "1 problem" : "\(problems.isEmpty ? "no" : "\(problems.count)") problems"
        return "\(forms) forms, \(words) words, \(examples) examples, \(observations) observations: \(found)"
    }

    fileprivate var rows: [[TableStyle.Cell]] {
        problems.map { problem in
            let at = problem.location
            return [.text(at.path), .number("\(at.line)"), .number("\(at.column)"), .text(problem.message)]
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ summary: CheckSummary) {
        object {
            $0.number("\(summary.forms)", for: "forms")
            $0.number("\(summary.words)", for: "words")
            $0.number("\(summary.examples)", for: "examples")
            $0.number("\(summary.observations)", for: "observations")
            $0.array(of: summary.problems, for: "problems") { writer, problem in
                writer.object {
                    $0.string(problem.location.path, for: "path")
                    $0.number("\(problem.location.line)", for: "line")
                    $0.number("\(problem.location.column)", for: "column")
                    $0.string(problem.message, for: "message")
                }
            }
        }
    }
}
