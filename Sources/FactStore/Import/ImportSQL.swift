/// The statements that figures are taken in with.
enum ImportSQL {
    private static let ofFigure =
        "measure = ? AND crime_type = ? AND area = ? AND first_day = ? AND last_day = ?"

    /// Nothing happens when there is such a figure.
    static let add = "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
    static let held = "SELECT value, source, import, note FROM observation WHERE \(ofFigure)"
    static let update = "UPDATE observation SET value = ? WHERE \(ofFigure)"
    static let replaceOwn = """
        UPDATE observation SET value = ?, note = ?, source = ?, is_published = 1, import = ? WHERE \(ofFigure)
        """
    static let claim =
        "UPDATE observation SET import = ? WHERE \(ofFigure) AND source = ? AND import NOT NULL"
    static let delete = "DELETE FROM observation WHERE \(ofFigure)"
}
