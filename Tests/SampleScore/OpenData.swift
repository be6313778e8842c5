import Conversation
import Facts
import Foundation
import Language
import Notation

/// A store with Data/ and a year of open data, and the questions asked of it.
public enum OpenData {
    /// The day that its samples are asked on.
    public static let today = Day(number: 20_463)  // 10 January 2026

    private static let folder = Checkout.root.appending(path: "Tests/Samples/open-data")
    private static let source = "street-level"
    private static let incidents = "anti-social-behaviour"

    /// Its files of samples, and the least coverage of each in per cent.
    public static let floors = [
        "first": 100.0, "second": 89.0, "third": 88.4, "fourth": 84.1, "fifth": 83.8, "hunt": 100.0,
    ]

    public static func samples(_ name: String) throws -> SampleFile {
        try SampleFile(folder.appending(path: "\(name).jsonl"))
    }

    public static func service() throws -> Service {
        try Service(
            grammar: CompiledGrammar(files: Checkout.grammar()), data: data(adding: rows()), store: .memory,
            today: today)
    }

    /// Data/, with rows of more observations.
    public static func data(adding rows: [String]) throws -> [TextFile] {
        try Checkout.data().map { file in
            switch file.path {
            case "Data/observations.csv":
                TextFile(path: file.path, text: file.text + rows.joined(separator: "\n") + "\n")
            case "Data/sources.csv":
                TextFile(
                    path: file.path,
                    text: file.text
                        + "\(source),Street-level crime,data.police.uk,Open Government Licence v3.0\n")
            default: file
            }
        }
    }

    /// As rows of observations.csv, from a table with a column for each month.
    private static func rows() throws -> [String] {
        let text = try String(contentsOf: folder.appending(path: "counts.csv"), encoding: .utf8)
        return observations(text.split(separator: "\n").map(String.init))
    }

    /// `winchester,burglary,29,43` below `area,crime_type,2025-01,2025-02` is two observations; the total of an area's
    /// types but for incidents is another for each month.
    public static func observations(_ lines: [String]) -> [String] {
        let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let months = cells.first.map { $0.dropFirst(2) } ?? []
        var totals: [String: [Int]] = [:]
        var rows: [String] = []
        for line in cells.dropFirst() {
            let (area, crime, values) = (line[0], line[1], line.dropFirst(2).compactMap { Int($0) })
            let measure = crime == incidents ? "recorded-incidents" : "recorded-crime"
            for (month, value) in zip(months, values) {
                rows.append("\(measure),\(crime),\(area),\(month),\(value),,\(source)")
            }
            guard crime != incidents else { continue }
            totals[area] = zip(totals[area] ?? values.map { _ in 0 }, values).map { $0 + $1 }
        }
        for (area, values) in totals.sorted(by: { $0.key < $1.key }) {
            for (month, value) in zip(months, values) {
                rows.append("recorded-crime,,\(area),\(month),\(value),,\(source)")
            }
        }
        return rows
    }
}
