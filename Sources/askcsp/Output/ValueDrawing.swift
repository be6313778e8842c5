/// Values drawn with characters.
enum ValueDrawing {
    /// A bar for each value, the longest as wide as there is room for. The length is of the value without its sign;
    /// what is not nothing is seen.
    static func bars(_ values: [Double], width: Int, isUTF8: Bool) -> [String] {
        let most = values.map(\.magnitude).max() ?? 0
        guard most > 0, width > 0 else { return values.map { _ in "" } }
        return values.map { value in
            let share = value.magnitude / most
            guard isUTF8 else { return String(repeating: "#", count: least(share * Double(width))) }
            let eighths = least(share * Double(width) * 8)
            let whole = String(repeating: "█", count: eighths / 8)
            return eighths % 8 > 0 ? whole + String(partial[eighths % 8 - 1]) : whole
        }
    }

    /// A line of marks whose height follows the values, from the lowest to the highest. Each value takes as many
    /// columns as there is room for, four at most; of more values than columns, the last are drawn.
    static func sparkline(_ values: [Double], width: Int, isUTF8: Bool) -> String {
        let values = values.suffix(max(1, width))
        guard let lowest = values.min(), let highest = values.max() else { return "" }
        let marks = isUTF8 ? heights : heightsInASCII
        let each = min(4, max(1, width / values.count))
        return values.map { value in
            let share = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5
            let mark = marks[Int((share * Double(marks.count - 1)).rounded())]
            return String(repeating: mark, count: each)
        }.joined()
    }

    private static func least(_ length: Double) -> Int { length > 0 ? max(1, Int(length.rounded())) : 0 }

    private static let partial: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let heightsInASCII: [Character] = ["_", ".", "-", "=", "+", "*", "#"]
}
