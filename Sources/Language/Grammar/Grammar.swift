import Facts

/// The grammar, with what one store has names for. One thing that everybody points at, since each step of reading and
/// answering hands it on.
public final class Grammar: Sendable {
    public let catalogue: Catalogue
    let lexicon: Lexicon
    let compiled: CompiledGrammar
    /// Mends words of a message into those of the grammar.
    let spelling: Spelling

    var definitions: Definitions { compiled.definitions }
    /// Those of the files, with the areas that the store has a name for.
    public let codelists: Codelists
    /// The areas that figures can be asked for: all that the store holds, wherever they are. A file has figures of the
    /// districts of its own force alone, so that each is what happened there.
    let areas: Set<String>
    /// Those of them that are set against each other, in the order of their names: the partnership's own and the
    /// others of its region.
    let districts: [String]
    /// The area that they are the parts of.
    let region: String?
    /// The measures and crime types that anything is held of.
    let heldMeasures: Set<String>
    let heldCrimeTypes: Set<String>
    /// Measures that say little by themselves: "crime", or a sum of money, which may stand for what it paid for.
    let vague: Set<String>
    private let gates: [FormGate]
    /// By the patterns of what is held; between them the areas have few.
    private let knownCrimeTypes = Remembered<[Int], [String]>(most: 500)
    private let knownMeasures = Remembered<[String], [String]>(most: 500)

    public init(_ compiled: CompiledGrammar, catalogue: Catalogue, names keeper: LayerKeeper = .none) {
        self.compiled = compiled
        self.catalogue = catalogue
        let definitions = compiled.definitions
        let found = catalogue.areas.filter { definitions.codelists.area($0.id) == nil }
        codelists = definitions.codelists.adding(areas: found)
        let region = definitions.codelists.home.flatMap { definitions.regions[$0.id] }
        self.region = region
        areas = Set(catalogue.held.areas)
        districts = areas.filter { region == nil || definitions.regions[$0] == region }.sorted()
        heldMeasures = catalogue.held.measures
        heldCrimeTypes = catalogue.held.crimeTypes
        vague = Set(definitions.codelists.measures.filter { $0.unit == .pounds }.map(\.id))
            .union(definitions.families.keys)
        gates = definitions.forms.map(FormGate.init)
        let names = CatalogueNames(catalogue, areas: found)
        let upper = keeper.layer(names.checksum) {
            guard let text = GrammarCompiler.compile(names, over: LexiconLayer(compiled)) else {
                preconditionFailure("a store has fewer names than sixteen million letters")
            }
            return CompiledGrammar(copying: text)
        }
        lexicon = Lexicon(lower: compiled, upper: upper)
        spelling = Spelling(lexicon: lexicon)
    }

    /// The crime types that some measures are held by in some areas, in the order of the grammar.
    func crimeTypes(of measures: [String], in areas: [String]) -> [String] {
        let patterns = catalogue.held.patternNumbers(of: measures, in: areas)
        guard !patterns.isEmpty else { return [] }
        return knownCrimeTypes.value(for: patterns) {
            let held = Set(patterns.flatMap { catalogue.held.patterns[$0].runs.keys.compactMap { $0 } })
            return held.isEmpty ? [] : codelists.crimeTypes.map(\.id).filter(held.contains)
        }
    }

    /// The measures that are held by crime type in one of some areas, in the order of the grammar.
    func splitMeasures(in areas: [String]) -> [String] {
        knownMeasures.value(for: areas) {
            codelists.measures.map(\.id).filter { measure in
                catalogue.held.patternNumbers(of: [measure], in: areas).contains {
                    catalogue.held.patterns[$0].runs.keys.contains { $0 != nil }
                }
            }
        }
    }

    /// The forms that may take a reading's slots, in the order of the grammar.
    func forms(taking filled: SlotSet) -> some Sequence<QuestionForm> {
        gates.indices.lazy.filter { self.gates[$0].lets(filled) }.map { self.definitions.forms[$0] }
    }
}
