import Conversation
import FactStore
import Facts
import Foundation
import Language
import Notation
import SampleScore
import Testing

/// A file of conversations in plain text: lines `> question`, each with the reply below it up to an empty line.
///
///     # A title begins a new conversation.
///     > drug offences Q1
///     [answered]
///     The formal action rate for drug offences was 95.2% in Q1 2022/23.
///       understood: formal action rate, drug offences, Q1 2022/23
///       note: Read as the formal action rate.
///       source: Current CSP Strategy
///
/// `today: 2022-11-15` sets the day of the whole file, `counts: made-up.csv` adds a table of counts beside the file, `>> Q3` asks for the report of a quarter, and
/// `+ observations.csv: ROW` adds a row to a file of Data/.
struct Transcript: Sendable, CustomTestStringConvertible {
    enum Part: Sendable {
        /// A title, an empty line, a setting: kept as it stands.
        case line(String)
        case turn(Turn)
    }

    struct Turn: Sendable {
        let question: String
        let isReport: Bool
        /// The lines of the reply.
        let expected: [String]
        let line: Int
    }

    let file: URL
    let parts: [Part]
    var testDescription: String { file.deletingPathExtension().lastPathComponent }

    init(_ file: URL) throws {
        self.file = file
        var parts: [Part] = []
        var question: (text: String, line: Int)?
        var expected: [String] = []
        func finish() {
            guard let (text, line) = question else { return }
            let isReport = text.hasPrefix(">>")
            let words = String(text.drop { $0 == ">" }.drop { $0 == " " })
            parts.append(.turn(Turn(question: words, isReport: isReport, expected: expected, line: line)))
            question = nil
            expected = []
        }
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.map(String.init).enumerated() {
            if line.hasPrefix(">") {
                finish()
                question = (line, index + 1)
            } else if line.isEmpty || question == nil {
                finish()
                parts.append(.line(line))
            } else {
                expected.append(line)
            }
        }
        finish()
        self.parts = parts
    }

    /// The transcripts of a folder beside this file.
    static func all(in folder: String) -> [Transcript] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
        do {
            return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "txt" }.sorted { $0.path() < $1.path() }.map {
                    try Transcript($0)
                }
        } catch {
            fatalError("\(folder.path()): \(error)")
        }
    }

    /// The text after `key` of each line that begins with it.
    private func settings(_ key: String) -> [String] {
        parts.compactMap {
            guard case .line(let line) = $0, line.hasPrefix(key) else { return nil }
            return String(line.dropFirst(key.count).drop { $0 == " " })
        }
    }

    func service() throws -> Service {
        let today = try settings("today:").first.map { try #require(Day($0)) } ?? Checkout.today
        var data = try Checkout.data()
        if let counts = settings("counts:").first {
            let table = try String(
                contentsOf: file.deletingLastPathComponent().appending(path: counts), encoding: .utf8)
            data = try OpenData.data(
                adding: OpenData.observations(table.split(separator: "\n").map(String.init)))
        }
        for addition in settings("+") {
            let colon = try #require(addition.firstIndex(of: ":"))
            let path = "Data/" + addition[..<colon]
            let index = try #require(data.firstIndex { $0.path == path })
            let row = addition[addition.index(after: colon)...].drop { $0 == " " }
            data[index] = TextFile(path: path, text: data[index].text + row + "\n")
        }
        return try Service(
            grammar: CompiledGrammar(files: Checkout.grammar()), data: data, store: .memory, today: today)
    }

    /// Holds the conversations; a title begins a new one.
    func replies(_ service: Service) throws -> [(turn: Turn, reply: Reply)] {
        var conversation = Conversation.new
        var result: [(turn: Turn, reply: Reply)] = []
        for part in parts {
            switch part {
            case .line(let line): if line.hasPrefix("#") { conversation = .new }
            case .turn(let turn) where turn.isReport:
                result.append((turn, try service.report(turn.question.isEmpty ? nil : turn.question)))
            case .turn(let turn):
                let (reply, next) = try service.reply(to: turn.question, in: conversation)
                conversation = next
                result.append((turn, reply))
            }
        }
        return result
    }

    /// The file with other replies.
    func text(with replies: [[String]]) -> String {
        var replies = replies[...]
        return parts.flatMap { part in
            switch part {
            case .line(let line): [line]
            case .turn(let turn):
                [(turn.isReport ? ">> " : "> ") + turn.question] + (replies.popFirst() ?? turn.expected)
            }
        }.joined(separator: "\n")
    }
}

extension Reply {
    /// What it answers, and whether it does.
    var answerLines: [String] {
        ["[\(status.rawValue)]"] + answer.split(separator: "\n").map(String.init)
    }

    /// All of it, as a transcript has it.
    var lines: [String] {
        answerLines + (understood.isEmpty ? [] : ["  understood: \(understood)"])
            + notes.map { "  note: \($0)" } + sources.map { "  source: \($0)" }
            + suggestions.map { "  try: \($0)" }
    }
}
