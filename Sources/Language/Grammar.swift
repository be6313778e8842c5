import Facts

/// The grammar, with what one store has names for.
public struct Grammar: Sendable {
    public let catalogue: Catalogue
    let lexicon: Lexicon
    let compiled: CompiledGrammar
    /// Mends words of a message into those of the grammar.
    let spelling: Spelling

    var definitions: Definitions { compiled.definitions }
    public var codelists: Codelists { definitions.codelists }

    public init(_ compiled: CompiledGrammar, catalogue: Catalogue) {
        self.compiled = compiled
        self.catalogue = catalogue
        let lower = LexiconLayer(compiled)
        let names = CompiledGrammar(copying: GrammarCompiler.compile(catalogue, over: lower))
        lexicon = Lexicon(
            lower: lower, upper: LexiconLayer(names), smallEndings: compiled.definitions.smallEndings)
        spelling = Spelling(lexicon: lexicon)
    }
}
