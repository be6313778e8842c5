/// The statements that read figures.
///
/// Each is one text for the whole run of the program: preparing a statement costs more than running it, and
/// prepared ones are kept by their text.
enum FigureSQL {
    private static let ofSeries = "measure = ? AND crime_type = ? AND area = ?"

    static let exact = """
        SELECT value, note, source, is_published FROM observation \
        WHERE \(ofSeries) AND first_day = ? AND last_day = ?
        """

    static let within = """
        SELECT value, note, source, is_published, first_day, last_day FROM observation \
        WHERE \(ofSeries) AND first_day >= ? AND first_day <= ? AND last_day <= ? ORDER BY first_day, last_day
        """

    /// The crime types and the areas are lists in JSON, so that one text serves any number of them.
    static let withinAll = """
        SELECT value, note, source, is_published, crime_type, area, first_day, last_day FROM observation \
        WHERE measure = ? AND crime_type IN (SELECT value FROM json_each(?)) \
        AND area IN (SELECT value FROM json_each(?)) \
        AND first_day >= ? AND first_day <= ? AND last_day <= ? \
        ORDER BY crime_type, area, first_day, last_day
        """

    static let hasChanges = "SELECT 1 FROM published_change WHERE measure = ? LIMIT 1"

    static let periods =
        "SELECT first_day, last_day FROM observation WHERE \(ofSeries) ORDER BY first_day, last_day"

    static let change = """
        SELECT percent, source FROM published_change WHERE \(ofSeries) \
        AND from_first_day = ? AND from_last_day = ? AND to_first_day = ? AND to_last_day = ?
        """

    static let byValue = """
        SELECT measure, crime_type, area, first_day, last_day FROM observation \
        WHERE measure = ? AND value = ? AND is_published = 1 ORDER BY crime_type, area, first_day, last_day
        """

    static let changeByPercent = """
        SELECT measure, crime_type, area, from_first_day, from_last_day, to_first_day, to_last_day \
        FROM published_change WHERE percent IN (?, ?) ORDER BY measure, crime_type, area, to_first_day
        """
}
