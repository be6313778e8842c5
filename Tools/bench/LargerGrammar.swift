import Conversation
import FactStore
import Facts
import Language
import Notation
import SampleScore

/// The same questions by a grammar of ten times the words and forms.
struct LargerGrammar {
    let questions: SampleQuestions
    let rounds: Int

    func run() throws {
        let files = try Checkout.grammar()
        let small = try grammar(files)
        let copies = 1..<10
        let large = try grammar(
            files.map { Self.larger($0, copies) }
                + copies.flatMap { number in files.map { Self.copy($0, number) } })
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

    /// Every block under another name, its words changed into words that nobody uses. What has no word would read the
    /// same again, and is left out; what may be asked without one of its words gets one more that has to be there.
    /// Otherwise the copies would read real questions too, and what is measured would be ten readings of each phrase.
    private static func copy(_ file: TextFile, _ number: Int) -> TextFile {
        TextFile(
            path: "\(number)/\(file.path)",
            text: blocks(of: file).compactMap { copy($0, number) }.joined(separator: "\n"))
    }

    /// A part stands in one block alone, so its copies are more lines of that block.
    private static func larger(_ file: TextFile, _ copies: Range<Int>) -> TextFile {
        let blocks = blocks(of: file).map { block in
            guard block[0].hasPrefix("part ") else { return block }
            return block + copies.flatMap { lines(of: block, kind: "part", $0) }
        }
        return TextFile(path: file.path, text: blocks.joined().joined(separator: "\n"))
    }

    private static func blocks(of file: TextFile) -> [[String]] {
        var blocks: [[String]] = []
        for line in file.text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("#") {
            if line.first != " " { blocks.append([]) }
            if !blocks.isEmpty { blocks[blocks.count - 1].append(String(line)) }
        }
        return blocks
    }

    private static let copied = [
        "measure", "crime type", "place", "places", "list", "unheld", "outsiders", "words", "phrase",
        "question",
    ]

    private static func copy(_ block: [String], _ number: Int) -> String? {
        guard let kind = copied.last(where: { block[0] == $0 || block[0].hasPrefix($0 + " ") }) else {
            return nil
        }
        // Words go by their kind; places and outsiders have no name.
        let isNamed = !["words", "places", "outsiders"].contains(kind)
        let lines = lines(of: block, kind: kind, number)
        guard !lines.isEmpty else { return nil }
        return ([isNamed ? "\(block[0])-\(number)" : block[0]] + lines).joined(separator: "\n")
    }

    private static func lines(of block: [String], kind: String, _ number: Int) -> [String] {
        var lines: [String] = []
        var isWaiting = false
        for line in block.dropFirst() {
            switch line.drop(while: { $0 == " " }).prefix(while: { $0 != ":" }) {
            case "name", "also", "names", "words": lines.append(altered(line, number, from: 1))
            case "ask":
                // Fillers stay, since they are no part of what a line stands for, which has a limit.
                let changed = altered(line, number, from: 4)
                guard changed != line else { continue }
                lines.append(ended(changed, number))
                isWaiting = isWaiting || !line.contains("=>")
            case "means" where kind != "question":
                if isWaiting { lines.append(line) }
                isWaiting = false
            // A form for something else: it needs what no question about figures says.
            case "needs": lines.append(line + ", others")
            case "unit", "any of", "decimals", "singular", "members", "title", "may", "means":
                lines.append(line)
            default: continue
            }
        }
        return lines
    }

    /// With a word at its end that has to be there, in place of what may be left out there.
    private static func ended(_ line: String, _ number: Int) -> String {
        let parts = line.split(separator: " => ", maxSplits: 1)
        guard parts.count == 2 else { return line }
        var pattern = parts[0]
        while pattern.last == "]", let start = pattern.lastIndex(of: "[") {
            pattern = pattern[..<start]
            while pattern.last == " " { pattern.removeLast() }
        }
        return "\(pattern) \(ending(number)) => \(parts[1])"
    }

    private static func ending(_ number: Int) -> String {
        String(repeating: ["x", "z", "q"][number % 3], count: 1 + number / 3) + "ov"
    }

    /// What stands in `< >` and after `=>` stays, and so do words of fewer letters.
    private static func altered(_ line: String, _ number: Int, from letters: Int) -> String {
        let ending = ending(number)
        var result = ""
        var word = ""
        var isPart = false
        let arrow = line.firstRange(of: "=>")?.lowerBound ?? line.endIndex
        let start = line.firstIndex(of: ":") ?? line.startIndex
        for letter in line[start..<arrow] {
            if letter.isLetter, !isPart {
                word.append(letter)
                continue
            }
            result += word.count < letters ? word : word + ending
            word = ""
            if letter == "<" { isPart = true }
            if letter == ">" { isPart = false }
            result.append(letter)
        }
        result += word.count < letters ? word : word + ending
        return line[..<start] + result + line[arrow...]
    }
}
