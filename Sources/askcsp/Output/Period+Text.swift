import Facts

extension Period {
    /// Nil for a period that has no end.
    var endText: String? { isOpen ? nil : end.description }
}
