import Facts
import Testing

@testable import FactStore

@Suite struct TilingTests {
    private func figure(_ first: Int, _ last: Int) -> Observation? {
        Period(from: Day(number: first), to: Day(number: last)).map {
            Observation(series: reported, period: $0, value: 1, note: nil, source: "s")
        }
    }

    private func period(_ first: Int, _ last: Int) throws -> Period {
        try #require(Period(from: Day(number: first), to: Day(number: last)))
    }

    @Test func theFewestPartsWin() throws {
        let figures = [(0, 4), (5, 9), (0, 1), (2, 4), (0, 20)].compactMap { figure($0, $1) }
        let parts = try #require(Tiling.parts(of: try period(0, 9), among: figures))
        #expect(parts.map(\.period.start.number) == [0, 5])
        #expect(
            Tiling.parts(of: try period(0, 9), among: figures + [figure(0, 9)].compactMap(\.self))?.count == 1
        )
    }

    @Test func gapsAndOverlapsDoNotTile() throws {
        let figures = [(0, 3), (5, 9), (2, 4)].compactMap { figure($0, $1) }
        #expect(Tiling.parts(of: try period(0, 9), among: figures) == nil)
        #expect(Tiling.parts(of: try period(0, 2), among: figures) == nil)
        #expect(Tiling.parts(of: try period(0, 9), among: []) == nil)
    }

    @Test func sinceRunsToTheLastDayHeld() throws {
        let figures = [(0, 3), (4, 9), (10, 10)].compactMap { figure($0, $1) }
        let since = Period.since(Day(number: 4))
        #expect(Tiling.parts(since: since, among: figures)?.map(\.period.end.number) == [9, 10])
        #expect(Tiling.parts(since: .since(Day(number: 5)), among: figures) == nil)
        let gap = figures + [figure(12, 15)].compactMap(\.self)
        #expect(Tiling.parts(since: since, among: gap) == nil)
    }

    /// Against trying every combination.
    @Test(arguments: 0..<60) func findsATilingWheneverThereIsOne(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let last = Int.random(in: 1...8, using: &random)
        let figures = (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
            let first = Int.random(in: -1...last, using: &random)
            return figure(first, Int.random(in: first...(last + 1), using: &random))
        }
        let whole = try period(0, last)
        let best = (0..<(1 << figures.count)).compactMap { chosen -> Int? in
            let parts = figures.indices.filter { chosen >> $0 & 1 == 1 }.map { figures[$0].period }.sorted()
            guard parts.first?.start == whole.start, parts.last?.end == whole.end,
                zip(parts, parts.dropFirst()).allSatisfy({ $0.end.adding(1) == $1.start })
            else { return nil }
            return parts.count
        }.min()
        let parts = Tiling.parts(of: whole, among: figures)
        #expect(parts?.count == best)
        if let parts { #expect(parts.reduce(0) { $0 + $1.period.days } == whole.days) }
    }
}
