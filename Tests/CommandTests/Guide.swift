import Foundation

/// A guide in Markdown.
///
/// In a `console` block a line `$ askcsp …` is run by the shell, in a folder with copies of `Grammar` and `Data`;
/// the lines below it are what it prints. A `diff` block is an edit of a file there, which its `+++` line names. A
/// heading begins with the files as they are.
struct Guide {
    enum Part {
        /// Text, and commands that are not run: kept as they stand.
        case line(String)
        case heading(String)
        case edit(Edit)
        case run(Run)
    }

    struct Run {
        let command: String
        let expected: [String]
        let line: Int
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let path: String
    private(set) var parts: [Part] = []

    var runs: [Run] {
        parts.compactMap { if case .run(let run) = $0 { run } else { nil } }
    }

    init(_ path: String) throws {
        self.init(
            try String(contentsOf: Guide.root.appending(path: path), encoding: .utf8), path: path)
    }

    init(_ text: String, path: String) {
        self.path = path
        var fence: String?
        var edit: [String] = []
        var run: (command: String, expected: [String], line: Int)?
        func finishRun() {
            if let run {
                parts.append(.run(Run(command: run.command, expected: run.expected, line: run.line)))
            }
            run = nil
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                finishRun()
                if fence == "```diff" { parts.append(.edit(Edit(edit))) }
                edit = []
                fence = fence == nil ? line : nil
                parts.append(.line(line))
            } else if fence == "```console", line.hasPrefix("$ ") {
                finishRun()
                let command = String(line.dropFirst(2))
                if Guide.isRun(command) { run = (command, [], index + 1) } else { parts.append(.line(line)) }
            } else if run != nil {
                run?.expected.append(line)
            } else {
                if fence == "```diff" { edit.append(line) }
                parts.append(fence == nil && line.hasPrefix("#") ? .heading(line) : .line(line))
            }
        }
        finishRun()
    }

    /// The program, by itself or at the end of a pipe; `make` and the like are not run.
    private static func isRun(_ command: String) -> Bool { command.split(separator: " ").contains("askcsp") }

    /// What each command prints, on either stream.
    func outputs() throws -> [[String]] {
        let program = URL(filePath: Askcsp.path).deletingLastPathComponent().path()
        var outputs: [[String]] = []
        var files = try Guide.copies()
        for part in parts {
            switch part {
            case .line: break
            case .heading: files = try Guide.copies()
            case .edit(let edit): try edit.make(in: files)
            case .run(let run):
                let result = try Askcsp.run(
                    ["-c", "exec 2>&1\n" + run.command], bytes: [],
                    environment: ["PATH": "\(program):/usr/bin:/bin"], program: "/bin/sh", folder: files.path)
                var lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
                if lines.last == "" { lines.removeLast() }
                outputs.append(lines.map(String.init))
            }
        }
        return outputs
    }

    static func copies() throws -> Scratch {
        let files = try Scratch()
        for folder in ["Grammar", "Data"] {
            try FileManager.default.copyItem(
                at: root.appending(path: folder), to: URL(filePath: files.path(folder)))
        }
        return files
    }

    func write(_ outputs: [[String]]) throws {
        try text(with: outputs).write(to: Guide.root.appending(path: path), atomically: true, encoding: .utf8)
    }

    /// The guide with other outputs.
    func text(with outputs: [[String]]) -> String {
        var outputs = outputs[...]
        return parts.flatMap { part -> [String] in
            switch part {
            case .line(let line), .heading(let line): [line]
            case .edit: []
            case .run(let run): ["$ " + run.command] + (outputs.popFirst() ?? run.expected)
            }
        }.joined(separator: "\n")
    }
}

extension Guide {
    /// Lines of a file and what becomes of them: those with `+` are new, those with `-` go, the others stay. With
    /// new lines alone it adds to the end.
    struct Edit {
        struct Misfit: Error {
            let path: String
            let lines: [String]
        }

        private let path: String
        private let old: [String]
        private let new: [String]

        init(_ lines: [String]) {
            let start = "+++ "
            path = lines.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) } ?? ""
            let body = lines.filter { !$0.hasPrefix(start) }
            old = body.filter { !$0.hasPrefix("+") }.map { String($0.dropFirst()) }
            new = body.filter { !$0.hasPrefix("-") }.map { String($0.dropFirst()) }
        }

        func make(in files: Scratch) throws {
            let lines = try files.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init)
            guard !old.isEmpty else { return try write(lines + new, to: files) }
            let fits = lines.indices.filter { lines[$0...].starts(with: old) }
            guard fits.count == 1, let start = fits.first else { throw Misfit(path: path, lines: old) }
            try write(lines[..<start] + new + lines[(start + old.count)...], to: files)
        }

        private func write(_ lines: [String], to files: Scratch) throws {
            try files.write(lines.joined(separator: "\n"), to: path)
        }
    }
}
