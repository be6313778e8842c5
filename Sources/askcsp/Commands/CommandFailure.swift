import Facts
import Notation

/// Why a command could not run, or stopped; worded here and nowhere else.
enum CommandFailure: Error, CustomStringConvertible {
    case emptyQuestion
    case emptyPhrase
    case questionAndInput
    case questionAndFile
    case atLine(String, line: Int, reason: String)
    case stopped(String, line: Int, Reply.Status)
    case noSuchCommand(String, nearest: String?)
    case notADay(String)
    case noFolder(String)
    case homeLacks(home: String, folder: String)
    case noFiles(folder: String, endings: [String])
    case noHomeForStore
    case unreadable(String, reason: String)
    case unwritable(String, reason: String)
    case exists(String)

    var description: String {
        switch self {
        case .emptyQuestion: "the question is empty"
        case .emptyPhrase: "the phrase is empty"
        case .questionAndInput: "a question and '-', standard input, do not go together; name one of them"
        case .questionAndFile: "a question and --file do not go together; name one of them"
        case .atLine(let name, let line, let reason): "\(name):\(line): \(reason)"
        case .stopped(let name, let line, let status):
            "\(name):\(line): \(status.rawValue); stopped at the first question that was not answered"
        case .noSuchCommand(let name, let nearest):
            "there is no command '\(name)'"
                + EditDistance.hint(nearest, otherwise: "'askcsp help' lists what there is")
        case .notADay(let text): "'\(text)' is not a date; write it as 2022-10-01"
        case .noFolder(let path): "there is no folder '\(path)'"
        case .homeLacks(let home, let folder): "there is no folder '\(folder)' in '\(home)'"
        case .noFiles(let folder, let endings):
            "there is no \(endings.joined(separator: " or ")) file in '\(folder)'"
        case .noHomeForStore:
            "there is no place to keep the store, since neither XDG_DATA_HOME nor HOME is set; name one with --store"
        case .unreadable(let name, let reason): "\(name) could not be read: \(reason)"
        case .unwritable(let name, let reason): "\(name) could not be written: \(reason)"
        case .exists(let path): "there is a file '\(path)' already; nothing was written"
        }
    }
}
