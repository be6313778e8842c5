/// How many of some samples got each verdict.
public struct Tally: Sendable {
    private var counts: [Verdict: Int] = [:]
    public private(set) var answerable = 0

    public init(_ judged: some Sequence<Judged>) {
        for one in judged {
            counts[one.verdict, default: 0] += 1
            if one.sample.expect == .answer { answerable += 1 }
        }
    }

    public subscript(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }
    public var all: Int { counts.values.reduce(0, +) }

    /// Of the samples that have an answer, the per cent that got it.
    public var coverage: Double { percent(self[.right], of: answerable) }
    /// Of the samples that were answered, the per cent that were answered rightly.
    public var precision: Double { percent(self[.right], of: self[.right] + self[.wrong]) }

    public var summary: String {
        let unanswerable = all - answerable
        return """
            coverage \(self[.right])/\(answerable) = \(tenths(coverage))%   \
            wrong \(self[.wrong])/\(all) = \(tenths(percent(self[.wrong], of: all)))%   \
            precision \(tenths(precision))%   \
            refusals apt \(self[.apt])/\(unanswerable), otherwise \(self[.refused])
            """
    }

    private func percent(_ part: Int, of whole: Int) -> Double { 100 * Double(part) / Double(max(1, whole)) }

    private func tenths(_ value: Double) -> String {
        let rounded = Int((value * 10).rounded())
        return "\(rounded / 10).\(rounded % 10)"
    }
}

/// Tallies of one file by who asked, and by what the samples are tagged with.
public struct ScoreTable: Sendable {
    let judged: [Judged]

    public init(_ judged: [Judged]) { self.judged = judged }

    public var text: String {
        let people = Dictionary(grouping: judged, by: \.sample.persona)
        var tags: [String: [Judged]] = [:]
        for one in judged { for tag in Set(one.sample.tags) { tags[tag, default: []].append(one) } }
        return ([head] + rows(people) + [""] + rows(tags) + ["", Tally(judged).summary]).joined(
            separator: "\n")
    }

    private var head: String { row("", ["all"] + Verdict.allCases.map(\.rawValue)) }

    private func rows(_ groups: [String: [Judged]]) -> [String] {
        groups.sorted { $0.key < $1.key }.map { name, judged in
            let tally = Tally(judged)
            return row(
                name, (["\(tally.all)"] + Verdict.allCases.map { tally[$0] == 0 ? "" : "\(tally[$0])" }))
        }
    }

    private func row(_ name: String, _ cells: [String]) -> String {
        let label = "  " + name + String(repeating: " ", count: max(1, 30 - name.count))
        let line = label + cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
