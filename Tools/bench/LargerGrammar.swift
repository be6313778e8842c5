import Conversation
import FactStore
import Facts
import Language
import Notation
import SampleScore

/// The same questions by a grammar of ten times the words and forms.
struct LargerGrammar {
    let questions: SampleQuestions
    let folder: ScratchFolder
    let rounds: Int

    func run() throws {
        let files = try Checkout.grammar()
        let small = try grammar(files)
        let large = try grammar(files + (1..<10).flatMap { number in files.map { Self.copy($0, number) } })
        var times: (small: [Double], large: [Double]) = ([], [])
        // In turns, so that whatever else the machine does befalls both.
        for _ in 0..<max(1, rounds / 5) {
            times.small += ReadingAlone.times(of: questions.all, by: small, rounds: 5)
            times.large += ReadingAlone.times(of: questions.all, by: large, rounds: 5)
        }
        Row(
            what: "  by ten times the words and forms", ours: times.large.quantile().microseconds,
            ratio: times.large.quantile() / times.small.quantile(), goal: "1.5 (of the one above)"
        ).show()
    }

    private func grammar(_ files: [TextFile]) throws -> Grammar {
        let compiled = try CompiledGrammar(files: files)
        let store = try Store.open(.memory, data: Checkout.data(), codelists: compiled.codelists)
        return Grammar(compiled, catalogue: try store.catalogue())
    }

    /// Every block under another name; the words of names and patterns become words that nobody uses.
    private static func copy(_ file: TextFile, _ number: Int) -> TextFile {
        let kinds = [
            "measure", "crime type", "place", "list", "unheld", "part", "phrase", "question", "wording",
        ]
        var lines: [String] = []
        for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
            let key = line.drop { $0 == " " }.prefix { $0 != ":" }
            if let kind = kinds.first(where: { line.hasPrefix($0 + " ") && $0 != "part" }), kind != "wording"
            {
                lines.append("\(line)-\(number)")
            } else if ["name", "also", "names", "words", "ask"].contains(key) {
                lines.append(altered(line, number))
            } else if !["home", "try", "gives", "not", "after", "part of", "paid by", "start"].contains(key),
                !line.hasPrefix("wording "), !key.hasPrefix("say")
            {
                lines.append(String(line))
            }
        }
        return TextFile(path: "\(number)/\(file.path)", text: lines.joined(separator: "\n"))
    }

    /// Words of four letters and more get an ending; what stands in `< >` and after `=>` stays.
    private static func altered(_ line: Substring, _ number: Int) -> String {
        let ending = String(repeating: ["x", "z", "q"][number % 3], count: 1 + number / 3) + "ov"
        var result = ""
        var word = ""
        var isPart = false
        let arrow = line.firstRange(of: "=>")?.lowerBound ?? line.endIndex
        let start = line.firstIndex(of: ":") ?? line.startIndex
        for index in line[start..<arrow].indices {
            let letter = line[index]
            if letter.isLetter, !isPart {
                word.append(letter)
                continue
            }
            result += word.count > 3 ? word + ending : word
            word = ""
            if letter == "<" { isPart = true }
            if letter == ">" { isPart = false }
            result.append(letter)
        }
        result += word.count > 3 ? word + ending : word
        return line[..<start] + result + line[arrow...]
    }
}
