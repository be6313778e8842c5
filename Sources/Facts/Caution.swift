/// What has to be said beside a figure, because the data themselves say so.
public enum Caution: Hashable, Sendable {
    /// Figures of a source that look wrong: against their own history some fall to nothing, or more than treble.
    case suspect(Suspect)
    /// A crime type that had no figures of its own before a day.
    case uncounted(crimeType: String, since: Day)
    /// A count below 5.
    case few
    /// A percentage of a number below 20, and the number it is set against.
    case smallBase(before: Rational, after: Rational)

    public struct Suspect: Hashable, Sendable {
        public let area: String
        public let period: Period
        /// Crime types that fall to nothing there.
        public let fell: [String]
        /// Crime types that more than treble there.
        public let rose: [String]

        public init(area: String, period: Period, fell: [String], rose: [String]) {
            self.area = area
            self.period = period
            self.fell = fell
            self.rose = rose
        }
    }
}
