import Facts

/// A coverage pattern as the store keeps it: a line for the crime types that have the same runs.
///
///     2025-01-01/2025-01-31*12 2026-02-01/2026-02-28: burglary,robbery
///
/// The crime type of figures that are not split is empty, as it is in their key.
enum CoverageText {
    static func text(of pattern: Coverage.Pattern) -> String {
        var types: [String: [String]] = [:]
        for (type, runs) in pattern.runs {
            types[text(of: runs), default: []].append(type ?? StoreSchema.allCrimeTypes)
        }
        return types.sorted { $0.key < $1.key }.map { runs, types in
            "\(runs): \(types.sorted().joined(separator: ","))"
        }.joined(separator: "\n")
    }

    private static func text(of runs: [Coverage.Run]) -> String {
        runs.map { run in
            let days = "\(run.first.start)/\(run.first.end)"
            return run.count == 1 ? days : "\(days)*\(run.count)"
        }.joined(separator: " ")
    }

    /// Nil for what no store has written.
    static func pattern(_ text: String) -> Coverage.Pattern? {
        var runs: [String?: [Coverage.Run]] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            let parsed = line[..<colon.lowerBound].split(separator: " ").map(run)
            guard !parsed.contains(where: { $0 == nil }) else { return nil }
            for type in line[colon.upperBound...].split(separator: ",", omittingEmptySubsequences: false) {
                runs[type == StoreSchema.allCrimeTypes ? nil : String(type)] = parsed.compactMap { $0 }
            }
        }
        return Coverage.Pattern(runs: runs)
    }

    private static func run(_ text: Substring) -> Coverage.Run? {
        let parts = text.split(separator: "*")
        let days = parts[0].split(separator: "/")
        guard days.count == 2, let start = Day(String(days[0])), let end = Day(String(days[1])),
            let first = Period(from: start, to: end), let count = parts.count == 2 ? Int(parts[1]) : 1
        else { return nil }
        return Coverage.Run(first: first, count: count)
    }
}
