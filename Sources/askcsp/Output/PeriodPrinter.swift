import Conversation
import Facts

/// Writes what phrases mean: the interval, a tab, and its label.
struct PeriodPrinter {
    private var records: RecordWriter
    private var isEveryRead = true

    init(settings: Settings, isAlone: Bool) {
        records = RecordWriter(
            settings: settings, columns: ["phrase", "status", "start", "end", "label", "message"],
            isAlone: isAlone)
    }

    mutating func show(_ phrase: String, _ reading: PeriodReading) throws {
        switch reading {
        case .period(let period):
            try records.add(
                text: "\(period.start)/\(period.endText ?? "..")\t\(period.label)",
                row: [
                    .text(phrase), .text(Reply.Status.answered.rawValue), .text("\(period.start)"),
                    .text(period.endText), .text(period.label), .text(nil),
                ])
        case .notRead(let reason):
            isEveryRead = false
            let status = Reply.Status.notUnderstood.rawValue
            try records.add(
                text: "\(status)\t\(reason)".visible,
                row: [.text(phrase), .text(status), .text(nil), .text(nil), .text(nil), .text(reason)])
        }
    }

    func finish() throws {
        try records.finish()
        if !isEveryRead { throw Ending.NotAnswered() }
    }
}
