/// A block of one of the project's text files: `kind name` at the margin, then indented `key: value` lines.
///
///     crime type drug-offences
///         name: drug offences
///         also: drugs, drug crime
public struct Block: Hashable, Sendable {
    /// `crime type`.
    public let kind: String
    /// `drug-offences`; empty for a kind that has no name.
    public let name: String
    public let location: Location
    public let line: String
    public let fields: [Field]

    public struct Field: Hashable, Sendable {
        public let key: String
        public let value: String
        /// Of the key.
        public let location: Location
        /// Of the value's first character.
        public let valueLocation: Location
        public let line: String

        public init(key: String, value: String, location: Location, valueLocation: Location, line: String) {
            self.key = key
            self.value = value
            self.location = location
            self.valueLocation = valueLocation
            self.line = line
        }

        /// A problem at the `offset`-th character of the value.
        public func problem(_ message: String, offset: Int = 0) -> Problem {
            let at = Location(
                path: location.path, line: valueLocation.line, column: valueLocation.column + offset)
            return Problem(message, at: at, line: line)
        }

        /// Where a stretch of the value begins, in characters; 0 when it is not there.
        public func offset(of text: some StringProtocol) -> Int {
            value.firstRange(of: text).map { value.distance(from: value.startIndex, to: $0.lowerBound) } ?? 0
        }

        public func keyProblem(_ message: String) -> Problem { Problem(message, at: location, line: line) }
    }

    public func problem(_ message: String) -> Problem { Problem(message, at: location, line: line) }

    /// The values of a key, in order.
    public func all(_ key: String) -> [Field] { fields.filter { $0.key == key } }
    public func first(_ key: String) -> Field? { fields.first { $0.key == key } }
}

/// What a kind of block may hold.
public struct BlockKind: Hashable, Sendable {
    public let name: String
    /// Keys that have to be there.
    public let needs: [String]
    /// Keys that may be there, any number of times.
    public let allows: [String]
    /// Keys that stand once.
    public let single: [String]
    /// Keys that take a few words alone: `home: yes`.
    public let values: [String: [String]]
    /// Whether any key is taken, as in `say CASE:`; the reader of the block checks them.
    public let prefixes: [String]
    public let isNamed: Bool

    public init(
        _ name: String, needs: [String] = [], allows: [String] = [], single: [String] = [],
        values: [String: [String]] = [:], prefixes: [String] = [], isNamed: Bool = true
    ) {
        self.name = name
        self.needs = needs
        self.allows = allows
        self.single = single
        self.values = values
        self.prefixes = prefixes
        self.isNamed = isNamed
    }

    /// What is wrong with a field's value, or with its standing there again.
    fileprivate func problem(_ field: Block.Field, after fields: [Block.Field]) -> Problem? {
        if single.contains(field.key), let first = fields.first(where: { $0.key == field.key }) {
            return field.keyProblem("'\(field.key):' is already on line \(first.location.line)")
        }
        guard let taken = values[field.key], !taken.contains(field.value) else { return nil }
        let all = taken.map { "'\($0)'" }.joined(separator: " or ")
        return field.problem("'\(field.key):' takes \(all) alone, and not '\(field.value)'")
    }

    func takes(_ key: String) -> Bool {
        needs.contains(key) || allows.contains(key)
            || prefixes.contains { key.hasPrefix($0 + " ") || key == $0 }
    }
}

/// Reads files of blocks, and reports every mistake in them.
public struct BlockReader: Sendable {
    let kinds: [BlockKind]

    public init(kinds: [BlockKind]) { self.kinds = kinds }

    /// The file's blocks in order; mistakes are added to `problems`, and what can be read is still returned.
    public func read(_ file: TextFile, problems: inout [Problem]) -> [Block] {
        var blocks: [Block] = []
        var open: (kind: BlockKind, name: String, location: Location, line: String, fields: [Block.Field])?
        var isSkipping = false

        func close() {
            guard let block = open else { return }
            for key in block.kind.needs where !block.fields.contains(where: { $0.key == key }) {
                problems.append(
                    Problem(
                        "\(block.kind.name) '\(block.name)' has no '\(key):' line", at: block.location,
                        line: block.line))
            }
            blocks.append(
                Block(
                    kind: block.kind.name, name: block.name, location: block.location, line: block.line,
                    fields: block.fields))
            open = nil
        }

        for (index, rawLine) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            var line = String(rawLine)
            if line.last == "\r" || line.last == "\r\n" { line.removeLast() }
            let text = line.drop { $0 == " " || $0 == "\t" }
            guard let first = text.first, first != "#" else { continue }
            let column = line.count - text.count + 1
            let location = Location(path: file.path, line: index + 1, column: column)
            if column == 1 {
                close()
                isSkipping = false
                let content = BlockReader.withoutComment(line)
                let matching = kinds.filter { content == $0.name || content.hasPrefix($0.name + " ") }
                guard let kind = matching.max(by: { $0.name.count < $1.name.count }) else {
                    let word = String(content.prefix { $0 != " " })
                    let names = kinds.map(\.name)
                    problems.append(
                        Problem(
                            "no kind of block '\(word)'"
                                + EditDistance.hint(
                                    to: word, among: names,
                                    otherwise: "here it may be \(BlockReader.list(names))"),
                            at: location, line: line))
                    isSkipping = true
                    continue
                }
                let name = content.dropFirst(kind.name.count).drop { $0 == " " }
                if kind.isNamed, name.isEmpty {
                    problems.append(
                        Problem(
                            "this \(kind.name) has no name; write '\(kind.name) NAME'", at: location,
                            line: line))
                }
                open = (kind, String(name), location, line, [])
            } else if let block = open {
                guard let colon = text.firstIndex(of: ":") else {
                    problems.append(
                        Problem(
                            "expected 'key: value'; there is no ':' in this line", at: location, line: line))
                    continue
                }
                let key = String(text[..<colon])
                guard block.kind.takes(key) else {
                    let known = block.kind.needs + block.kind.allows + block.kind.prefixes
                    problems.append(
                        Problem(
                            "no key '\(key)' in a \(block.kind.name)"
                                + EditDistance.hint(
                                    to: key, among: known, otherwise: "it may have \(BlockReader.list(known))"
                                ),
                            at: location, line: line))
                    continue
                }
                let value = text[text.index(after: colon)...].drop { $0 == " " }
                let trimmed = String(BlockReader.withoutComment(String(value)))
                let valueLocation = Location(
                    path: file.path, line: index + 1, column: line.count - value.count + 1)
                let field = Block.Field(
                    key: key, value: trimmed, location: location, valueLocation: valueLocation, line: line)
                if trimmed.isEmpty {
                    problems.append(field.keyProblem("nothing after '\(key):'"))
                } else {
                    if let problem = block.kind.problem(field, after: block.fields) {
                        problems.append(problem)
                    }
                    open?.fields.append(field)
                }
            } else if !isSkipping {
                problems.append(
                    Problem(
                        "this line belongs to no block; a block starts at the margin", at: location,
                        line: line))
            }
        }
        close()
        return blocks
    }

    /// A comment starts at the line's beginning or after white space.
    private static func withoutComment(_ text: String) -> String {
        var end = text.endIndex
        var before: Character = " "
        for index in text.indices {
            if text[index] == "#", before == " " || before == "\t" {
                end = index
                break
            }
            before = text[index]
        }
        var result = text[..<end]
        while let last = result.last, last.isWhitespace { result.removeLast() }
        return String(result)
    }

    private static func list(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }
}
