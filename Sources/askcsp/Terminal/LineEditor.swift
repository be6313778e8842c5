import CReadline
import Glibc

/// Reads lines that are typed, with GNU readline: editing, history, completion.
final class LineEditor {
    /// Whole lines that the line so far may become, best first.
    var completions: (String) -> [String] = { _ in [] } {
        didSet { offered = nil }
    }
    /// A second TAB asks for the same once more.
    private var offered: (line: String, lines: [String])?

    /// How the reading of a line ended.
    enum Entry {
        case line(String)
        /// Ctrl-C.
        case dropped
        /// Ctrl-D, or no terminal any more.
        case closed
        /// A signal to stop.
        case stopped
    }

    init() {
        readline_open(
            { line, context in
                context.flatMap {
                    Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue().matches(String(cString: line))
                }
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    func read(prompt: String) -> Entry {
        var ending = ReadlineEnding.closed
        let line = readline_read(prompt, &ending)
        defer { free(line) }
        switch ending {
        case .line: return .line(line.map { String(cString: $0) } ?? "")
        case .dropped: return .dropped
        case .closed: return .closed
        case .stopped: return .stopped
        }
    }

    func remember(_ line: String) { readline_history_add(line) }

    /// Takes out a remembered line; 0 is the oldest.
    func forget(at position: Int) { readline_history_remove(Int32(position)) }

    /// Ends the process if a signal stopped the reading.
    func passOnSignal() { readline_pass_on_signal() }

    /// In the form readline takes and frees: what they have in common, each of them, and nil.
    private func matches(_ line: String) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        let lines = offered?.line == line ? offered?.lines ?? [] : completions(line)
        offered = (line, lines)
        guard let first = lines.first else { return nil }
        let shared = lines.dropFirst().reduce(first) { shared, line in shared.commonPrefix(with: line) }
        // readline would take letters away from the line rather than leave it as it is.
        let common = lines.count == 1 || shared.utf8.count >= line.utf8.count ? shared : line
        let strings = [common] + (lines.count == 1 ? [] : lines)
        guard let matches = calloc(strings.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
        else {
            return nil
        }
        let list = matches.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: strings.count + 1)
        for (index, string) in strings.enumerated() { list[index] = strdup(string) }
        return list
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
