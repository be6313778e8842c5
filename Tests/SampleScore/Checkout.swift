import Conversation
import FactStore
import Facts
import Foundation
import Language
import Notation

/// The checkout these files stand in.
public enum Checkout {
    public static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The day that samples are asked on: any day after the periods the page has figures for.
    public static let today = Day(number: 20_468)  // 15 January 2026

    /// The text files below a folder, by the paths that the program shows.
    public static func files(under folder: String, endings: [String]) throws -> [TextFile] {
        let start = root.resolvingSymlinksInPath().path() + "/"
        let found = FileManager.default.enumerator(
            at: root.resolvingSymlinksInPath().appending(path: folder), includingPropertiesForKeys: nil)
        return try (found?.allObjects as? [URL] ?? []).filter { endings.contains($0.pathExtension) }.map {
            let path = $0.resolvingSymlinksInPath().path()
            return TextFile(
                path: String(path.dropFirst(start.replacing("//", with: "/").count)),
                text: try String(contentsOf: $0, encoding: .utf8))
        }.sorted { $0.path < $1.path }
    }

    public static func grammar() throws -> [TextFile] { try files(under: "Grammar", endings: ["txt"]) }
    /// What lies in Data/ itself; the labels of open data have a folder of their own in it.
    public static func data() throws -> [TextFile] {
        try files(under: "Data", endings: ["csv", "txt"]).filter { !$0.path.hasPrefix("Data/open-data/") }
    }

    /// The program's answers from the checkout's own files.
    public static func service(today: Day = today) throws -> Service {
        try Service(grammar: CompiledGrammar(files: grammar()), data: data(), store: .memory, today: today)
    }

    /// Tests/Samples/first.jsonl and its like, by name.
    /// What does not hold yet, counted by name: lines `changes 51` of a file in Tests/Samples.
    public static func counts(_ name: String) throws -> [String: Int] {
        let file = root.appending(path: "Tests/Samples/\(name).txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        var counts: [String: Int] = [:]
        for line in lines where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            counts[words.dropLast().joined(separator: " ")] = words.last.flatMap { Int($0) }
        }
        return counts
    }

    public static func samples() throws -> [SampleFile] {
        let folder = root.appending(path: "Tests/Samples")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "jsonl" }.sorted { $0.path() < $1.path() }.map {
                try SampleFile($0)
            }
    }
}

extension Service {
    /// The reply to a sample, after the messages before it.
    public func judge(_ sample: Sample) throws -> Judged {
        var conversation = Conversation.new
        for message in sample.context { conversation = try reply(to: message, in: conversation).conversation }
        return Judged(sample, reply: try reply(to: sample.question, in: conversation).reply)
    }
}
