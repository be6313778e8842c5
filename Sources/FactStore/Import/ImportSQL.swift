/// The statements that figures are taken in with.
enum ImportSQL {
    private static let ofFigure =
        "measure = ? AND crime_type = ? AND area = ? AND first_day = ? AND last_day = ?"

    /// Nothing happens when there is such a figure.
    static let add = "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
    static let held = "SELECT value, source, import, note, is_published FROM observation WHERE \(ofFigure)"
    static let update = "UPDATE observation SET value = ? WHERE \(ofFigure)"
    static let replaceOwn = """
        UPDATE observation SET value = ?, note = ?, source = ?, is_published = 1, import = ? WHERE \(ofFigure)
        """
    /// A figure less that a table is the origin of.
    static let release = """
        UPDATE import_part SET row_count = row_count - 1 \
        WHERE source = ? AND first_day = ? AND last_day = ? AND import = ?
        """
    static let claim =
        "UPDATE observation SET import = ? WHERE \(ofFigure) AND source = ? AND import NOT NULL"
    static let delete = "DELETE FROM observation WHERE \(ofFigure)"
}
