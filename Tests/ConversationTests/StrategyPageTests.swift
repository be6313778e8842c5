import Conversation
import Foundation
import SampleScore
import Testing

/// The published page is the measure of the wording: where it has a sentence, the answer is that sentence.
struct StrategyPageTests {
    /// The lines of the page's Performance section.
    private static func performance() throws -> [String] {
        let file = Checkout.root.appending(path: "Tests/FactStoreTests/Corpus/strategy-page.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let section = lines.drop { $0 != "Performance" }.dropFirst().prefix { $0 != "-" }
        return Array(section)
    }

    @Test(arguments: [
        ("domestic abuse Q2 vs Q1", 2), ("drug offences Q2 vs Q1", 3), ("public order Q2 vs Q1", 4),
        ("violence with injury Q2 vs Q1", 5), ("reported crime Q2 vs Q1", 6),
    ]) func theAnswerBeginsWithThePagesSentence(question: String, line: Int) throws {
        let published = try #require(try StrategyPageTests.performance().dropFirst(line).first)
        let sentence = published.hasPrefix("- ") ? String(published.dropFirst(2)) : published
        let reply = try Shared.service.get().reply(to: question, in: .new).reply
        let first = String(reply.answer.prefix { $0 != "\n" })
        #expect(first == sentence || first == sentence + ".")
        #expect(reply.status == .answered)
    }

    @Test(arguments: ["Q2", "2022/23 Q2", "July to September 2022", nil])
    func theReportIsThePagesSection(phrase: String?) throws {
        let report = try Shared.service.get().report(phrase)
        #expect(
            report.answer.split(separator: "\n").map(String.init) == (try StrategyPageTests.performance()))
        #expect(report.status == .answered)
    }
}
