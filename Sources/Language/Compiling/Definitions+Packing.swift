import Facts

extension Definitions {
    /// Those of a layer that defines nothing.
    static let none = Definitions(
        codelists: Codelists(measures: [], crimeTypes: [], areas: []), forms: [], wordings: [:], lists: [],
        unheld: [:], wholes: [:], regions: [:], families: [:], vagueAreas: [])

    func pack(into packer: inout Packer) {
        packer.add(codelists.measures) {
            $0.add([$1.id, $1.name, $1.unit.rawValue])
            $0.add($1.decimals)
        }
        packer.add(codelists.crimeTypes) { $0.add([$1.id, $1.name]) }
        packer.add(codelists.areas) {
            $0.add([$1.id, $1.name])
            $0.add($1.isHome)
        }
        packer.add(codelists.dataNames) { $1.pack(into: &$0) }
        packer.add(forms) { $1.pack(into: &$0) }
        packer.add(wordings.sorted { $0.key < $1.key }) {
            $0.add($1.key)
            $1.value.pack(into: &$0)
        }
        packer.add(lists) {
            $0.add([$1.id, $1.name, $1.singular])
            $0.add($1.isOfBodies)
            $0.add($1.paidBy)
        }
        packer.add(unheld.values.sorted { $0.id < $1.id }) {
            $0.add([$1.id, $1.name])
            $0.add($1.say)
        }
        packer.add(wholes.sorted { $0.key < $1.key }) { $0.add([$1.key, $1.value]) }
        packer.add(regions.sorted { $0.key < $1.key }) { $0.add([$1.key, $1.value]) }
        packer.add(families.sorted { $0.key < $1.key }) { $0.add([$1.key] + $1.value) }
        packer.add(vagueAreas.sorted())
    }

    init(_ packed: inout Unpacker) {
        let measures = packed.all {
            let (id, name, unit) = $0.three()
            return Measure(
                id: id, name: name, unit: Unit(rawValue: unit) ?? .count, decimals: $0.number())
        }
        let crimeTypes = packed.all {
            let (id, name) = $0.two()
            return CrimeType(id: id, name: name)
        }
        let areas = packed.all {
            let (id, name) = $0.two()
            return Area(id: id, name: name, isHome: $0.flag())
        }
        let dataNames = packed.all { DataName(&$0) }
        forms = packed.all { QuestionForm(&$0) }
        wordings = Dictionary(uniqueKeysWithValues: packed.all { ($0.text(), Wording(&$0)) })
        lists = packed.all {
            let (id, name, singular) = $0.three()
            return ListName(
                id: id, name: name, singular: singular, isOfBodies: $0.flag(), paidBy: $0.texts())
        }
        codelists = Codelists(
            measures: measures, crimeTypes: crimeTypes, areas: areas, lists: lists.map(\.id),
            dataNames: dataNames)
        let unheld = packed.all {
            let (id, name) = $0.two()
            return Unheld(id: id, name: name, say: $0.optionalText())
        }
        self.unheld = Dictionary(uniqueKeysWithValues: unheld.map { ($0.id, $0) })
        wholes = Dictionary(uniqueKeysWithValues: packed.all { $0.two() })
        regions = Dictionary(uniqueKeysWithValues: packed.all { $0.two() })
        families = Dictionary(
            uniqueKeysWithValues: packed.all {
                let texts = $0.texts()
                return (texts[0], Array(texts.dropFirst()))
            })
        vagueAreas = Set(packed.texts())
    }
}

extension Unpacker {
    /// Of an array of two texts.
    fileprivate mutating func two() -> (String, String) {
        let texts = texts()
        return (texts[0], texts[1])
    }

    fileprivate mutating func three() -> (String, String, String) {
        let texts = texts()
        return (texts[0], texts[1], texts[2])
    }
}

extension DataName {
    fileprivate func pack(into packer: inout Packer) {
        packer.add([kind.rawValue, id, path, text])
        packer.add(line)
        packer.add(column)
    }

    fileprivate init(_ packed: inout Unpacker) {
        let texts = packed.texts()
        self.init(
            kind: Kind(rawValue: texts[0]) ?? .passage, id: texts[1], path: texts[2], line: packed.number(),
            column: packed.number(), text: texts[3])
    }
}

extension QuestionForm {
    fileprivate func pack(into packer: inout Packer) {
        packer.add([name, title, kind.rawValue])
        packer.add(needs) {
            $0.add($1) {
                $0.add(Int($1.slot.rawValue))
                $0.add($1.value)
            }
        }
        packer.add(Array(allowed)) { $0.add(Int($1.rawValue)) }
        packer.add(asks.sorted())
        packer.add(startingQuestion)
    }

    fileprivate init(_ packed: inout Unpacker) {
        let texts = packed.texts()
        self.init(
            name: texts[0], title: texts[1],
            needs: packed.all {
                $0.all { Requirement(slot: $0.slot(), value: $0.optionalText()) }
            },
            allowed: SlotSet(packed.all { $0.slot() }), asks: Set(packed.texts()),
            kind: Kind(rawValue: texts[2]) ?? .value, startingQuestion: packed.optionalText())
    }
}

extension Wording {
    fileprivate func pack(into packer: inout Packer) {
        packer.add(cases) {
            $0.add($1.name)
            $0.add($1.pieces) { $1.pack(into: &$0) }
        }
    }

    fileprivate init(_ packed: inout Unpacker) {
        self.init(
            cases: packed.all { Case(name: $0.text(), pieces: $0.all { Piece(&$0) }) })
    }
}

extension Wording.Piece {
    private enum Kind: Int { case text, value, choice, optional }

    fileprivate func pack(into packer: inout Packer) {
        switch self {
        case .text(let text):
            packer.add(Kind.text.rawValue)
            packer.add(text)
        case .value(let name):
            packer.add(Kind.value.rawValue)
            packer.add(name)
        case .choice(let choices):
            packer.add(Kind.choice.rawValue)
            packer.add(choices)
        case .optional(let pieces):
            packer.add(Kind.optional.rawValue)
            packer.add(pieces) { $1.pack(into: &$0) }
        }
    }

    fileprivate init(_ packed: inout Unpacker) {
        switch Kind(rawValue: packed.number()) {
        case .text, nil: self = .text(packed.text())
        case .value: self = .value(packed.text())
        case .choice: self = .choice(packed.texts())
        case .optional: self = .optional(packed.all { Wording.Piece(&$0) })
        }
    }
}
