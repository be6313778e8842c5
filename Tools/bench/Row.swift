import Foundation

/// A line of the benchmark's table.
struct Row {
    let what: String
    let ours: String
    var theirs = ""
    var ratio: Double?
    var goal = ""

    static let header = Row(what: "what", ours: "askcsp", theirs: "sqlite3", goal: "goal").text(
        ratio: "ratio")

    func show() {
        print(text(ratio: ratio.map { String(format: "%.2f", $0) } ?? ""))
        fflush(nil)
    }

    private func text(ratio: String) -> String {
        let cells =
            [what.padding(toLength: 46, withPad: " ", startingAt: 0)]
            + [ours, theirs, ratio].map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }
        return cells.joined() + "  " + goal
    }
}

extension Double {
    /// Of seconds.
    var milliseconds: String { String(format: "%.2f ms", self * 1e3) }
    var microseconds: String { String(format: "%.1f µs", self * 1e6) }
    var megabytes: String { String(format: "%.1f MB", self) }
}
