import Foundation

/// A question as somebody asks it, and what a right answer has to hold: a line of a file in Tests/Samples.
public struct Sample: Decodable, Sendable {
    public let id: String
    /// The kind of person who asks it.
    public let persona: String
    public let question: String
    /// The messages before it in the conversation.
    public let context: [String]
    public let expect: Expectation
    /// All of these have to be in the answer.
    public let must: [String]
    /// Of each group, one.
    public let any: [[String]]
    /// None of these; one that ends with a comma may not open the answer.
    public let mustNot: [String]
    /// These, in this order.
    public let order: [String]
    public let tags: [String]

    public enum Expectation: String, Decodable, Sendable {
        case answer
        case noData = "no-data"
        case unclear
        case notUnderstood = "not-understood"
    }

    private enum Key: String, CodingKey {
        case id, persona, q, context, expect, must, any
        case mustNot = "must_not"
        case order, tags
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        persona = try values.decodeIfPresent(String.self, forKey: .persona) ?? "?"
        question = Sample.line(try values.decode(String.self, forKey: .q))
        context = (try values.decodeIfPresent([String].self, forKey: .context) ?? []).map {
            let line = Sample.line($0)
            return line.isEmpty ? "?" : line
        }
        expect = try values.decode(Expectation.self, forKey: .expect)
        must = try values.decodeIfPresent([String].self, forKey: .must) ?? []
        any = try values.decodeIfPresent([[String]].self, forKey: .any) ?? []
        mustNot = try values.decodeIfPresent([String].self, forKey: .mustNot) ?? []
        order = try values.decodeIfPresent([String].self, forKey: .order) ?? []
        tags = try values.decodeIfPresent([String].self, forKey: .tags) ?? []
    }

    /// The conversation as it is typed: `and Q1?` after `drug offences Q2`.
    public var conversation: String { (context + [question]).joined(separator: " / ") }

    /// As it is piped in: on one line, without control characters.
    private static func line(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }.map { String($0) }
            .joined(separator: " ")
    }
}

/// A file of samples.
public struct SampleFile: Sendable {
    /// `first`, for Tests/Samples/first.jsonl.
    public let name: String
    /// Those that ask anything at all.
    public let samples: [Sample]

    public init(_ file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        samples = try lines.map { try JSONDecoder().decode(Sample.self, from: Data($0.utf8)) }
            .filter { !$0.question.isEmpty }
    }
}
