import EmbeddedFiles
import FactStore
import Glibc
import Language
import Notation

/// Where the grammar and the data come from when no option names a folder.
enum Home: CustomStringConvertible {
    /// A folder that holds `Grammar` and `Data`.
    case folder(String)
    /// The copy in the program itself.
    case embedded

    /// The folder `ASKCSP_HOME` names, or the one that was installed with the program, or the embedded copy. The
    /// current folder is never looked at.
    static func found() throws -> Home {
        if let named = Environment.value("ASKCSP_HOME") {
            for folder in ["Grammar", "Data"] where !Folder.exists("\(named)/\(folder)") {
                throw CommandFailure.homeLacks(home: named, folder: folder)
            }
            return .folder(named)
        }
        if let installed, Folder.exists("\(installed)/Grammar"), Folder.exists("\(installed)/Data") {
            return .folder(installed)
        }
        return .embedded
    }

    func grammar(in folder: String?, data: String?) throws -> KeptGrammar {
        let path = folder ?? path(of: "Grammar")
        let names = Cache.path("names", for: path, data ?? self.path(of: "Data"))
        guard let path else { return KeptGrammar(namesPath: names) }
        return try KeptGrammar(of: Folder(path), namesPath: names)
    }

    /// The grammar's files as they stand in a folder; none of the embedded grammar.
    func grammarTexts(in folder: String?) throws -> [TextFile] {
        guard let path = folder ?? path(of: "Grammar") else { return [] }
        return try Folder.texts(of: Folder(path).files(endings: [".txt"], isDeep: true))
    }

    func data(in folder: String?) throws -> [TextFile] {
        if let path = folder ?? path(of: "Data") {
            return try Folder.texts(of: Folder(path).files(endings: [".csv", ".txt"], isDeep: false))
        }
        return EmbeddedFiles.data
    }

    /// The store that is kept for a grammar and data, when no option names one.
    func store(grammar: String?, data: String?) -> StoreLocation {
        let path = Cache.path("store", for: grammar ?? path(of: "Grammar"), data ?? path(of: "Data"))
        return path.map(StoreLocation.kept) ?? .memory
    }

    /// What the labels of open data mean: the folder `open-data` of the data.
    func labels(in folder: String?) throws -> [TextFile] {
        if let path = folder ?? path(of: "Data"), Folder.exists("\(path)/open-data") {
            return try Folder.texts(of: Folder("\(path)/open-data").files(endings: [".csv"], isDeep: false))
        }
        return EmbeddedFiles.labels
    }

    /// Those labels, where they belong to the grammar and the data that are named: the program's own are about its own
    /// grammar, and say nothing of another partnership's.
    func labels(in folder: String?, besideGrammar grammar: String?) throws -> [TextFile] {
        let isOwn = folder == nil && grammar == nil
        let path = folder ?? path(of: "Data")
        let isBeside = folder != nil && path.map { Folder.exists("\($0)/open-data") } == true
        return isOwn || isBeside ? try labels(in: folder) : []
    }

    private func path(of folder: String) -> String? {
        switch self {
        case .folder(let home): "\(home)/\(folder)"
        case .embedded: nil
        }
    }

    var description: String {
        switch self {
        case .folder(let path): path
        case .embedded: "in the program"
        }
    }

    /// The program's file, with links followed.
    static var program: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// `share/askcsp` beside the folder the program is in.
    private static var installed: String? {
        guard let parts = program?.split(separator: "/").dropLast(2) else { return nil }
        return "/" + (parts + ["share", "askcsp"]).joined(separator: "/")
    }
}
