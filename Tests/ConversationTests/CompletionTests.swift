import Conversation
import Foundation
import SampleScore
import Testing

/// What TAB offers, by a file in plain text: Completions.txt.
struct CompletionTests {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Completions.txt")
    private static let isRewriting = ProcessInfo.processInfo.environment["ASKCSP_REWRITE"] == "1"
    private static let completion = Result { Completion(service: try Shared.service.get()) }

    private func offered(_ line: String, after message: String?) throws -> [String] {
        let service = try Shared.service.get()
        let conversation = try message.map { try service.reply(to: $0, in: .new).conversation } ?? .new
        return try CompletionTests.completion.get().lines(for: line, in: conversation)
    }

    @Test func everyLineIsCompletedAsTheFileSays() throws {
        let text = try String(contentsOf: CompletionTests.file, encoding: .utf8)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var message: String?
        var at = 0
        while at < lines.count {
            if lines[at].hasPrefix("< ") { message = String(lines[at].dropFirst(2)) }
            guard lines[at].hasPrefix("> "), lines[at].hasSuffix("|") else {
                at += 1
                continue
            }
            let line = String(lines[at].dropFirst(2).dropLast())
            let stem = line.prefix(
                upTo: line.lastIndex(of: " ").map { line.index(after: $0) } ?? line.startIndex)
            let got = try offered(line, after: message).map { String($0.dropFirst(stem.count)) }
            let end = lines[at...].firstIndex(of: "") ?? lines.count
            let expected = Array(lines[(at + 1)..<end])
            if CompletionTests.isRewriting {
                lines.replaceSubrange((at + 1)..<end, with: got)
            } else if got != expected {
                Issue.record(
                    "Completions.txt:\(at + 1): \(line)|\n\(expected.joined(separator: "\n"))\nbut it offers\n\(got.joined(separator: "\n"))"
                )
            }
            message = nil
            at += got.count + 1
        }
        if CompletionTests.isRewriting {
            try lines.joined(separator: "\n").write(
                to: CompletionTests.file, atomically: true, encoding: .utf8)
        }
    }
}
