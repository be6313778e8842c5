import Facts
import Glibc

enum Clock {
    /// The day it is here. The only place that asks the clock.
    static var today: Day {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return Day(firstOf: Int(parts.tm_mon) + 1, year: Int(parts.tm_year) + 1900).adding(
            Int(parts.tm_mday) - 1)
    }
}
