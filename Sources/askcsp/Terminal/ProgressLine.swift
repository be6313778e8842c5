import Glibc
import OpenData

/// How far a file has come, on one line of a terminal that is written again and again; nothing anywhere else.
struct ProgressLine {
    private let file: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ProgressLine.now
    private var last = 0.0
    private var hasShown = false

    /// Seconds between two looks.
    private static let pause = 0.1

    init(file: String) { self.file = file }

    mutating func show(_ progress: Progress) throws {
        guard isShown else { return }
        let now = ProgressLine.now
        guard now - last >= ProgressLine.pause else { return }
        last = now
        hasShown = true
        try Output.errors.write("\r\u{1B}[K\(text(progress, seconds: now - start))")
    }

    /// Makes room for what comes next.
    mutating func clear() throws {
        guard hasShown else { return }
        hasShown = false
        try Output.errors.write("\r\u{1B}[K")
    }

    /// `2025-01-kent-street.csv: 81920 rows, 1204000 a second, 3 s left`
    private func text(_ progress: Progress, seconds: Double) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        guard seconds > 0 else { return "\(name.visible): \(progress.rows) rows" }
        let rate = Int(Double(progress.rows) / seconds)
        var text = "\(name.visible): \(progress.rows) rows, \(rate) a second"
        if progress.position > 0, progress.size >= progress.position {
            let left = seconds * Double(progress.size - progress.position) / Double(progress.position)
            text += ", \(Int(left.rounded(.up))) s left"
        }
        return text
    }

    /// Seconds by a clock that nobody sets.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
