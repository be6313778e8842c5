import Foundation
import Testing

/// Every command in the project's guides, and the output that stands below it.
///
/// `ASKCSP_REWRITE=1 swift test --filter ReadmeTests` writes the output anew; what changed is then read in the
/// difference before it is kept.
struct ReadmeTests {
    private static let isRewriting = ProcessInfo.processInfo.environment["ASKCSP_REWRITE"] == "1"

    @Test(arguments: [
        ("README.md", 20), ("Grammar/README.md", 5), ("Documentation/formats.md", 8),
    ])
    func everyCommandPrintsWhatStandsBelowIt(path: String, least: Int) throws {
        let guide = try Guide(path)
        #expect(guide.runs.count >= least, "\(path) shows too little; was it taken apart rightly?")
        let outputs = try guide.outputs()
        guard !ReadmeTests.isRewriting else {
            try #require(Askcsp.run("examples").status == 0, "a broken grammar is not to be written down")
            return try guide.write(outputs)
        }
        for (run, output) in zip(guide.runs, outputs) where run.expected != output {
            Issue.record(
                """
                \(path):\(run.line): $ \(run.command)
                \(run.expected.joined(separator: "\n"))
                but it prints
                \(output.joined(separator: "\n"))
                """)
        }
    }

    @Test func anotherOutputIsNoticed() throws {
        let text = ["```console", "$ askcsp period Q2", "0.0.0", "```"]
        let guide = Guide(text.joined(separator: "\n"), path: "")
        #expect(guide.runs.map(\.expected) == [["0.0.0"]])
        let outputs = try guide.outputs()
        #expect(outputs != [["0.0.0"]])
        #expect(guide.text(with: outputs) == "```console\n$ askcsp period Q2\n\(outputs[0][0])\n```")
    }

    @Test func linesThatAreNotTheProgramsAreNotRun() {
        let guide = Guide("```console\n$ make run\n$ cp askcsp.txt x\n```\n\n    $ askcsp\n", path: "")
        #expect(guide.runs.isEmpty)
    }

    @Test func anEditThatFitsNowhereIsNoticed() throws {
        let guide = Guide("```diff\n+++ Data/sources.csv\n no such line\n+new\n```\n", path: "")
        #expect(throws: Guide.Edit.Misfit.self) { try guide.outputs() }
    }
}
