import Foundation
import Testing

/// What the program keeps from run to run, and that it never answers from what is out of date.
struct KeptFileTests {
    private let home: Scratch
    private let grammar: String

    init() throws {
        home = try Scratch()
        grammar = home.path("Grammar")
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try FileManager.default.copyItem(atPath: checkout.appending(path: "Grammar").path(), toPath: grammar)
    }

    private func ask(_ question: String, cache: String? = nil) throws -> Askcsp.Run {
        try Askcsp.run(
            "--grammar", grammar, question,
            environment: ["HOME": home.path, "XDG_CACHE_HOME": cache ?? home.path("cache")])
    }

    private func kept(_ kind: String) throws -> String {
        let folder = home.path("cache/askcsp")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(kind) }
        #expect(names.count == 1)
        return "\(folder)/\(names.first ?? "")"
    }

    private func modified(_ path: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    }

    private let question = "drug offences Q2"

    @Test(arguments: ["grammar", "store", "names"])
    func whatIsCurrentIsLeftAlone(kind: String) throws {
        let first = try ask(question)
        let before = try modified(kept(kind))
        let second = try ask(question)
        #expect(first.status == 0 && second.output == first.output)
        #expect(try modified(kept(kind)) == before)
    }

    /// A change that leaves size and time as they were is noticed too.
    @Test func aChangedFileIsNoticed() throws {
        let path = "\(grammar)/words/crime-types.txt"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("narcotics", with: "zzzzzzzzz").write(
            toFile: path, atomically: true, encoding: .utf8)
        let date = try #require(try modified(path))
        #expect(try ask("narcotics Q2").status == 1)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        #expect(try ask("narcotics Q2").output.contains("73.7%"))
    }

    enum Damage: CaseIterable { case empty, half, oneByte, otherFile }

    @Test(arguments: ["grammar", "store", "names"], Damage.allCases)
    func aDamagedFileIsReplaced(kind: String, damage: Damage) throws {
        let answer = try ask(question).output
        let path = try kept(kind)
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        switch damage {
        case .empty: bytes = []
        case .half: bytes.removeLast(bytes.count / 2)
        case .oneByte: bytes[kind == "store" ? 20 : bytes.count / 2] ^= 1
        case .otherFile: bytes = Array("something else altogether\n".utf8)
        }
        try Data(bytes).write(to: URL(filePath: path))
        #expect(try ask(question).output == answer)
        #expect(try ask(question).output == answer)
    }

    @Test func whereNothingCanBeKeptItAnswersAllTheSame() throws {
        try home.write("", to: "file")
        let answer = try ask(question).output
        #expect(try ask(question, cache: home.path("file")).output == answer)
        #expect(try Askcsp.run(question, environment: ["HOME": ""]).output == answer)
        #expect(try Askcsp.run(question, environment: ["HOME": "/nowhere/at/all"]).output == answer)
    }
}
