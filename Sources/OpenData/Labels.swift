import Facts
import Notation

/// What the labels of open data mean here: crime types, forces, districts, offences. All of it is in
/// Data/open-data.
public struct Labels: Sendable {
    /// A label of data.police.uk's classification.
    struct CrimeTypeLabel: Hashable, Sendable {
        let measure: String
        /// Nil when it is counted in the total alone.
        let crimeType: String?
        let isInTotal: Bool
        /// The months in which the classification had it.
        let months: ClosedRange<Day>
    }

    /// What a force or partnership is called here; nil when it is no area.
    struct AreaLabel: Hashable, Sendable {
        let area: Area?
    }

    /// The measure, id, title and more of what a file's figures become; `{force}` and `{name}` are filled in.
    struct Dataset: Hashable, Sendable {
        let measure: String
        let source: Source
    }

    let crimeTypes: [String: CrimeTypeLabel]
    let forces: [String: AreaLabel]
    /// The force that a district belongs to, by its area's id.
    let districts: [String: String]
    let partnerships: [String: AreaLabel]
    /// Nil for an offence that is counted in the total alone.
    let groups: [String: String?]
    let subgroups: [String: String?]
    let datasets: [FileKind: Dataset]
    private let listedForces: Set<String>

    /// Whether the districts of a force are listed.
    func listsDistricts(of force: String) -> Bool { listedForces.contains(force) }

    /// The crime types of data.police.uk, and since when each is counted apart.
    public var classification: [ClassifiedType] {
        crimeTypes.values.compactMap { label in
            label.crimeType.map {
                ClassifiedType(measure: label.measure, crimeType: $0, since: label.months.lowerBound)
            }
        }.sorted { $0.crimeType < $1.crimeType }
    }

    /// - Throws: `Problems` with every mistake in the files: measures and crime types have to be in the codelists.
    public init(_ files: [TextFile], codelists: Codelists) throws(Problems) {
        var reading = LabelReading(files: files, codelists: codelists)
        crimeTypes = reading.crimeTypes()
        forces = reading.areas("forces.csv")
        districts = reading.districts(of: Set(forces.values.compactMap(\.area?.id)))
        partnerships = reading.areas("partnerships.csv")
        groups = reading.offences("group")
        subgroups = reading.offences("subgroup")
        datasets = reading.datasets()
        listedForces = Set(districts.values)
        guard reading.problems.isEmpty else { throw Problems(reading.problems) }
    }

    /// A label as it is looked up: case drifts from year to year.
    static func key(_ label: some StringProtocol) -> String { label.lowercased() }

    /// Every mistake in the files; none when they can be used.
    public static func problems(in files: [TextFile], codelists: Codelists) -> [Problem] {
        do throws(Problems) {
            _ = try Labels(files, codelists: codelists)
            return []
        } catch {
            return error.all
        }
    }

    /// What a label means where `Unassigned *` stands for every label that begins so.
    static func find<Meaning>(_ label: String, in meanings: [String: Meaning]) -> Meaning? {
        let key = key(label)
        if let meaning = meanings[key] { return meaning }
        return meanings.first { $0.key.hasSuffix("*") && key.hasPrefix($0.key.dropLast()) }?.value
    }
}

extension Area {
    /// The id of a place by its name, as Grammar/ makes ids of the names of places: `this-and-that`.
    static func id(of name: String) -> String {
        name.lowercased().filter { $0 != "," }.split(separator: " ").joined(separator: "-")
    }
}

extension Labels {
    /// What to say of a label that is not listed.
    func unknown(_ what: String, _ label: String, among known: [String], file: String) -> String {
        "no \(what) '\(label)' is known"
            + EditDistance.hint(
                to: label, among: known, otherwise: "Data/open-data/\(file) is where to list it")
    }
}
