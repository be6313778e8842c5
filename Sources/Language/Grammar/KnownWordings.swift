import Facts

/// The wordings that the program writes by, the cases it names, and what it fills in. A line of Grammar/ that says
/// something else would never be said, or leave a gap; it is told so when it is read.
///
/// `Realiser` holds every sentence that it writes against this table, in builds that are tested.
struct KnownWordings: Sendable {
    struct Case: Sendable {
        /// Values that are always there.
        let given: Set<String>
        /// Values that may be missing; a stretch in `[ ]` drops out with them.
        let possible: Set<String>

        var values: Set<String> { given.union(possible) }
    }

    /// By wording and case. The names of some cases are measures and crime types: see `name(of:)`.
    private let cases: [String: [String: Case]]

    static let all = KnownWordings()

    var wordings: [String] { Array(cases.keys) }

    /// Nil for a wording that nothing is written by.
    func cases(of wording: String) -> [String: Case]? { cases[wording] }

    // MARK: - Cases that are named after codes

    static let measure = "MEASURE"
    static let measureOfCrimeType = "MEASURE of CRIME TYPE"
    static let nameOfCrimeType = "name CRIME TYPE"

    /// What a case is listed under, when codes are no part of its name.
    static func name(
        of found: String, in wording: String, isMeasure: (String) -> Bool, isCrimeType: (String) -> Bool
    )
        -> String
    {
        switch wording {
        case "caveat": return isMeasure(found) ? measure : found
        case "report":
            return found.hasPrefix("name ") && isCrimeType(String(found.dropFirst(5)))
                ? nameOfCrimeType : found
        case "change":
            if isMeasure(found) { return measure }
            guard let of = found.firstRange(of: " of ") else { return found }
            let isOfBoth =
                isMeasure(String(found[..<of.lowerBound])) && isCrimeType(String(found[of.upperBound...]))
            return isOfBoth ? measureOfCrimeType : found
        default: return found
        }
    }

    /// Whether the table has what the code says: each case, and every value that it promises.
    func agree(
        _ wording: String, _ names: [String], _ values: [String: String], _ codelists: Codelists
    ) -> Bool {
        names.allSatisfy { name in
            let name = Self.name(
                of: name, in: wording, isMeasure: { codelists.measure($0) != nil },
                isCrimeType: { codelists.crimeType($0) != nil })
            guard let known = cases[wording]?[name] else { return false }
            return known.given.allSatisfy { values[$0] != nil }
        }
    }

    // MARK: - The table

    private init() {
        var cases: [String: [String: Case]] = [:]
        func add(_ wording: String, _ names: [String], _ given: Set<String>, possible: Set<String> = []) {
            for name in names {
                cases[wording, default: [:]][name] = Case(given: given, possible: possible)
            }
        }
        /// Of a figure, or of several: what `Realiser.common` gives.
        func figures(
            _ wording: String, _ names: [String], _ given: Set<String> = [], possible: Set<String> = []
        ) {
            add(
                wording, names,
                given.union([
                    "A measure", "a measure", "measure", "place", "period", "periods", "count", "of crime",
                ]),
                possible: possible.union(["crime", "for crime", "except"]))
        }

        figures("value", ["one", "one of all", "one except", "one long sum"], ["value"])
        figures("value", ["one sum"], ["value", "parts"])
        figures("value", ["complement"], ["value", "rate"])
        figures("value", ["table", "table of one period"])
        figures(
            "value", ["several", "grid", "measures", "complements", "over time", "over time of all"], ["list"]
        )
        figures(
            "value", ["count"], ["list", "of", "things", "condition"], possible: ["from", "to", "grain"])
        add("rounded", Rounded.allCases.map(\.rawValue), ["values"])
        add("rounded", Rounded.allCases.map { "asked " + $0.rawValue }, [])
        add("together", [""], ["names"])

        let move: Set = ["from", "to", "before", "after", "difference"]
        let moved: Set = ["year", "percent", "direction"]
        figures(
            "change",
            [
                "", Self.measure, Self.measureOfCrimeType, "unchanged", "from zero", "points",
                "points unchanged",
                "amount", "also points", "also amount",
            ], move, possible: moved)
        add("claim", ["some"], ["count", "of"])

        let pair: Set = [
            "formula", "result", "first", "second", "first value", "second value", "first period",
        ]
        let paired = pair.union(["second period"])
        figures("sum", [""], paired)
        figures("sum", ["several"], paired.union(["Names"]))
        figures("mean", ["periods", "districts", "types"], paired)
        figures("median", ["periods", "districts", "types"], paired)
        figures("average for each unit of time", [""], paired.union(["grain"]))
        figures("difference", ["", "same", "measures"], paired)
        add("difference", ["wider"], ["wider", "narrower"])
        figures("range", ["", "periods"], paired)
        figures("ratio", ["", "periods"], paired)
        figures("share", ["", "of period", "of another"], paired)
        figures("share", ["of periods"], paired.union(["whole"]))
        figures("share", ["of region"], paired.union(["Area", "second area"]))
        figures("share", ["of all"], paired.union(["Crime"]))

        let picked: Set = ["superlative", "names", "value"]
        figures("superlative", ["", "period", "step"], picked, possible: ["grain", "from", "to"])
        figures("superlative", ["change"], picked.union(["from", "to"]), possible: ["grain"])
        figures(
            "superlative", ["two", "two types", "two periods"],
            ["superlative", "names", "value", "comparative", "other", "other value"], possible: ["grain"])
        figures(
            "superlative", ["equal", "equal periods"], ["first", "second", "value"], possible: ["grain"])
        figures(
            "superlative", ["each", "each period", "each change"], ["superlative", "Superlative", "each"],
            possible: ["grain"])
        figures("ranking", ["", "period"], ["order"], possible: ["grain"])
        figures(
            "ranking", ["step", "points", "amount", "change"], ["order", "from", "to"], possible: ["grain"])
        figures(
            "threshold", ["", "partly", "zero"], ["condition", "list", "of", "things"], possible: ["grain"])
        figures(
            "threshold", ["change", "step"], ["condition", "list", "of", "things", "from", "to"],
            possible: ["grain"])
        figures("threshold", ["no step"], ["condition", "of", "things", "from", "to"], possible: ["grain"])
        let noneOf: Set = ["condition", "things", "from", "to", "grain", "superlative", "order"]
        figures("threshold", ["none", "none zero", "no change"], ["list", "List", "of"], possible: noneOf)
        figures("same", ["", "differs"], ["list"])
        figures(
            "same", ["change", "change differs"],
            ["first", "second", "first value", "second value", "superlative"])
        let directions = ["rose", "fell", "unchanged", "changed"]
        add("moves", directions + ["higher", "lower"] + directions.map { "kind " + $0 }, [])
        add("moves", ["noun", "by"].flatMap { kind in directions.map { "\(kind) \($0)" } }, ["size"])

        let items: Set = ["count", "Count", "name", "singular"]
        add("list", ["all", "any", "claim right", "claim wrong"], items, possible: ["about", "except"])
        add(
            "list",
            ["some", "slice", "slice of one", "count", "count one", "count and list", "count one and list"],
            items,
            possible: ["about", "except"])
        add(
            "member", ["", "several"], items.union(["items", "total", "names"]),
            possible: ["about", "except"])
        add("member", ["outsider"], items.union(["item", "members"]), possible: ["about", "except"])
        add("acronym", [""], ["letters", "expansion"])
        add("dates", DateAspect.allCases.map(\.rawValue), ["period", "start", "end", "days", "quarter"])
        add("unit", Unit.allCases.map(\.rawValue), ["A measure"])
        add("provenance", ["source"], ["title", "publisher"])
        add("provenance", [""], ["sources"])
        add("lookup", [""], ["measure", "value", "period"])
        add(
            "lookup", ["change"], ["measure", "value", "period", "before", "after", "from", "to"],
            possible: ["direction", "percent"])

        add("refusal", ["unheld"], ["names"])
        add("refusal", ["only rates"], ["crime types"])
        add("refusal", ["not additive"], ["measure"])
        add("refusal", ["crime types"], ["crime types", "held"])
        add("refusal", ["areas", "areas and types"], ["areas", "held", "crime types", "held types"])
        add("refusal", ["elsewhere"], ["areas", "home"])
        add("refusal", ["period"], ["held"])
        add("refusal", ["nothing", "not money"], [])
        add("refusal", ["topics"], ["list", "topics"])
        add("refusal", ["missing"], ["what", "period", "measure", "held"])
        add("refusal", ["missing all"], ["what", "period", "measure"])
        add("refusal", ["part missing"], ["what", "period", "measure", "held", "covered"])

        add("note", ["latest", "year", "part of period"], ["period"])
        add("note", ["latest change", "years"], ["periods"])
        add("note", ["left out"], ["crime type"])
        add("note", ["measure", "count"], ["measure"])
        add("note", ["repair"], ["written", "taken"])
        add("note", ["aside"], ["text"])
        add("note", ["inherited"], [])
        add("caution", ["fell"], ["place", "period", "fell"])
        add("caution", ["rose"], ["place", "period", "rose"])
        add("caution", ["fell and rose"], ["place", "period", "fell", "rose"])
        add("caution", ["uncounted"], ["crime type", "since"])
        add("caution", ["few"], [])
        add("caution", ["small base"], ["before", "after"])
        add("caveat", [Self.measure], [])
        add("help", ["unclear", "incomplete", "too long"], ["words"])
        add(
            "help", ["not understood", "not understood one", "not a question", "not a question one"],
            ["words"])
        add("help", ["period", "report"], ["phrase"])
        add("help", ["report missing"], ["period"])
        add(
            "report", ["opening", "periods"],
            ["types", "count", "ordinal", "quarter", "previous", "dates", "previous dates"])
        add("report", [Self.nameOfCrimeType], [])
        add("table", Grain.allCases.map(\.rawValue) + ["period", "crime type", "area", "measure"], [])
        add("table", Unit.allCases.map(\.rawValue) + ["count", "change", "per cent"], [])
        self.cases = cases
    }
}
