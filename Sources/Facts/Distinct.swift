extension Collection where Element: Hashable {
    /// Each element once, in the order met.
    public var distinct: [Element] {
        // Most are asked of a single element, again and again.
        guard count > 1 else { return Array(self) }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
