import Facts

/// The figures of one force in one month, from counts by district and crime type.
struct StreetPart {
    let labels: Labels
    let force: Area
    let month: Period
    private var values: [Series: Int] = [:]
    private var areas: [Area]

    enum Belonging { case here, elsewhere, unlisted }

    init(labels: Labels, force: Area, month: Period) {
        self.labels = labels
        self.force = force
        self.month = month
        areas = [force]
        open(force)
    }

    /// Whether a district is one of this force. Where no district of a force is listed, all in its file are.
    func belonging(of district: String) -> Belonging {
        if let owner = labels.districts[Labels.key(district)] {
            return owner == force.id ? .here : .elsewhere
        }
        return labels.listsDistricts(of: force.id) ? .unlisted : .here
    }

    /// Every type that the classification had is counted, so that one without a row is a figure of 0.
    private mutating func open(_ area: Area) {
        for label in labels.crimeTypes.values where label.months.contains(month.start) {
            add(0, label, to: area)
        }
    }

    private mutating func add(_ count: Int, _ label: Labels.CrimeTypeLabel, to area: Area) {
        if let type = label.crimeType {
            values[Series(measure: label.measure, crimeType: type, area: area.id), default: 0] += count
        }
        if label.isInTotal {
            values[Series(measure: label.measure, crimeType: nil, area: area.id), default: 0] += count
        }
    }

    /// Counts by the numbers of their types; in the force's figures too, and there alone without a district.
    mutating func add(_ counts: [Int], of types: [Labels.CrimeTypeLabel?], to district: String?) {
        var places = [force]
        if let district {
            let area = Area(id: Area.id(of: district), name: district, isHome: false)
            areas.append(area)
            open(area)
            places.append(area)
        }
        for (type, count) in counts.enumerated() where count > 0 {
            guard let label = types[type] else { continue }
            for area in places { add(count, label, to: area) }
        }
    }

    /// Nil when nothing says what the source is called.
    func part(rows: Int) -> SourcePart? {
        guard let source = labels.source(of: .street, force: force) else { return nil }
        return SourcePart(source: source, period: month, areas: areas, values: values, rows: rows)
    }
}

extension Labels {
    /// The force of a label; one that is not listed is an area under its own name.
    func force(_ label: String) -> AreaLabel {
        Labels.find(label, in: forces)
            ?? AreaLabel(area: Area(id: Area.id(of: label), name: label, isHome: false))
    }

    func source(of kind: FileKind, force: Area) -> Source? {
        guard let source = datasets[kind]?.source else { return nil }
        func filled(_ text: String) -> String {
            text.replacing("{force}", with: force.id).replacing("{name}", with: force.name)
        }
        return Source(
            id: filled(source.id), title: filled(source.title), publisher: source.publisher,
            licence: source.licence)
    }

    func unknownType(_ label: String) -> String {
        unknown("crime type", label, among: crimeTypes.keys.map { $0 }, file: "crime-types.csv")
    }
}
