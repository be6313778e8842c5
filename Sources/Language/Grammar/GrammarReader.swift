import Facts
import Notation

/// Turns blocks into rules, codelists, forms and wordings; gathers every mistake on the way.
struct GrammarReader {
    private var problems: [Problem] = []
    private var rules: [Rule] = []
    private var measures: [Measure] = []
    private var crimeTypes: [CrimeType] = []
    private var areas: [Area] = []
    private var lists: [ListName] = []
    private var unheld: [String: Unheld] = [:]
    private var wholes: [String: String] = [:]
    private var regions: [String: String] = [:]
    private var families: [String: [String]] = [:]
    /// Ids that blocks name others by.
    private var named: [(kind: String, id: String, field: Block.Field, offset: Int)] = []
    private var home: Block.Field?
    private var vagueAreas: Set<String> = []
    private var forms: [QuestionForm] = []
    private var wordings: [String: Wording] = [:]
    private var words: [WordKind: Set<String>] = [:]
    /// Of each form.
    private var examples: [[GrammarExample]] = []
    /// Where a name was first given, by kind and name.
    private var firstNamed: [String: Block] = [:]
    private var meanings = Meanings()
    private var takenNames = TakenNames()
    private var said = SaidLines()
    /// The names that blocks declare.
    private var declared: [Vocabulary.Name: Set<String>] = [:]
    /// Where each part is used, to report those that nothing defines.
    private var uses: [(part: String, field: Block.Field)] = []

    static let kinds: [BlockKind] = [
        BlockKind(
            "measure", needs: ["name"],
            allows: ["also", "unit", "decimals", "part of", "any of", "failing that"],
            single: ["name", "unit", "decimals", "part of"]),
        BlockKind("crime type", needs: ["name"], allows: ["also", "any of"], single: ["name"]),
        BlockKind(
            "place", needs: ["name"], allows: ["also", "home", "vague", "part of"],
            single: ["name", "home", "vague", "part of"], values: ["home": ["yes"], "vague": ["yes"]]),
        BlockKind(
            "places", needs: ["names"], allows: ["vague"], single: ["vague"], values: ["vague": ["yes"]],
            isNamed: false),
        BlockKind(
            "list", needs: ["name", "singular"], allows: ["also", "members", "paid by"],
            single: ["name", "singular", "members"], values: ["members": ["bodies"]]),
        BlockKind("unheld", needs: ["name"], allows: ["also", "say"], single: ["name", "say"]),
        BlockKind("outsiders", needs: ["names"], isNamed: false),
        BlockKind("words", needs: ["words"]),
        BlockKind("part", needs: ["ask"], allows: ["means"]),
        BlockKind("phrase", needs: ["ask"], allows: ["means"]),
        BlockKind(
            "question", needs: ["title", "needs", "means"],
            allows: ["may", "start", "try", "gives", "not", "after"], single: ["title", "means", "start"],
            values: ["start": ["yes"]], prefixes: ["say"]),
        BlockKind("wording", prefixes: ["say"]),
    ]

    /// Parts that are filled from Data/ rather than from a file of the grammar.
    static let dataParts: Set<String> = ["topic", "acronym", "passage", "number"]

    mutating func read(_ file: TextFile) {
        for block in BlockReader(kinds: Self.kinds).read(file, problems: &problems) { read(block) }
    }

    var codelists: Codelists {
        Codelists(
            measures: measures, crimeTypes: crimeTypes, areas: areas, lists: lists.map(\.id),
            dataNames: meanings.dataNames)
    }

    mutating func finish() throws(Problems) -> GrammarSource {
        let defined = Set(rules.map(\.part)).union(Self.dataParts)
        for (part, field) in uses where !defined.contains(part) {
            let hint = EditDistance.nearest(to: part, among: defined)
            problems.append(
                field.problem(
                    "nothing reads '<\(part)>'" + (hint.map { "; did you mean '<\($0)>'?" } ?? ""),
                    offset: field.offset(of: "<\(part)>")))
        }
        checkNames()
        problems += meanings.problems(declared: declared)
        problems += said.problems(
            measures: Set(measures.map(\.id)), crimeTypes: Set(crimeTypes.map(\.id)))
        if home == nil {
            let location = Location(path: "Grammar", line: 1, column: 1)
            problems.append(
                Problem(
                    "no place has 'home: yes'; one has to be the partnership's own", at: location, line: ""))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return GrammarSource(
            definitions: Definitions(
                codelists: codelists, forms: forms,
                wordings: wordings, lists: lists, unheld: unheld, wholes: wholes,
                regions: regions, families: families, vagueAreas: vagueAreas),
            rules: rules, words: words, examples: examples)
    }

    private mutating func read(_ block: Block) {
        if !block.name.isEmpty, block.kind != "phrase", block.kind != "words" {
            once(block)
        }
        switch block.kind {
        case "measure": measure(block)
        case "crime type":
            if block.first("any of") == nil {
                crimeTypes.append(CrimeType(id: block.name, name: name(block)))
            } else {
                family(block)
            }
            names(block, part: "crime type")
        case "place":
            areas.append(Area(id: block.name, name: name(block), isHome: block.first("home")?.value == "yes"))
            if block.first("vague")?.value == "yes" { vagueAreas.insert(block.name) }
            if let field = block.first("home") { isHome(field) }
            if let region = block.first("part of") {
                regions[block.name] = region.value
                named.append(("place", region.value, region, 0))
            }
            names(block, part: "place")
        case "places":
            let isVague = block.first("vague")?.value == "yes"
            for (name, field, offset) in pieces(block, key: "names") {
                let id = name.lowercased().split(separator: " ").joined(separator: "-")
                guard !areas.contains(where: { $0.id == id }) else { continue }
                areas.append(Area(id: id, name: name, isHome: false))
                if isVague { vagueAreas.insert(id) }
                declare(id, as: "place")
                rule("place", field, text: name, offset: offset, term: .word(id), name: "place")
            }
        case "list":
            lists.append(
                ListName(
                    id: block.name, name: name(block), singular: block.first("singular")?.value ?? "",
                    isOfBodies: block.first("members")?.value == "bodies",
                    paidBy: block.all("paid by").map(\.value)))
            for field in block.all("paid by") { named.append(("measure", field.value, field, 0)) }
            names(block, part: "list")
        case "unheld":
            unheld[block.name] = Unheld(id: block.name, name: name(block), say: block.first("say")?.value)
            names(block, part: "unheld", includingName: false)
        case "outsiders":
            for (name, field, offset) in pieces(block, key: "names") {
                declare(name, as: "outsider")
                rule("outsider", field, text: name, offset: offset, term: .word(name), name: "organisation")
            }
        case "words":
            guard let kind = WordKind.listed.first(where: { $0.name == block.name }) else {
                let known = WordKind.listed.map(\.name)
                let hint = EditDistance.nearest(to: block.name, among: known)
                let all = known.map { "'\($0)'" }.joined(separator: ", ")
                problems.append(
                    block.problem(
                        "no kind of words '\(block.name)'; "
                            + (hint.map { "did you mean '\($0)'?" } ?? "it may be \(all)")))
                return
            }
            for field in block.all("words") {
                for word in field.value.split(separator: " ") where word.hasPrefix("*") {
                    words[kind, default: []].insert(String(word))
                }
                for token in Tokenizer.tokens(
                    of: field.value.split(separator: " ").filter { !$0.hasPrefix("*") }.joined(separator: " ")
                ) {
                    words[kind, default: []].insert(token.text)
                }
            }
        case "part": asks(block, part: block.name)
        case "phrase": asks(block, part: "phrase")
        case "question":
            let examples = GrammarExample.all(of: block, problems: &problems)
            if let form = QuestionForm(
                block, examples: examples, meanings: &meanings, problems: &problems)
            {
                forms.append(form)
                self.examples.append(examples)
            }
        case "wording": wordings[block.name] = Wording(block, said: &said, problems: &problems)
        default: break
        }
        if block.kind == "question" {
            wordings[block.name] = Wording(block, said: &said, problems: &problems)
        }
    }

    /// A name that means one of several, whichever is held: "crime" is reported or recorded.
    private mutating func family(_ block: Block, key: String = "any of") {
        for (member, field, offset) in pieces(block, key: key) {
            families[block.name, default: []].append(member)
            named.append((block.kind, member, field, offset))
        }
    }

    /// Ids that no block declares. A name that stands for several is none of those that it may stand for.
    private mutating func checkNames() {
        let known = [
            "measure": measures.map(\.id), "crime type": crimeTypes.map(\.id), "place": areas.map(\.id),
        ]
        for (kind, id, field, offset) in named {
            guard let known = known[kind], !known.contains(id) else { continue }
            let hint = EditDistance.hint(to: id, among: known)
            problems.append(field.problem("no \(kind) '\(id)'" + hint, offset: offset))
        }
    }

    private mutating func isHome(_ field: Block.Field) {
        guard let first = home?.location else {
            home = field
            return
        }
        problems.append(
            field.keyProblem(
                "only one place is the partnership's own: \(first.path):\(first.line) has 'home:' already"))
    }

    private mutating func measure(_ block: Block) {
        if block.first("any of") != nil {
            family(block)
            return names(block, part: "measure")
        }
        guard let field = block.first("unit") else {
            problems.append(block.problem("measure '\(block.name)' has no 'unit:' line"))
            return
        }
        guard let unit = Unit(rawValue: field.value) else {
            let hint = EditDistance.hint(to: field.value, among: Unit.allCases.map(\.rawValue))
            problems.append(field.problem("no unit '\(field.value)'" + hint))
            return
        }
        let decimals = block.first("decimals")
        if let decimals, Int(decimals.value).map({ (0...6).contains($0) }) != true {
            problems.append(decimals.problem("expected a whole number from 0 to 6"))
        }
        measures.append(
            Measure(
                id: block.name, name: name(block), unit: unit,
                decimals: decimals.flatMap { Int($0.value) } ?? 0))
        if let whole = block.first("part of") {
            wholes[block.name] = whole.value
            named.append(("measure", whole.value, whole, 0))
        }
        if block.first("failing that") != nil { family(block, key: "failing that") }
        names(block, part: "measure")
    }

    /// The `ask:` lines of a part or phrase. Each means what follows `=>` in its own line, or the next `means:`.
    private mutating func asks(_ block: Block, part: String) {
        var waiting: [(Block.Field, String)] = []
        for field in block.fields {
            if field.key == "means" {
                if waiting.isEmpty { problems.append(field.keyProblem("no 'ask:' line before this")) }
                let (term, mentions) = term(field, text: field.value, offset: 0, part: part)
                var parts: [String: Set<String>] = [:]
                for (ask, text) in waiting {
                    let read = rule(part, ask, text: text, offset: 0, term: term, name: block.name)
                    parts.merge(read) { $0.union($1) }
                }
                meanings.add(mentions, of: part, at: field, parts: parts)
                waiting = []
            } else if let arrow = field.value.firstRange(of: "=>") {
                let before = String(field.value[..<arrow.lowerBound])
                let after = String(field.value[arrow.upperBound...])
                let offset = field.value.distance(from: field.value.startIndex, to: arrow.upperBound)
                let (term, mentions) = term(field, text: after, offset: offset, part: part)
                let parts = rule(part, field, text: before, offset: 0, term: term, name: block.name)
                meanings.add(mentions, of: part, at: field, parts: parts)
            } else {
                waiting.append((field, field.value))
            }
        }
        for (field, _) in waiting {
            problems.append(
                field.keyProblem("nothing says what this means; add '=> meaning' or a 'means:' line"))
        }
    }

    private mutating func term(
        _ field: Block.Field, text: String, offset: Int, part: String
    ) -> (Term, [TermMention]) {
        var parser = TermParser(field, text: text, offset: offset)
        let term = part == "phrase" ? parser.slots() : parser.whole()
        problems += parser.problems
        return (term, parser.mentions)
    }

    private mutating func names(_ block: Block, part: String, includingName: Bool = true) {
        declare(block.name, as: part)
        for (text, field, offset) in (includingName ? pieces(block, key: "name") : [])
            + pieces(block, key: "also")
        {
            rule(part, field, text: text, offset: offset, term: .word(block.name), name: block.kind)
        }
    }

    private mutating func declare(_ id: String, as part: String) {
        if let kind = Vocabulary.Name(rawValue: part) { declared[kind, default: []].insert(id) }
    }

    /// - Returns: the parts that each name of the pattern may be read by.
    @discardableResult
    private mutating func rule(
        _ part: String, _ field: Block.Field, text: String, offset: Int, term: Term, name: String
    ) -> [String: Set<String>] {
        let pattern = Pattern(field, text: text, offset: offset, problems: &problems)
        let captured = Set(pattern.sequences.flatMap(\.captures))
        for missing in term.captures where !captured.contains(missing) && !pattern.sequences.isEmpty {
            problems.append(
                field.problem(
                    "'<\(missing)>' is meant but not asked for", offset: field.offset(of: "<\(missing)>")))
        }
        if let problem = takenNames.problem(
            giving: pattern, of: part, meaning: term, at: field, offset: offset)
        {
            problems.append(problem)
        }
        for case .part(let used) in Set(pattern.sequences.flatMap(\.symbols)) { uses.append((used, field)) }
        rules.append(Rule(part: part, sequences: pattern.sequences, term: term, name: name))
        return pattern.parts
    }

    private func name(_ block: Block) -> String { block.first("name")?.value ?? block.name }

    /// The comma-separated pieces of a key's lines, with where each starts.
    private func pieces(_ block: Block, key: String) -> [(String, Block.Field, Int)] {
        block.all(key).flatMap { field in
            var offset = 0
            return field.value.split(separator: ",", omittingEmptySubsequences: false).compactMap { piece in
                defer { offset += piece.count + 1 }
                let text = piece.drop { $0 == " " }
                return text.isEmpty ? nil : (String(text), field, offset + piece.count - text.count)
            }
        }
    }

    private mutating func once(_ block: Block) {
        // A form's sentences and those of a wording go by one name.
        let kind = block.kind == "question" ? "wording" : block.kind
        if let first = firstNamed[kind + " " + block.name] {
            let at = first.location
            problems.append(
                block.problem("\(first.kind) '\(block.name)' is already at \(at.path):\(at.line)"))
        } else {
            firstNamed[kind + " " + block.name] = block
        }
    }
}
