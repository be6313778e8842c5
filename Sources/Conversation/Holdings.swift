import FactStore
import Facts
import Language
import Notation

/// What the store holds, counted.
public struct Holdings: Hashable, Sendable, CustomStringConvertible {
    public let observations: Int
    public let series: Int
    public let earliest: Period?
    public let latest: Period?

    public var description: String {
        let span = earliest.flatMap { first in
            latest.map { first == $0 ? first.label : "\(first.label) to \($0.label)" }
        }
        return "\(observations) observations in \(series) series" + (span.map { ", \($0)" } ?? "")
    }
}

extension Service {
    /// Every period that there is a figure of, the earliest first.
    public var periodsHeld: [Period] { grammar.catalogue.held.periods }

    /// - Throws: `StoreError`.
    public var holdings: Holdings {
        get throws {
            let periods = grammar.catalogue.held.periods
            return Holdings(
                observations: try store.observationCount, series: grammar.catalogue.held.count,
                earliest: periods.first, latest: periods.last)
        }
    }
}
