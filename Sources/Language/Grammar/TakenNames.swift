import Notation

/// The names that crime types and places go by, and where each was first given.
///
/// A name of two is asked for one and answered with the other: `also: burglaries` below drug offences makes every
/// question about burglaries one about drugs.
struct TakenNames {
    private struct Owner {
        let part: String
        let term: Term
        let location: Location
    }

    private var owners: [String: Owner] = [:]

    /// The mistake of giving a name that another one has; nil when it is free.
    mutating func problem(
        giving name: Pattern, of part: String, meaning term: Term, at field: Block.Field, offset: Int
    ) -> Problem? {
        guard part == "crime type" || part == "place" else { return nil }
        for sequence in name.sequences {
            let words = sequence.symbols.compactMap { symbol in
                if case .word(let word) = symbol { word } else { nil }
            }
            guard words.count == sequence.symbols.count else { continue }
            let text = words.joined(separator: " ")
            guard let owner = owners[text] else {
                owners[text] = Owner(part: part, term: term, location: field.location)
                continue
            }
            guard owner.part != part || owner.term.id != term.id else { continue }
            let at = "\(owner.location.path):\(owner.location.line)"
            return field.problem(
                "'\(text)' is already a name of \(owner.part) '\(owner.term.id ?? "")', at \(at)",
                offset: offset)
        }
        return nil
    }
}

extension Term {
    /// Of a name: what it stands for.
    fileprivate var id: String? {
        if case .word(let id) = self { id } else { nil }
    }
}
