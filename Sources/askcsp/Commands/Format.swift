import ArgumentParser

/// The forms an answer is written in.
enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, csv, tsv, markdown

    /// `text, json, jsonl`...
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
