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
