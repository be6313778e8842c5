import Facts

/// What somebody has to know of a file that was taken in.
public enum ImportWarning: Hashable, Sendable, CustomStringConvertible {
    /// A force with no area of its own, with its rows.
    case noArea(force: String, rows: Int)
    /// A force whose districts do not hold the partnership's own.
    case anotherForce(String, home: String)
    /// Districts that are listed under no force, with their rows.
    case unlisted(districts: [String], force: String, rows: Int)
    /// A type that the classification did not have in those months.
    case outOfTime(label: String, months: [Period])

    public var description: String {
        switch self {
        case .noArea(let force, let rows):
            "\(force) has no area of its own; its \(rows == 1 ? "row is" : "\(rows) rows are") in no figure"
        case .anotherForce(let force, let home):
            "\(force) is not the force that \(home) belongs to; its districts are areas of their own"
        case .unlisted(let districts, let force, let rows):
            "\(districts.joined(separator: ", ")) (\(rows) row\(rows == 1 ? "" : "s")): in no list of districts, so in the figures of "
                + "\(force) alone; Data/open-data/districts.csv is where to list a district"
        case .outOfTime(let label, let months):
            "'\(label)' was no crime type of data.police.uk in \(months.first?.label ?? "")"
                + (months.count > 1 ? " and \(months.count - 1) more of the months" : "")
                + "; its rows are counted all the same"
        }
    }
}
