import Facts
import Notation

/// What the store has names for, as the grammar reads it: text from Data/, without marks of the notation.
struct CatalogueNames {
    struct Name {
        let text: String
        let part: String
        /// The code or text that it stands for.
        let meaning: String
    }

    private(set) var all: [Name] = []

    /// - Parameter areas: those that the files do not name.
    init(_ catalogue: Catalogue, areas: [Area]) {
        for item in catalogue.items {
            for about in item.about { add(about, "topic", about) }
            add(item.name, "topic", item.name.lowercased())
        }
        for sum in catalogue.sums {
            add("£ \(sum.pounds)", "measure", sum.measure)
            add("\(sum.pounds) pounds", "measure", sum.measure)
        }
        for area in areas { add(area.name, "place", area.id) }
        for acronym in catalogue.acronyms { add(acronym.letters, "acronym", acronym.letters) }
        for passage in catalogue.passages {
            for about in [passage.name] + passage.about { add(about, "passage", passage.id) }
        }
    }

    private mutating func add(_ text: String, _ part: String, _ meaning: String) {
        all.append(Name(text: text, part: part, meaning: meaning))
    }

    /// Of all that is compiled of them.
    var checksum: Checksum {
        var checksum = Checksum()
        for name in all {
            checksum.add(name.text)
            checksum.add(name.part)
            checksum.add(name.meaning)
        }
        return checksum
    }
}

/// Keeps the layer of the store's names from run to run, where that can be done: there are some hundreds of names, and
/// compiling them takes longer than answering a question.
public struct LayerKeeper: Sendable {
    /// The layer that was kept for names with a checksum, or the one that is compiled now.
    let layer: @Sendable (Checksum, () -> CompiledGrammar) -> CompiledGrammar

    public init(layer: @escaping @Sendable (Checksum, () -> CompiledGrammar) -> CompiledGrammar) {
        self.layer = layer
    }

    public static let none = LayerKeeper { _, compile in compile() }
}
