import Facts
import Notation

/// items.csv, acronyms.csv and passages.txt.
extension DataReading {
    mutating func items(in file: TextFile?) -> [Item] {
        var lines = FirstLines<[String]>()
        let columns = ["list", "number", "name", "text", "about", "source"]
        return rows(in: file, columns: columns).compactMap { row in
            let (list, name, text) = (filled(row, "list"), filled(row, "name"), filled(row, "text"))
            if list != nil { check(row["list"], "list", among: codelists.lists) }
            let (number, source) = (place(row["number"]), source(row["source"]))
            guard let list, let number, let name, let text, let source else { return nil }
            report(lines.repeated([list, String(number)], "number \(number) of \(list)", at: row["number"]))
            return Item(
                list: list, number: number, name: name, text: text,
                about: DataReading.phrases(row["about"].value, between: ";"), source: source)
        }
    }

    mutating func acronyms(in file: TextFile?) -> [Acronym] {
        var lines = FirstLines<String>()
        return rows(in: file, columns: ["letters", "expansion", "source"]).compactMap { row in
            let (letters, expansion) = (filled(row, "letters"), filled(row, "expansion"))
            let source = source(row["source"])
            guard let letters, let expansion, let source else { return nil }
            report(lines.repeated(letters, "'\(letters)'", at: row["letters"]))
            return Acronym(letters: letters, expansion: expansion, source: source)
        }
    }

    mutating func passages(in file: TextFile?) -> [Passage] {
        guard let file else { return [] }
        let kind = BlockKind("passage", needs: ["name", "text", "about", "source"])
        let blocks = BlockReader(kinds: [kind]).read(file, problems: &problems)
        var lines: [String: Int] = [:]
        return blocks.compactMap { block in
            if let first = lines.updateValue(block.location.line, forKey: block.name) {
                problems.append(block.problem("passage '\(block.name)' is already on line \(first)"))
            }
            for key in ["name", "source"] {
                for field in block.all(key).dropFirst() {
                    problems.append(field.keyProblem("a passage has one '\(key):'"))
                }
            }
            guard let name = block.first("name"), let source = block.first("source") else { return nil }
            if let message = sourceProblem(source.value) { problems.append(source.problem(message)) }
            return Passage(
                id: block.name, name: name.value,
                text: block.all("text").map(\.value).joined(separator: "\n"),
                about: block.all("about").flatMap { DataReading.phrases($0.value, between: ",") },
                source: source.value)
        }
    }

    /// Names that the grammar uses and none of the files declares are mistakes of the grammar's lines. A file that is
    /// not there declares nothing, and is not asked for: what nobody holds is declined.
    mutating func check(_ names: [DataName], among declared: [DataName.Kind: [String]]) {
        for name in names {
            guard let known = declared[name.kind], !known.contains(name.id) else { continue }
            problems.append(
                Problem(
                    "no \(name.kind.rawValue) '\(name.id)' in Data/"
                        + EditDistance.hint(to: name.id, among: known),
                    at: Location(path: name.path, line: name.line, column: name.column), line: name.text))
        }
    }

    /// An item's place in its list.
    private mutating func place(_ field: CSVField) -> Int? {
        guard let number = Int(field.value), number > 0 else {
            problems.append(field.problem("'\(field.value)' is not a place in a list; write 1 for the first"))
            return nil
        }
        return number
    }

    private static func phrases(_ text: String, between separator: Character) -> [String] {
        text.split(separator: separator).map { phrase in
            let start = phrase.drop(while: \.isWhitespace)
            return String(start.reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }
}
