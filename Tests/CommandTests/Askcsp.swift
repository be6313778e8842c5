import CTestSystem
import Foundation
import Glibc

/// The built program, and what came of a run of it.
enum Askcsp {
    struct Run {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// It is built into the same folder as the tests.
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "askcsp").path(percentEncoded: false)

    /// Runs it to its end.
    static func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:],
        program: String = path,
        folder: String? = nil
    ) throws -> Run {
        try run(
            arguments, bytes: Array(input.utf8), environment: environment, program: program, folder: folder)
    }

    static func run(
        _ arguments: [String], bytes: [UInt8], environment: [String: String] = [:], program: String = path,
        folder: String? = nil
    ) throws -> Run {
        let scratch = try Scratch()
        try scratch.write(bytes, to: "input")
        let process = try Spawned(
            program: program, arguments: arguments,
            environment: ["HOME": scratch.path].merging(environment) { $1 }
        ) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, scratch.path("input"), O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, scratch.path("output"), O_WRONLY | O_CREAT, 0o600)
            posix_spawn_file_actions_addopen(&actions, 2, scratch.path("errors"), O_WRONLY | O_CREAT, 0o600)
            if let folder { test_spawn_in_folder(&actions, folder) }
        }
        let status = process.wait()
        return Run(
            status: status, output: try scratch.text(of: "output"), errors: try scratch.text(of: "errors"))
    }
}

/// A folder that goes when the test is over.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "askcsp-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
    }

    /// Makes the folders above it too.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = URL(filePath: path(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
}
