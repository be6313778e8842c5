import Foundation

/// What the figures were measured on, and what else it was doing.
enum Machine {
    static var description: String {
        let processor = lines(of: "/proc/cpuinfo").first { $0.hasPrefix("model name") }?.split(separator: ":")
            .last
        let load = lines(of: "/proc/loadavg").first?.split(separator: " ").prefix(3).joined(separator: " ")
        return """
            \(processor.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"), \
            \(ProcessInfo.processInfo.activeProcessorCount) cores, load \(load ?? "unknown")
            """
    }

    /// The most memory that a running program has had.
    static func peakMegabytes(of process: Int32) -> Double? {
        let line = lines(of: "/proc/\(process)/status").first { $0.hasPrefix("VmHWM:") }
        return line?.split { !$0.isNumber }.first.flatMap { Double($0) }.map { $0 / 1024 }
    }

    private static func lines(of path: String) -> [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }
}
