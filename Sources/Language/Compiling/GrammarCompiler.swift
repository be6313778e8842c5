import Facts

/// Compiles words and rules into one layer of a lexicon.
struct GrammarCompiler {
    /// The layer that this one lies over.
    private let below: LexiconLayer?
    private var numbers: [String: Int] = [:]
    private var texts: [String] = []
    private var kinds: [WordKinds] = []
    /// Words of the layer below that stand in a sequence of this one and in none of its own.
    private var raised: Set<Int> = []
    /// From a node and a symbol, in one number, to a node.
    private var steps: [Int: Int] = [:]
    /// Nodes from which a part leads on.
    private var partNodes: Set<Int> = []
    private var accepts: [(node: Int, part: Int, name: Int, term: Int)] = []
    /// Where terms begin among the packed ones; those that are a word alone, by its number.
    private var terms: [[UInt8]: Int] = [:]
    private var words: [Int: Int] = [:]
    private var packedTerms = Packer()
    private let firstText: Int
    private let firstNode: Int
    private var nodeCount: Int

    private init(over below: LexiconLayer? = nil) {
        self.below = below
        firstText = below?.endOfTexts ?? 0
        firstNode = below?.endOfNodes ?? 0
        nodeCount = below == nil ? 1 : 0
    }

    /// The layer of the grammar's files, and what they define. Nil when that is too much to be numbered.
    static func compile(_ source: GrammarSource) -> [UInt8]? {
        var compiler = GrammarCompiler()
        for part in WellKnownText.allCases { _ = compiler.number(of: part.text) }
        for rule in source.rules {
            for sequence in rule.sequences {
                compiler.add(sequence, part: rule.part, term: rule.term, name: rule.name)
            }
        }
        for (kind, words) in source.words.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for word in words.sorted() { compiler.mark(word, as: kind) }
        }
        return compiler.text(source.definitions, source.examples)
    }

    /// The layer of what the store has names for.
    static func compile(_ names: CatalogueNames, over below: LexiconLayer) -> [UInt8]? {
        var compiler = GrammarCompiler(over: below)
        for name in names.all { compiler.add(name.text, part: name.part, meaning: name.meaning) }
        return compiler.text(.none, [])
    }

    // MARK: - Sequences

    /// Plain text. Where nothing is kept it is compiled at each start, so it goes the shortest way.
    private mutating func add(_ text: String, part: String, meaning: String) {
        let tokens = Tokenizer.tokens(of: text).filter { $0.kind != .joint }
        add(tokens.filter { $0.kind != .pause }, part: part, meaning: meaning)
        // With its comma, "Bournemouth, Christchurch and Poole" would be three places.
        if part == "place", tokens.contains(where: { $0.kind == .pause }) {
            add(tokens, part: part, meaning: meaning)
        }
    }

    private mutating func add(_ tokens: [Token], part: String, meaning: String) {
        var node = LexiconLayer.root
        for token in tokens {
            node =
                token.kind == .pause
                ? child(of: node, by: Lexeme.symbol(ofWord: number(of: token.text)))
                : child(of: node, by: token.text)
        }
        guard node != LexiconLayer.root else { return }
        let part = number(of: part)
        accepts.append((node, part, part, packed(word: meaning)))
    }

    private mutating func add(_ sequence: Pattern.Sequence, part: String, term: Term, name: String) {
        var node = LexiconLayer.root
        for symbol in sequence.symbols {
            switch symbol {
            case .word(let word): node = child(of: node, by: word)
            case .part(let part):
                partNodes.insert(node)
                node = child(of: node, by: Lexeme.symbol(ofPart: number(of: part)))
            }
        }
        // Without a part that its meaning needs, a sequence means nothing.
        guard node != LexiconLayer.root, let term = packed(term, sequence.captures) else { return }
        accepts.append((node, number(of: part), number(of: name), term))
    }

    private mutating func child(of node: Int, by word: String) -> Int {
        let number = number(of: word)
        mark(number, as: .content)
        return child(of: node, by: Lexeme.symbol(ofWord: number))
    }

    private mutating func child(of node: Int, by symbol: Int) -> Int {
        if let next = below?.step(from: node, by: symbol) { return LexiconLayer.node(next) }
        let step = node << 24 | symbol
        if let next = steps[step] { return next }
        let next = firstNode + nodeCount
        nodeCount += 1
        steps[step] = next
        return next
    }

    // MARK: - Texts

    private mutating func number(of text: String) -> Int {
        if let number = below?.number(of: text) ?? numbers[text] { return number }
        let number = firstText + texts.count
        numbers[text] = number
        texts.append(text)
        kinds.append([])
        return number
    }

    private mutating func mark(_ word: String, as kind: WordKind) { mark(number(of: word), as: kind) }

    private mutating func mark(_ number: Int, as kind: WordKind) {
        if number >= firstText {
            kinds[number - firstText].insert(kind)
        } else if let below, !below.kinds(of: number).contains(kind) {
            raised.insert(number)
        }
    }

    // MARK: - Terms

    /// Where the term begins among the packed ones; nil when a part that it needs is not in the sequence.
    private mutating func packed(_ term: Term, _ captures: [String]) -> Int? {
        if case .word(let word) = term { return packed(word: word) }
        guard term.captures.allSatisfy(captures.contains) else { return nil }
        var packer = Packer()
        pack(term, captures, into: &packer)
        if let start = terms[packer.bytes] { return start }
        let start = packedTerms.bytes.count / Packer.width
        terms[packer.bytes] = start
        packedTerms.add(raw: packer.bytes)
        return start
    }

    private mutating func packed(word: String) -> Int {
        let number = number(of: word)
        if let start = words[number] { return start }
        let start = packedTerms.bytes.count / Packer.width
        words[number] = start
        packedTerms.add(PackedTerm.word.rawValue)
        packedTerms.add(number)
        return start
    }

    private mutating func pack(_ term: Term, _ captures: [String], into packer: inout Packer) {
        switch term {
        case .word(let word):
            packer.add(PackedTerm.word.rawValue)
            packer.add(number(of: word))
        case .number(let number):
            packer.add(PackedTerm.number.rawValue)
            packer.add(signed: number)
        case .capture(let name):
            packer.add(PackedTerm.capture.rawValue)
            // Of two parts with one name the later is meant.
            packer.add(captures.lastIndex(of: name) ?? 0)
        case .call(let construction, let arguments):
            packer.add(PackedTerm.call.rawValue)
            packer.add(Construction.allCases.firstIndex(of: construction) ?? 0)
            packer.add(arguments.count)
            for argument in arguments { pack(argument, captures, into: &packer) }
        case .slots(let assignments):
            packer.add(PackedTerm.slots.rawValue)
            packer.add(assignments.count)
            for (slot, term) in assignments {
                packer.add(Int(slot.rawValue))
                pack(term, captures, into: &packer)
            }
        }
    }

    // MARK: - The text

    private func text(_ definitions: Definitions, _ examples: [[GrammarExample]]) -> [UInt8]? {
        var sections = CompiledGrammar.Sections()
        sections.add(.below, count: 3) { packer in
            for number in [firstText, firstNode, nodeCount] { packer.add(number) }
        }
        sections.add(.texts, count: texts.count) { packer in
            var end = 0
            packer.add(end)
            for text in texts {
                end += text.utf8.count
                packer.add(end)
            }
        }
        sections.add(.letters) { packer in for text in texts { packer.add(raw: text.utf8) } }
        let slots = Self.table(texts.map { LexiconLayer.hash($0.utf8) })
        sections.add(.textSlots, count: slots.count) { packer in for slot in slots { packer.add(slot + 1) } }
        sections.add(.kinds, count: kinds.count) { packer in for kinds in kinds { packer.add(kinds.bits) } }
        addSteps(&sections)
        sections.add(.terms) { $0 = packedTerms }
        addContent(&sections)
        sections.add(.definitions) { definitions.pack(into: &$0) }
        sections.add(.examples) { packer in
            packer.add(examples) { packer, examples in packer.add(examples) { $1.pack(into: &$0) } }
        }
        return sections.text
    }

    /// The words that stand in a sequence, by shelf and then by letters, and where each shelf begins.
    private func addContent(_ sections: inout CompiledGrammar.Sections) {
        let own = kinds.indices.filter { kinds[$0].contains(.content) }.map { $0 + firstText }
        var words: [(shelf: Int, text: String, number: Int)] = []
        for number in raised.sorted() + own {
            let text = number >= firstText ? texts[number - firstText] : below?.text(number) ?? ""
            let shelf = LexiconLayer.shelf(
                length: LexiconLayer.letters(in: text.utf8), first: text.utf8.first ?? 0)
            words.append((shelf, text, number))
        }
        words.sort { ($0.shelf, $0.text) < ($1.shelf, $1.text) }
        sections.add(.content, count: words.count) { packer in for word in words { packer.add(word.number) } }
        sections.add(.contentShelves, count: LexiconLayer.shelves + 1) { packer in
            var next = 0
            for shelf in 0...LexiconLayer.shelves {
                while next < words.count, words[next].shelf < shelf { next += 1 }
                packer.add(next)
            }
        }
    }

    /// The steps in a table by hash, and the accepts that some of them lead to.
    private func addSteps(_ sections: inout CompiledGrammar.Sections) {
        var entries: [(step: Int, value: Int)] = []
        for (step, next) in steps { entries.append((step, next << 1 | (partNodes.contains(next) ? 1 : 0))) }
        // Those of one node side by side, in the order of the files.
        let order = accepts.indices.sorted { (accepts[$0].node, $0) < (accepts[$1].node, $1) }
        sections.add(.accepts, count: order.count) { packer in
            for (place, index) in order.enumerated() {
                let accept = accepts[index]
                if place == 0 || accepts[order[place - 1]].node != accept.node {
                    entries.append((accept.node << 24 | LexiconLayer.accepting, place))
                }
                for number in [accept.part, accept.name, accept.term] { packer.add(number) }
                packer.add(place + 1 == order.count || accepts[order[place + 1]].node != accept.node)
            }
        }
        // The same files make the same bytes.
        entries.sort { $0.step < $1.step }
        let slots = Self.table(entries.map { LexiconLayer.hash($0.step >> 24, $0.step & Packer.most) })
        sections.add(.steps, count: slots.count) { packer in
            for slot in slots {
                let entry = slot < 0 ? (step: LexiconLayer.none, value: 0) : entries[slot]
                for number in [entry.step >> 24, entry.step & Packer.most, entry.value] { packer.add(number) }
            }
        }
    }

    /// Open addressing: the index of an entry stands at its hash, or at the next free place after it; -1 is free.
    private static func table(_ hashes: [Int]) -> [Int] {
        var size = 4
        while size * 2 < hashes.count * 3 { size *= 2 }
        var slots = [Int](repeating: -1, count: size)
        for (index, hash) in hashes.enumerated() {
            var slot = hash & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = index
        }
        return slots
    }
}
