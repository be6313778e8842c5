import Facts

/// The grammar, with what one store has names for.
public struct Grammar: Sendable {
    public let catalogue: Catalogue
    let lexicon: Lexicon
    let compiled: CompiledGrammar
    /// Mends words of a message into those of the grammar.
    let spelling: Spelling

    var definitions: Definitions { compiled.definitions }
    /// Those of the files, with the areas that the store has a name for.
    public let codelists: Codelists
    /// The areas that figures can be asked for: the partnership's own, its region, and the others of that region. Rows
    /// of a place further away say what one force saw there, and not what happened.
    let areas: Set<String>
    /// Those of them that are set against each other, in the order of their names.
    let districts: [String]
    /// The area that they are the parts of.
    let region: String?

    public init(_ compiled: CompiledGrammar, catalogue: Catalogue, names keeper: LayerKeeper = .none) {
        self.compiled = compiled
        self.catalogue = catalogue
        let definitions = compiled.definitions
        let found = catalogue.areas.filter { definitions.codelists.area($0.id) == nil }
        codelists = definitions.codelists.adding(areas: found)
        let region = definitions.codelists.home.flatMap { definitions.regions[$0.id] }
        self.region = region
        areas = catalogue.held.areas.filter { area in
            region == nil || area == region || definitions.regions[area] == region
        }
        districts = areas.filter { $0 != region }.sorted()
        let lower = LexiconLayer(compiled)
        let names = CatalogueNames(catalogue, areas: found)
        let upper = keeper.layer(names.checksum) {
            guard let text = GrammarCompiler.compile(names, over: lower) else {
                preconditionFailure("a store has fewer names than sixteen million letters")
            }
            return CompiledGrammar(copying: text)
        }
        lexicon = Lexicon(
            lower: lower, upper: LexiconLayer(upper), smallEndings: compiled.definitions.smallEndings)
        spelling = Spelling(lexicon: lexicon)
    }
}
