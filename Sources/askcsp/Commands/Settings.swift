import Conversation
import FactStore
import Facts
import Importing
import Language
import Notation
import OpenData

/// What the options of every command come to; without options it is what a plain question is answered with.
struct Settings {
    var format = Format.text
    /// The fact store that is named.
    var store: String?
    /// The folder of grammar files that is named.
    var grammar: String?
    /// The folder of data files that is named.
    var data: String?
    var today: Day?
    var color = ColorChoice.auto

    /// Reads the files and opens the store.
    func service() throws -> Service {
        let home = try Home.found()
        let files = try home.data(in: data)
        let grammar = try grammar(home, beside: files)
        return try Service(
            grammar: grammar.compiled, data: files, store: storeLocation(home), today: referenceDay,
            names: grammar.names)
    }

    /// - Throws: `Problems` with every mistake in the grammar, and with those in the data: one run shows them all.
    func grammar(_ home: Home, beside files: [TextFile]) throws -> KeptGrammar {
        do {
            return try home.grammar(in: grammar, data: data)
        } catch let problems as Problems {
            throw Problems(problems.all + DataFiles.problems(in: files, codelists: try codelists(home)))
        }
    }

    /// What the grammar declares, whatever mistakes are in it.
    func codelists(_ home: Home) throws -> Codelists {
        do {
            return try home.grammar(in: grammar, data: data).compiled.codelists
        } catch is Problems {
            return GrammarSource.codelists(of: (try? home.grammarTexts(in: grammar)) ?? [])
        }
    }

    /// The store that is named, or the one that files were imported into; otherwise the one that is kept.
    func storeLocation(_ home: Home) -> StoreLocation {
        if let store { return .file(store) }
        return DefaultStore.existing.map(StoreLocation.file) ?? home.store(grammar: grammar, data: data)
    }

    /// Where files are imported to: the store that is named, or the one that is used when none is.
    func importStore() throws -> String { try store ?? DefaultStore.made() }

    func importer(into store: String, _ badRows: BadRows, allowsFewerRows: Bool) throws -> Importer {
        let home = try Home.found()
        return try Importer(
            codelists: home.grammar(in: grammar, data: data).compiled.codelists, data: home.data(in: data),
            labels: home.labels(in: data), store: store, badRows: badRows,
            allowsFewerRows: allowsFewerRows)
    }

    var referenceDay: Day { today ?? Clock.today }

    var output: Output { Output.standard }

    var style: Style { Style(choice: color, isTerminal: Terminal.isOutput) }
}
