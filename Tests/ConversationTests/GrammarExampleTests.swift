import Conversation
import SampleScore
import Testing

/// The examples that stand beside the question forms in Grammar/.
struct GrammarExampleTests {
    @Test func everyExampleGivesWhatItSays() throws {
        let summary = try Shared.service.get().check()
        #expect(summary.examples > 0)
        for problem in summary.problems { Issue.record("\(problem.description)") }
    }
}
