import Conversation
import SampleScore
import Testing

/// The questions about districts, months and counts, over the strategy's figures and a year of open data.
struct OpenDataSampleTests {
    private static let service = Result { try OpenData.service() }

    @Test(arguments: OpenData.floors.keys.sorted()) func nothingIsAnsweredWrongly(_ name: String) throws {
        let file = try OpenData.samples(name)
        let judged = try file.samples.map(try Self.service.get().judge)
        for one in judged where one.verdict == .wrong { Issue.record("\(one.description)") }
        let tally = Tally(judged)
        #expect(tally.coverage >= OpenData.floors[name] ?? 100, "\(tally.summary)")
    }

    /// What was understood, asked back, has the same answer.
    @Test func whatTheyAreReadAsComesBack() throws {
        let service = try Self.service.get()
        for sample in try OpenData.samples("first").samples {
            let reply = try service.reply(to: sample.question, in: service.conversation(sample)).reply
            guard reply.status == .answered else { continue }
            let again = try service.reply(to: reply.understood, in: .new).reply
            #expect(again.answer == reply.answer, "\(sample.id): \(reply.understood)")
        }
    }

    /// Counts beside them change nothing that is said of the page's own figures, but where a count is asked for.
    @Test func theStrategyIsAnsweredAsBefore() throws {
        let samples = try Checkout.samples().flatMap(\.samples)
        let judged = try samples.map(try Self.service.get().judge)
        let wrong = judged.filter { $0.verdict == .wrong }.map(\.sample.id)
        #expect(
            Set(wrong).isSubset(of: Self.nowCounted),
            "\(Set(wrong).subtracting(Self.nowCounted).sorted())")
    }

    /// Samples whose right answer is another once counts are held.
    private static let nowCounted: Set<String> = [
        "a-096", "a-159", "a-292", "adv-018", "adv-055", "adv-058", "adv-059", "adv-060", "adv-061",
        "adv-064",
        "adv-065", "adv-067", "adv-076", "adv2-037", "adv2-056", "adv2-057", "adv2-083", "b062", "b177",
        "b205",
        "b206", "c046", "c075", "c157", "e134", "f028",
        "g116", "g117", "h3-136", "t048", "t103", "u032", "m129", "n045", "s078", "s091", "s156", "s163",
        "l051", "s002", "h5-032", "h5-033", "h5-036", "h5-037", "h5-039",
        "h6-042", "h6-043", "h6-044", "h6-045", "h6-104", "h6-105", "t13-115", "t13-117", "t13-160",
        "t13-161", "t14-091",
    ]
}
