import Facts

/// What the grammar's files define besides words and rules.
struct Definitions: Sendable {
    let codelists: Codelists
    let forms: [QuestionForm]
    let wordings: [String: Wording]
    let lists: [ListName]
    let unheld: [String: Unheld]
    /// Of a measure that is part of another, the other: by id.
    let wholes: [String: String]
    /// Of an area the larger one that it is part of: by id.
    let regions: [String: String]
    /// What a name means that stands for several measures or crime types, whichever is held: by its id.
    let families: [String: [String]]
    /// Places by which people say where they come from: "my ward".
    let vagueAreas: Set<String>
}

/// The names of a list that Data/ holds.
struct ListName: Sendable {
    let id: String
    /// `statutory partners`.
    let name: String
    let singular: String
    /// Whether its members are bodies that are in it, rather than things that are about something.
    let isOfBodies: Bool
    /// The measures, sums of money, that paid for its members.
    let paidBy: [String]
}

/// Something people ask for and no store of this kind holds.
struct Unheld: Sendable {
    let id: String
    /// After "No figures are held for": `causes`.
    let name: String
    /// Said instead of the usual sentence.
    let say: String?
}
