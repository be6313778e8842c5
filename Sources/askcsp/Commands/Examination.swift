import CReadline
import Conversation
import FactStore
import Facts
import Language
import Notation

/// Looks at everything the program would use, and changes nothing.
struct Examination {
    let settings: Settings

    struct Finding {
        let name: String
        let value: String
        var isWell = true
    }

    var findings: [Finding] {
        let program = Finding(
            name: "program", value: "askcsp \(Version.number), \(Home.program ?? "unknown")")
        return [program] + files + surroundings
    }

    // MARK: - Files and store

    private var files: [Finding] {
        let home: Home
        do { home = try Home.found() } catch {
            return [Finding(name: "files", value: "\(error)", isWell: false)]
        }
        do {
            let data = try home.data(in: settings.data)
            let grammar = try settings.grammar(home, beside: data).compiled
            let size = Size(bytes: data.reduce(0) { $0 + $1.text.utf8.count })
            let findings = [
                Finding(
                    name: "grammar", value: "\(settings.grammar ?? "\(home)"): version \(grammar.version)"),
                Finding(
                    name: "data",
                    value: "\(settings.data ?? "\(home)"): \(data.count) files, \(size), version "
                        + Store.version(of: data)),
            ]
            return try findings + own(home, data) + store(home, grammar, data)
        } catch let problems as Problems {
            return [mistakes(problems)]
        } catch {
            return [Finding(name: "files", value: "\(error)", isWell: false)]
        }
    }

    private func mistakes(_ problems: Problems) -> Finding {
        let first = problems.all.first.map { problem in
            let at = problem.location
            return "\(at.path):\(at.line):\(at.column): \(problem.message)"
        }
        return Finding(
            name: "mistakes", value: "\(problems.all.count) in the files, the first at \(first ?? "")",
            isWell: false)
    }

    /// Whether the program's own copy says the same as the files that are used instead.
    private func own(_ home: Home, _ data: [TextFile]) throws -> [Finding] {
        guard case .folder(let path) = home, settings.grammar == nil, settings.data == nil else { return [] }
        // A compiled grammar knows where its examples stand: by the paths that the program's own has.
        func below(_ files: [TextFile]) -> [TextFile] {
            files.map { TextFile(path: String($0.path.dropFirst(path.count + 1)), text: $0.text) }
        }
        let embedded = try Home.embedded.grammar(in: nil, data: nil).compiled
        let isSame =
            try CompiledGrammar(files: below(home.grammarTexts(in: nil))).version == embedded.version
            && Store.version(of: below(data)) == Store.version(of: Home.embedded.data(in: nil))
        return [
            Finding(
                name: "own copy", value: isSame ? "the same" : "another; what is in the folder is used")
        ]
    }

    private func store(_ home: Home, _ grammar: CompiledGrammar, _ data: [TextFile]) throws -> [Finding] {
        var location = settings.storeLocation(home)
        var findings: [Finding] = []
        switch location {
        case .memory:
            findings.append(Finding(name: "store", value: "in memory, built at each start"))
        case .kept(let path), .file(let path):
            let condition = try Store.condition(of: path, data: data, codelists: grammar.codelists)
            let size = File.size(of: path).map { ", \(Size(bytes: $0))" } ?? ""
            // What is only kept to save time is built anew without a word.
            let isKept = if case .kept = location { true } else { false }
            findings.append(
                Finding(
                    name: "store", value: "\(path)\(size), format \(Store.format): \(condition.text)",
                    isWell: condition == .current || isKept))
            guard condition == .current || isKept else { return findings }
            if condition != .current { location = .memory }
        }
        let service = try Service(grammar: grammar, data: data, store: location, today: settings.referenceDay)
        return try findings + [Finding(name: "figures", value: "\(service.holdings)")]
    }

    // MARK: - Surroundings

    private var surroundings: [Finding] {
        let history = HistoryFile(path: HistoryFile.standardPath)
        let size = Screen.ofOutput.map { screen in
            "\(screen.columns.map(String.init) ?? "unknown") columns, \(screen.rows.map(String.init) ?? "unknown") rows"
        }
        return [
            Finding(
                name: "history",
                value: HistoryFile.standardPath.map { "\($0): \(history.lines.count) lines" }
                    ?? "not kept: HOME is not set"),
            Finding(
                name: "terminal",
                value: [
                    "TERM \(Environment.value("TERM") ?? "not set")", size ?? "output is no terminal",
                    Environment.isUTF8 ? "UTF-8" : "drawn in ASCII: the locale is not UTF-8",
                    settings.style.isDimming ? "colour" : "no colour",
                ].joined(separator: ", ")),
            Finding(name: "pager", value: Pager.standard == .off ? "none" : Pager.standard.command ?? ""),
            Finding(name: "today", value: "\(settings.referenceDay)"),
            Finding(
                name: "libraries",
                value: "SQLite \(Store.engineVersion), readline \(String(cString: readline_version()))"),
        ]
    }
}

/// Bytes as people read them: `93.4 kB`.
struct Size: CustomStringConvertible {
    let bytes: Int

    var description: String {
        let units = ["bytes", "kB", "MB", "GB"]
        var (value, unit) = (Double(bytes), 0)
        while value >= 1_000, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        guard unit > 0 else { return "\(bytes) bytes" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}

extension Store.Condition {
    fileprivate var text: String {
        switch self {
        case .missing: "not there yet; the next question builds it"
        case .current: "up to date"
        case .outOfDate: "out of date; the next question builds it again"
        }
    }
}
