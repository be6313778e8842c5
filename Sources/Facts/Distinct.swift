extension Collection where Element: Hashable {
    /// Each element once, in the order met.
    ///
    /// Inlinable, so that each target has one of its own for its types: one for any type asks of each element what it is.
    @inlinable
    public var distinct: [Element] {
        // Most are asked of a single element, again and again.
        guard count > 1 else { return Array(self) }
        guard count > Self.fewForDistinct else {
            var result: [Element] = []
            for element in self where !result.contains(element) { result.append(element) }
            return result
        }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }

    /// So few are compared with each other sooner than they are put into a set.
    @usableFromInline static var fewForDistinct: Int { 8 }
}
