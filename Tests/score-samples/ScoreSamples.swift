import Conversation
import Facts
import Foundation
import SampleScore

/// Asks every sample question and prints what the replies are worth.
///
///     score-samples [--show wrong|missed|refused|all] [FILE ...]
///
/// Without files, those in Tests/Samples.
@main
struct ScoreSamples {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        var shown: [Verdict] = []
        if arguments.first == "--show" {
            arguments.removeFirst()
            let word = arguments.popFirst() ?? ""
            shown = word == "all" ? Verdict.allCases : Verdict.allCases.filter { $0.rawValue == word }
            guard !shown.isEmpty else {
                print("after --show: \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")) or all")
                exit(2)
            }
        }
        let files =
            try arguments.isEmpty ? Checkout.samples() : arguments.map { try SampleFile(URL(filePath: $0)) }
        let service = try Checkout.service()
        for file in files {
            let judged = try file.samples.map(service.judge)
            print("\(file.name)\n\(ScoreTable(judged).text)\n")
            for one in judged where shown.contains(one.verdict) { print(one.description + "\n") }
        }
    }
}
