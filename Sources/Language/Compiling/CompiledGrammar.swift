import Facts
import Notation

/// A grammar as it is used: its words, rules and definitions in one text that is read where it lies, in the
/// program's own read-only data or in a file kept from an earlier run.
///
/// It means something only to the program that compiled it: slots, constructions and the sections below are kept by
/// their numbers.
public final class CompiledGrammar: @unchecked Sendable {
    /// Never written to after `init`, and not freed before `deinit`.
    private let bytes: UnsafeRawBufferPointer
    private let start: UnsafeRawPointer
    private let isOwned: Bool
    let definitions: Definitions

    /// The parts of the text. It begins with where each starts and how many entries it has.
    enum Section: Int, CaseIterable {
        /// How many texts and nodes the layer below has.
        case below
        /// Where each text starts among the letters, and where the last ends.
        case texts
        case letters
        /// By hash, the number of a text plus one; 0 is free.
        case textSlots
        /// What each text is as a word.
        case kinds
        /// By hash: a node, a symbol and where the symbol leads from there.
        case steps
        /// What a node reads: part, name, term, and whether it is the node's last.
        case accepts
        case terms
        /// Words that stand in a sequence and in none of the layer below, by shelf and then by letters.
        case content
        /// Where the words of each shelf begin, and where the last end.
        case contentShelves
        case definitions
        case examples
    }

    /// Compiles the files of Grammar/.
    ///
    /// - Throws: `Problems`, with every mistake in every file.
    public convenience init(files: [TextFile]) throws(Problems) {
        guard let text = GrammarCompiler.compile(try GrammarSource(files: files)) else {
            let location = Location(path: "Grammar", line: 1, column: 1)
            throw Problems([
                Problem(
                    "this is too much to compile; take words or ways of asking out", at: location, line: "")
            ])
        }
        self.init(copying: text)
    }

    /// One that is part of the program.
    public convenience init(embedded text: StaticString) {
        self.init(
            lasting: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// One that this very program compiled, in memory that nobody writes to and that is there as long as the program
    /// runs.
    public convenience init(lasting text: UnsafeRawBufferPointer) { self.init(text, isOwned: false) }

    convenience init(copying text: [UInt8]) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: text.count, alignment: 8)
        memory.copyBytes(from: text)
        self.init(UnsafeRawBufferPointer(memory), isOwned: true)
    }

    private init(_ bytes: UnsafeRawBufferPointer, isOwned: Bool) {
        guard let start = bytes.baseAddress else { preconditionFailure("a compiled grammar is not empty") }
        self.bytes = bytes
        self.start = start
        self.isOwned = isOwned
        definitions = Self.definitions(at: start)
    }

    deinit {
        if isOwned { bytes.deallocate() }
    }

    /// The text, for `init(embedded:)` or `init(lasting:)`.
    public var text: [UInt8] { Array(bytes) }

    func start(of section: Section) -> UnsafeRawPointer { Self.start(of: section, in: start) }

    private static func start(of section: Section, in start: UnsafeRawPointer) -> UnsafeRawPointer {
        start + PackedNumbers(start: start)[section.rawValue * 2] * Packer.width
    }

    /// How many entries a section has.
    func count(of section: Section) -> Int { PackedNumbers(start: start)[section.rawValue * 2 + 1] }

    func numbers(of section: Section) -> PackedNumbers { PackedNumbers(start: start(of: section)) }

    public var codelists: Codelists { definitions.codelists }

    private static func definitions(at start: UnsafeRawPointer) -> Definitions {
        var packed = Unpacker(PackedNumbers(start: Self.start(of: .definitions, in: start)))
        return Definitions(&packed)
    }

    /// The examples of each form, in the forms' order.
    var examples: [[GrammarExample]] {
        var packed = Unpacker(numbers(of: .examples))
        return packed.all { $0.all { GrammarExample(&$0) } }
    }
}

extension CompiledGrammar {
    /// Puts the sections of a compiled grammar together.
    struct Sections {
        private var starts = [(start: Int, count: Int)](repeating: (0, 0), count: Section.allCases.count)
        private var body: [UInt8] = []

        private var isOverfull = false

        mutating func add(_ section: Section, count: Int = 0, _ fill: (inout Packer) -> Void) {
            var packer = Packer()
            fill(&packer)
            isOverfull = isOverfull || packer.isOverfull
            // Where it starts is counted in numbers, so that there is room for four times as much.
            while body.count % Packer.width != 0 { body.append(UInt8(ascii: " ")) }
            starts[section.rawValue] = (starts.count * 2 + body.count / Packer.width, count)
            body += packer.bytes
        }

        /// Nil when it is too much for the numbers that a compiled grammar can hold.
        var text: [UInt8]? {
            var header = Packer()
            for section in starts {
                header.add(section.start)
                header.add(section.count)
            }
            return isOverfull || header.isOverfull ? nil : header.bytes + body
        }
    }
}
