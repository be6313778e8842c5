import ArgumentParser
import FactStore
import Facts
import Importing
import Notation
import OpenData

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        // Otherwise the name is made from the type's, which asks the runtime for more than all the rest of it.
        commandName: "import",
        abstract: "Take open data, or figures of your own, into the store.",
        usage: "askcsp import [options] <file> ...",
        discussion: """
            Files are known by their headers, whatever they are called: data.police.uk street files, Home Office \
            recorded crime, and tables of figures with the columns of Data/observations.csv. They may be packed \
            with gzip or zip, and a folder stands for every file in it. Each file is taken in whole or not at all.

            Without --store the figures go to askcsp/store.sqlite below $XDG_DATA_HOME, or else below \
            ~/.local/share, and every command uses that store from then on.

            Ends with status 1 when at least one file was not taken in.
            """)

    /// What becomes of a file with rows that cannot be read.
    enum Rows: EnumerableFlag {
        case strict, skipBadRows

        static func help(for value: Rows) -> ArgumentHelp? {
            switch value {
            case .strict: "Take in nothing of a file with a bad row; this is the default."
            case .skipBadRows: "Leave bad rows out, and say which."
            }
        }
    }

    @OptionGroup var options: Options

    @Flag(help: "What becomes of a file with bad rows.")
    var rows = Rows.strict

    @Flag(help: "Let a file replace a month with far fewer rows than were there.")
    var allowFewerRows = false

    @Argument(help: ArgumentHelp("A file, a folder or a zip.", valueName: "file"), completion: .file())
    var paths: [String]

    func run() throws {
        let store = try options.settings.importStore()
        let importer = try options.settings.importer(
            into: store, rows == .strict ? .refuse : .leaveOut, allowsFewerRows: allowFewerRows)
        var printer = ImportPrinter(settings: options.settings, store: store)
        for found in paths.flatMap(InputFile.found) {
            let file: InputFile
            switch found {
            case .success(let input): file = input
            case .failure(let error):
                try printer.refuse(error)
                continue
            }
            var line = ProgressLine(file: file.path)
            do {
                let report = try importer.take(file, on: options.settings.referenceDay) { try line.show($0) }
                try line.clear()
                try printer.show(report)
            } catch let error as OpenDataError {
                try line.clear()
                try printer.refuse(error, path: file.path, isNamed: file.isNamed)
            } catch let error as FewerRows {
                try line.clear()
                try printer.refuse(error, path: file.path)
            } catch let error as RefusedRows {
                try line.clear()
                try printer.refuse(error, path: file.path)
            }
        }
        try printer.finish()
        if printer.hasRefused { throw Ending.NotAnswered() }
    }
}
