/// Which periods are held of each series.
///
/// Kept by measure and area as patterns: the areas of a force have the same crime types and months, so that twenty
/// years of three hundred districts come to a few patterns and not to millions of periods.
public struct Coverage: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// Periods of one length in months that follow on one another; one period of any other length.
    public struct Run: Hashable, Sendable {
        public let first: Period
        public let count: Int

        public init(first: Period, count: Int) {
            self.first = first
            self.count = count
        }

        public var periods: [Period] { (0..<count).compactMap { $0 == 0 ? first : first.shifted(by: $0) } }

        var last: Period { count == 1 ? first : first.shifted(by: count - 1) ?? first }

        /// Worked out, not looked for: a run may be decades of months.
        func contains(_ period: Period) -> Bool {
            guard let months = first.wholeMonths, period.wholeMonths == months else { return period == first }
            let (from, to) = (first.start, period.start)
            let distance = (to.year - from.year) * 12 + to.month - from.month
            return distance % months == 0 && (0..<count).contains(distance / months)
        }
    }

    /// The runs of each crime type of one measure and area; the key nil stands for figures that are not split.
    public struct Pattern: Hashable, Sendable {
        public private(set) var runs: [String?: [Run]] = [:]

        public init() {}
        public init(runs: [String?: [Run]]) { self.runs = runs }

        public var isEmpty: Bool { runs.isEmpty }

        public func holds(_ period: Period, of crimeType: String?) -> Bool {
            runs[crimeType]?.contains { $0.contains(period) } ?? false
        }

        /// Does nothing when it is there already.
        public mutating func add(_ period: Period, of crimeType: String?) {
            var all = runs.removeValue(forKey: crimeType) ?? []
            all.add(period)
            runs[crimeType] = all
        }

        /// Every period of some runs, which are in order of time.
        public mutating func add(_ more: [Run], of crimeType: String?) {
            guard runs[crimeType] != nil else {
                runs[crimeType] = more.isEmpty ? nil : more
                return
            }
            for period in more.lazy.flatMap(\.periods) { add(period, of: crimeType) }
        }

        public mutating func remove(_ period: Period, of crimeType: String?) {
            guard let all = runs[crimeType] else { return }
            var left: [Run] = []
            for other in all.flatMap(\.periods).sorted() where other != period { left.add(other) }
            runs[crimeType] = left.isEmpty ? nil : left
        }
    }

    /// A measure in an area.
    public struct Place: Hashable, Sendable {
        public let measure: String
        public let area: String

        public init(measure: String, area: String) {
            self.measure = measure
            self.area = area
        }
    }

    public private(set) var patterns: [Pattern] = []
    private var places: [Place: Int] = [:]
    /// The periods of some lists of runs together: a question asks for them again and again, and all the series
    /// between them have few different ones.
    private let knownPeriods = Remembered<[[Run]], [Period]>(most: 500)
    /// - Parameter places: with the index of the pattern of each.
    public init(patterns: [Pattern], places: [Place: Int]) {
        self.patterns = patterns
        self.places = places
    }

    public init(_ held: [Series: [Period]]) {
        var byPlace: [Place: Pattern] = [:]
        for (series, periods) in held {
            for period in periods.sorted() {
                byPlace[Place(measure: series.measure, area: series.area), default: Pattern()]
                    .add(period, of: series.crimeType)
            }
        }
        for (place, pattern) in byPlace { self[place] = pattern }
    }

    public init(dictionaryLiteral elements: (Series, [Period])...) {
        self.init(Dictionary(elements, uniquingKeysWith: +))
    }

    /// Empty for a place that has none.
    public subscript(place: Place) -> Pattern {
        get { places[place].map { patterns[$0] } ?? Pattern() }
        set {
            if newValue.isEmpty {
                places[place] = nil
            } else if let known = patterns.firstIndex(of: newValue) {
                places[place] = known
            } else {
                places[place] = patterns.count
                patterns.append(newValue)
            }
        }
    }

    /// The periods held of a series, in order of time; nil when none is.
    public subscript(series: Series) -> [Period]? {
        runs(of: series).map { periods(of: [$0]) }
    }

    /// Every period held by at least one of some series, in order of time.
    public func periods(of series: [Series]) -> [Period] {
        // Series that are counted together are held for the same periods: most lists are equal.
        var lists: [[Run]] = []
        for one in series {
            if let runs = runs(of: one), !lists.contains(runs) { lists.append(runs) }
        }
        return lists.isEmpty ? [] : periods(of: lists)
    }

    private func periods(of lists: [[Run]]) -> [Period] {
        knownPeriods.value(for: lists) {
            if lists.count == 1, lists[0].count == 1 { return lists[0][0].periods }
            return Set(lists.lazy.joined().flatMap(\.periods)).sorted()
        }
    }

    /// Whether any period of a series is held.
    public func holds(_ series: Series) -> Bool { runs(of: series) != nil }

    private func runs(of series: Series) -> [Run]? {
        places[Place(measure: series.measure, area: series.area)].flatMap {
            patterns[$0].runs[series.crimeType]
        }
    }

    public var isEmpty: Bool { places.isEmpty }

    /// The numbers of the patterns that some measures have in some areas, each once, in order.
    public func patternNumbers(of measures: [String], in areas: [String]) -> [Int] {
        var numbers: [Int] = []
        for measure in measures {
            for area in areas {
                if let number = places[Place(measure: measure, area: area)], !numbers.contains(number) {
                    numbers.append(number)
                }
            }
        }
        return numbers.count > 1 ? numbers.sorted() : numbers
    }

    public var measures: Set<String> { Set(places.keys.map(\.measure)) }
    public var areas: Set<String> { Set(places.keys.map(\.area)) }
    public var crimeTypes: Set<String> { Set(patterns.flatMap { $0.runs.keys.compactMap { $0 } }) }
    public func holds(measure: String) -> Bool { places.keys.contains { $0.measure == measure } }
    public func holds(area: String) -> Bool { places.keys.contains { $0.area == area } }
    public func holds(crimeType: String) -> Bool { patterns.contains { $0.runs[crimeType] != nil } }

    /// Every period held of anything, in order of time.
    public var periods: [Period] {
        Set(patterns.flatMap { $0.runs.values.joined().flatMap(\.periods) }).sorted()
    }

    /// The series held of a measure and area, in a fixed order.
    public func series(of measure: String, in area: String) -> [Series] {
        self[Place(measure: measure, area: area)].runs.keys.map {
            Series(measure: measure, crimeType: $0, area: area)
        }.sorted()
    }

    /// Every measure and area of which anything is held, in a fixed order.
    public var allPlaces: [Place] { places.keys.sorted { ($0.measure, $0.area) < ($1.measure, $1.area) } }

    /// The series of one place of each pattern: between them they have every period that is held.
    public var representatives: [Series] {
        var seen: Set<Int> = []
        return allPlaces.filter { places[$0].map { seen.insert($0).inserted } ?? false }.flatMap {
            series(of: $0.measure, in: $0.area)
        }
    }

    /// Every series held, in a fixed order. There may be tens of thousands: ask for less where less will do.
    public var keys: [Series] { allPlaces.flatMap { series(of: $0.measure, in: $0.area) } }
    public var values: [[Period]] { keys.compactMap { self[$0] } }
    public var count: Int { places.values.reduce(0) { $0 + patterns[$1].runs.count } }

    public static func == (left: Coverage, right: Coverage) -> Bool {
        left.places.count == right.places.count
            && left.places.keys.allSatisfy { left[$0] == right[$0] && right.places[$0] != nil }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(Set(places.keys)) }
}

extension [Coverage.Run] {
    /// Runs stay in order of time, as long as they can be, and apart by the length of their periods.
    fileprivate mutating func add(_ period: Period) {
        guard !contains(where: { $0.contains(period) }) else { return }
        let before = period.shifted(by: -1)
        let after = period.shifted(by: 1)
        let ending = before.flatMap { before in firstIndex { $0.last == before } }
        let starting = after.flatMap { after in firstIndex { $0.first == after } }
        switch (ending, starting) {
        case (let ending?, let starting?):
            let joined = Coverage.Run(
                first: self[ending].first, count: self[ending].count + 1 + self[starting].count)
            self[ending] = joined
            remove(at: starting)
        case (let ending?, nil):
            self[ending] = Coverage.Run(first: self[ending].first, count: self[ending].count + 1)
        case (nil, let starting?):
            self[starting] = Coverage.Run(first: period, count: self[starting].count + 1)
        case (nil, nil): append(Coverage.Run(first: period, count: 1))
        }
        sort { $0.first < $1.first }
    }
}
