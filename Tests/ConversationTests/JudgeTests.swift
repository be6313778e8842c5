import Foundation
import SampleScore
import Testing

/// The judge of the samples, by answers of which it is plain what they are worth.
struct JudgeTests {
    private func verdict(_ keys: String, _ status: String = "answered", _ answer: String) throws -> Verdict {
        let line = #"{"id":"1","q":"?","expect":"answer","must":[],"any":[],\#(keys)"tags":[]}"#
        let sample = try JSONDecoder().decode(Sample.self, from: Data(line.utf8))
        return Judged.verdict(sample, status: try #require(.init(rawValue: status)), answer: answer)
    }

    @Test(arguments: [
        (#""must":["2749"],"#, "Reported crime was 2,749 incidents.", true),
        (#""must":["2749"],"#, "Reported crime was 27490 incidents.", false),
        (#""must":["£24,300"],"#, "It was £24,300.", true), (#""must":["-12.8"],"#, "12.8 points", true),
        (#""must":["12.8"],"#, "12.80 points", true), (#""must":["13"],"#, "13.73%", false),
        (#""must":["up"],"#, "It went UP.", true), (#""must":["up"],"#, "upward", false),
        (#""must":["with injury"],"#, "Violence (With injury)", true),
        (#""must":["Fire & Rescue"],"#, "fire and rescue service", true),
        (#""must":["2021-22"],"#, "in 2021–22", true), (#""must":["isn't"],"#, "It isn’t.", true),
        (#""any":[["no","none"],["28.9"]],"#, "None: it was 28.9%.", true),
        (#""any":[["no","none"],["28.9"]],"#, "It was 28.9%.", false),
        (#""must_not":["no,"],"#, "No, it is not.", false), (#""must_not":["no,"],"#, "Yes. No, really.", true),
        (#""must_not":["not"],"#, "It is not.", false), (#""order":["drug","public"],"#, "Drugs, public order", true),
        (#""order":["public","drug"],"#, "Drugs, public order", false),
    ]) func whatAnAnswerHolds(keys: String, answer: String, isRight: Bool) throws {
        // Of two keys of one name the later counts.
        let keys = keys.replacing("\"must\"", with: "\"must\"")
        #expect(try verdict(keys, answer) == (isRight ? .right : .wrong))
    }

    @Test func whatADeclinedQuestionIsWorth() throws {
        #expect(try verdict("", "no-data", "") == .missed)
        #expect(try verdict(#""expect":"no-data","#, "answered", "28.9%") == .wrong)
        #expect(try verdict(#""expect":"no-data","#, "no-data", "") == .apt)
        #expect(try verdict(#""expect":"no-data","#, "unclear", "") == .refused)
    }
}
