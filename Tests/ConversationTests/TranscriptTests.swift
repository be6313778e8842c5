import Foundation
import Testing

/// Whole conversations, word for word. `make transcripts` writes the replies anew; what changed is then read in the
/// difference before it is kept.
struct TranscriptTests {
    static let all = Transcript.all(in: "Transcripts") + Transcript.all(in: "OpenData")
    private static let isRewriting = ProcessInfo.processInfo.environment["ASKCSP_REWRITE"] == "1"

    @Test func theTranscriptsAreThere() { #expect(TranscriptTests.all.count >= 12) }

    @Test(arguments: all) func conversations(_ transcript: Transcript) throws {
        let replies = try transcript.replies(transcript.service())
        guard !TranscriptTests.isRewriting else {
            let text = transcript.text(with: replies.map(\.reply.lines))
            return try text.write(to: transcript.file, atomically: true, encoding: .utf8)
        }
        for (turn, reply) in replies where turn.expected != reply.lines {
            Issue.record("\(transcript.difference(turn, reply.lines))")
        }
    }

    /// What was understood of open data, asked back by itself, means the same and has the same answer. (What is held
    /// of the strategy's page is tested form by form.)
    @Test(arguments: Transcript.all(in: "OpenData")) func whatWasUnderstoodComesBack(_ transcript: Transcript)
        throws
    {
        let service = try transcript.service()
        for (turn, reply) in try transcript.replies(service) {
            guard reply.status == .answered, !reply.understood.contains("; ") else { continue }
            let again = try service.reply(to: reply.understood, in: .new).reply
            let isSame = again.answer == reply.answer && again.understood == reply.understood
            #expect(isSame, "\(turn.question): \(reply.understood)\n\(again.understood)\n\(again.answer)")
        }
    }
}

extension Transcript {
    /// A reply that is not as the file has it.
    func difference(_ turn: Turn, _ got: [String]) -> String {
        """
        \(file.lastPathComponent):\(turn.line): > \(turn.question)
        \(turn.expected.joined(separator: "\n"))
        but the reply is
        \(got.joined(separator: "\n"))
        """
    }
}
