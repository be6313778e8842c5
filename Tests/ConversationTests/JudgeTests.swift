import Facts
import Foundation
import SampleScore
import Testing

/// The judge of the samples, by answers of which it is plain what they are worth.
struct JudgeTests {
    private func verdict(_ keys: String, _ status: Reply.Status, _ answer: String) throws -> Verdict {
        let sample = try JSONDecoder().decode(Sample.self, from: Data(#"{"id":"1","q":"?",\#(keys)}"#.utf8))
        return Judged.verdict(sample, status: status, answer: answer)
    }

    @Test(arguments: [
        (#""must":["2749"]"#, "Reported crime was 2,749 incidents.", true),
        (#""must":["2749"]"#, "Reported crime was 27490 incidents.", false),
        (#""must":["£24,300"]"#, "It was £24,300.", true), (#""must":["-12.8"]"#, "12.8 points", true),
        (#""must":["12.8"]"#, "12.80 points", true), (#""must":["13"]"#, "13.73%", false),
        (#""must":["up"]"#, "It went UP.", true), (#""must":["up"]"#, "upward", false),
        (#""must":["with injury"]"#, "Violence (With injury)", true),
        (#""must":["Fire & Rescue"]"#, "fire and rescue service", true),
        (#""must":["2021-22"]"#, "in 2021–22", true), (#""must":["isn't"]"#, "It isn’t.", true),
        (#""any":[["no","none"],["28.9"]]"#, "None: it was 28.9%.", true),
        (#""any":[["no","none"],["28.9"]]"#, "It was 28.9%.", false),
        (#""must_not":["no,"]"#, "No, it is not.", false), (#""must_not":["no,"]"#, "Yes. No, really.", true),
        (#""must_not":["not"]"#, "It is not.", false),
        (#""order":["drug","public"]"#, "Drugs, public order", true),
        (#""order":["public","drug"]"#, "Drugs, public order", false),
    ]) func whatAnAnswerHolds(keys: String, answer: String, isRight: Bool) throws {
        #expect(try verdict(#""expect":"answer",\#(keys)"#, .answered, answer) == (isRight ? .right : .wrong))
    }

    @Test func whatADeclinedQuestionIsWorth() throws {
        #expect(try verdict(#""expect":"answer""#, .noData, "") == .missed)
        #expect(try verdict(#""expect":"no-data""#, .answered, "28.9%") == .wrong)
        #expect(try verdict(#""expect":"no-data""#, .noData, "") == .apt)
        #expect(try verdict(#""expect":"no-data""#, .unclear, "") == .refused)
    }
}
