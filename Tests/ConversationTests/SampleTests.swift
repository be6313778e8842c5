import Foundation
import SampleScore
import Testing

/// Questions as people ask them. What is answered has to be right, and no fewer may be answered than before.
struct SampleTests {
    /// The least coverage of a file, in per cent: a line `first 89.0` of Tests/Samples/floors.txt.
    struct Floor: Sendable, CustomTestStringConvertible {
        let name: String
        let percent: Double
        var testDescription: String { name }
    }

    static let floors: [Floor] = {
        let file = Checkout.root.appending(path: "Tests/Samples/floors.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: " ")
            guard words.count == 2, let percent = Double(words[1]) else { fatalError("floors.txt: \(line)") }
            return Floor(name: String(words[0]), percent: percent)
        }
    }()

    @Test func everyFileHasAFloor() throws {
        #expect(try Checkout.samples().map(\.name).sorted() == SampleTests.floors.map(\.name).sorted())
    }

    @Test(arguments: floors) func nothingIsAnsweredWrongly(_ floor: Floor) throws {
        let file = try #require(try Checkout.samples().first { $0.name == floor.name })
        let judged = try file.samples.map(try Shared.service.get().judge)
        for one in judged where one.verdict == .wrong { Issue.record("\(one.description)") }
        let tally = Tally(judged)
        #expect(tally.coverage >= floor.percent, "\(file.name): \(tally.summary)")
    }
}
