import Facts
import Notation
import Testing

@testable import Language

struct CompiledGrammarTests {
    @Test(arguments: [0, 1, 63, 64, 4_095, 4_096, Packer.most])
    func numbersComeBack(number: Int) {
        var packer = Packer()
        packer.add(number)
        #expect(packer.bytes.count == Packer.width)
        #expect(packer.bytes.allSatisfy { (0x20..<0x7F).contains($0) })
        #expect(packer.bytes.withUnsafeBytes { PackedNumbers(start: $0.baseAddress!)[0] } == number)
    }

    @Test(arguments: [0, -1, 1_000_000_000_000, .min, .max])
    func largeNumbersComeBack(number: Int) {
        var packer = Packer()
        packer.add(signed: number)
        packer.add("é")
        packer.bytes.withUnsafeBytes { bytes in
            var packed = Unpacker(PackedNumbers(start: bytes.baseAddress!))
            #expect(packed.signed() == number)
            #expect(packed.text() == "é")
        }
    }

    @Test func theSameFilesMakeTheSameText() throws {
        let first = try CompiledGrammar(files: PeriodSupport.ownFiles())
        let second = try CompiledGrammar(files: PeriodSupport.ownFiles())
        #expect(first.text == second.text)
        #expect(String(validating: first.text, as: UTF8.self) != nil)
    }

    @Test func everySlotHasAPlaceInASet() {
        #expect(Slot.allCases.count <= UInt64.bitWidth)
        #expect(Set(Slot.allCases.map(\.name)).count == Slot.allCases.count)
        for slot in Slot.allCases {
            #expect(Slot(name: slot.name) == slot)
            #expect(Array(SlotSet([slot])) == [slot])
        }
        #expect(Slot.fromNumber.name == "from-number")
    }

    @Test func setsOfSlotsAreSets() {
        var steps = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let left = Slot.allCases.shuffled(using: &steps).prefix(Int.random(in: 0...9, using: &steps))
            let right = Slot.allCases.shuffled(using: &steps).prefix(Int.random(in: 0...40, using: &steps))
            let (a, b) = (SlotSet(left), SlotSet(right))
            #expect(Set(a.union(b)) == Set(left).union(right))
            #expect(Set(a.intersection(b)) == Set(left).intersection(right))
            #expect(Set(a.subtracting(b)) == Set(left).subtracting(right))
            #expect(Set(a.symmetricDifference(b)) == Set(left).symmetricDifference(right))
            #expect(a.isSubset(of: b) == Set(left).isSubset(of: right))
            #expect(a.isDisjoint(with: b) == Set(left).isDisjoint(with: right))
        }
    }

    @Test func aReadingKeepsWhatItIsGiven() {
        var reading = Reading()
        #expect(reading.add(.word("a"), to: .measure) && reading.add(.word("b"), to: .crime))
        #expect(reading.add(.word("c"), to: .measure) && !reading.isEmpty)
        #expect(reading.words(.measure) == ["a", "c"] && reading.words(.crime) == ["b"])
        reading.set(.measure, nil)
        #expect(reading.filled == [.crime] && reading[.measure].isEmpty)
    }

    /// What the store has names for lies over the grammar: its words, and new meanings of the grammar's own.
    @Test func theStoresNamesLieOverTheGrammar() throws {
        let files = [
            TextFile(
                path: "words.txt",
                text: """
                    place here
                        name: Here
                        home: yes
                    phrase about
                        ask: about <topic> => topic = <topic>
                        ask: about Here and now => topic = now
                    words plain
                        words: rural
                    """)
        ]
        let item = Item(
            list: "l", number: 1, name: "Here", text: "t", about: ["rural areas", "here and"], source: "s")
        let catalogue = Catalogue(items: [item], acronyms: [], passages: [], sources: [], held: [:])
        let grammar = Grammar(try CompiledGrammar(files: files), catalogue: catalogue)
        func topics(_ text: String) -> [String] {
            let chart = Chart(Tokenizer.tokens(of: text), lexicon: grammar.lexicon)
            let covers = CoverSearch(chart).best(of: chart.lexemes.indices)
            return covers.flatMap { Reading($0)?.words(.topic) ?? [] }
        }
        #expect(topics("about rural areas") == ["rural areas"])
        #expect(topics("about here") == ["here"])
        #expect(topics("about here and") == ["here and"])
        #expect(topics("about here and now") == ["now"])
        #expect(grammar.spelling.mended("arreas") == "areas")
        #expect(grammar.lexicon.contentWords.contains("rural"))
    }
}
