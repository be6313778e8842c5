import Foundation
import Language
import Notation
import Testing

/// Broken grammar files, and what is said of each mistake: a corpus in plain text, a case for each sort of mistake.
/// With ASKCSP_REWRITE=1 what is said is written anew.
struct MistakeTests {
    /// A case: a title, files, and what has to be said of them.
    struct Case: Sendable, CustomTestStringConvertible {
        let corpus: String
        let title: String
        var files: [TextFile] = []
        var said = ""
        var testDescription: String { "\(corpus): \(title)" }

        /// The mistakes found, with a sound home added unless the case has its own.
        func problems() -> String {
            let home = TextFile(path: "Grammar/home.txt", text: "place here\n    name: Here\n    home: yes\n")
            do throws(Problems) {
                _ = try GrammarSource(files: files.contains { $0.path == home.path } ? files : [home] + files)
                return ""
            } catch {
                return error.description
            }
        }
    }

    private static let isRewriting = ProcessInfo.processInfo.environment["ASKCSP_REWRITE"] == "1"
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Mistakes")
    static let corpora = [
        "blocks", "words", "patterns", "meanings", "questions", "wordings", "several-files",
    ]
    static let cases = corpora.flatMap { cases(in: $0) }

    private static func text(of corpus: String) -> String {
        (try? String(contentsOf: folder.appending(path: "\(corpus).txt"), encoding: .utf8)) ?? ""
    }

    private static func cases(in corpus: String) -> [Case] {
        var cases: [Case] = []
        var path: String?
        for line in text(of: corpus).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("###### ") {
                cases.append(Case(corpus: corpus, title: String(line.dropFirst(7))))
                path = nil
            } else if line.hasPrefix("==== ") {
                path = String(line.dropFirst(5))
                if let path, path != "said", let last = cases.indices.last {
                    cases[last].files.append(TextFile(path: path, text: ""))
                }
            } else if let path, let last = cases.indices.last, path == "said" {
                if !line.isEmpty { cases[last].said += (cases[last].said.isEmpty ? "" : "\n") + line }
            } else if path != nil, let last = cases.indices.last, let file = cases[last].files.popLast() {
                cases[last].files.append(TextFile(path: file.path, text: file.text + line + "\n"))
            }
        }
        return cases
    }

    @Test func theCorpusIsThere() { #expect(MistakeTests.cases.count == 27) }

    @Test(.enabled(if: !isRewriting), arguments: cases) func mistakesAreSaid(_ broken: Case) {
        #expect(broken.problems() == broken.said)
    }

    @Test(.enabled(if: isRewriting), arguments: corpora) func whatIsSaidIsWritten(_ corpus: String) throws {
        var text = MistakeTests.text(of: corpus)
        let cases = MistakeTests.cases.filter { $0.corpus == corpus }
        let pieces = text.components(separatedBy: "==== said\n")
        text = zip(pieces, cases).map { $0 + "==== said\n" + $1.problems() + "\n" }.joined(separator: "\u{0}")
        text = text.split(separator: "\u{0}").enumerated().map { index, piece in
            guard index > 0, let start = piece.firstRange(of: "###### ")?.lowerBound else {
                return String(piece)
            }
            return "\n" + piece[start...]
        }.joined()
        let file = MistakeTests.folder.appending(path: "\(corpus).txt")
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}
