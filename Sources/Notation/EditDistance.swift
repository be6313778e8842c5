/// Spelling distance: insertions, deletions, substitutions and swaps of neighbours each count one
/// (optimal string alignment).
public enum EditDistance {
    /// The distance, or nil when it is more than `limit`.
    @inlinable
    public static func between<Letters: RandomAccessCollection>(
        _ first: Letters, _ second: Letters, limit: Int
    )
        -> Int?
    where Letters.Element: Equatable, Letters.Index == Int {
        guard abs(first.count - second.count) <= limit else { return nil }
        // What both begin and end with is no edit; what is left of two words that are near is short.
        var (rows, columns) = (first.count, second.count)
        while rows > 0, columns > 0,
            first[first.startIndex + rows - 1] == second[second.startIndex + columns - 1]
        {
            rows -= 1
            columns -= 1
        }
        var same = 0
        while same < rows, same < columns, first[first.startIndex + same] == second[second.startIndex + same]
        {
            same += 1
        }
        let (left, right) = (first.startIndex + same, second.startIndex + same)
        rows -= same
        columns -= same
        if rows == 0 || columns == 0 { return rows + columns <= limit ? rows + columns : nil }
        var beforeLast = [Int](repeating: 0, count: columns + 1)
        var last = Array(0...columns)
        var current = last
        for row in stride(from: 1, through: rows, by: 1) {
            current[0] = row
            var least = row
            for column in stride(from: 1, through: columns, by: 1) {
                let a = first[left + row - 1]
                let b = second[right + column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (a == b ? 0 : 1))
                if row > 1, column > 1, a == second[right + column - 2], b == first[left + row - 2] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = cost
                least = min(least, cost)
            }
            guard least <= limit else { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[columns] <= limit ? last[columns] : nil
    }

    /// The one candidate nearest to a misspelt name, for "did you mean"; nil when none is near or two are
    /// equally near.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(name.lowercased())
        let limit = letters.count < 4 ? 1 : letters.count < 8 ? 2 : 3
        var best: (name: String, distance: Int)?
        var isTied = false
        for candidate in Set(candidates) {
            guard let distance = between(letters, Array(candidate.lowercased()), limit: limit) else {
                continue
            }
            if let held = best, held.distance <= distance {
                isTied = isTied || held.distance == distance
            } else {
                best = (candidate, distance)
                isTied = false
            }
        }
        return isTied ? nil : best?.name
    }
    /// What to put behind "no slot 'perod'": "; did you mean 'period'?"
    ///
    /// - Parameter otherwise: what helps on where no candidate is near; nothing is put where it is nil.
    public static func hint(
        to name: String, among candidates: some Sequence<String>, otherwise: String? = nil
    ) -> String {
        hint(nearest(to: name, among: candidates), otherwise: otherwise)
    }

    /// The same of a candidate that was looked for already.
    public static func hint(_ nearest: String?, otherwise: String? = nil) -> String {
        (nearest.map { "did you mean '\($0)'?" } ?? otherwise).map { "; " + $0 } ?? ""
    }
}
