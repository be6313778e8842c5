import Testing

/// Quarters that nobody has published yet, over made-up figures: the page's sentences go on. The replies here are
/// written by hand, never by the program, and only what is answered counts.
struct LaterQuarterTests {
    static let all = Transcript.all(in: "LaterQuarters")

    @Test func theCorpusIsThere() { #expect(LaterQuarterTests.all.count == 3) }

    @Test(arguments: all) func sentences(_ transcript: Transcript) throws {
        for (turn, reply) in try transcript.replies(transcript.service())
        where turn.expected != reply.answerLines {
            Issue.record("\(transcript.difference(turn, reply.answerLines))")
        }
    }
}
