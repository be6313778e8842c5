import Facts

/// Writes replies to standard output, and remembers whether every question was answered.
struct ReplyPrinter {
    private var records: RecordWriter
    private let text: ReplyText
    private let isNumbered: Bool
    private var isEveryAnswered = true

    /// - Parameter isNumbered: whether the number of its line stands with each reply.
    init(settings: Settings, isAlone: Bool, isNumbered: Bool = false) {
        records = RecordWriter(
            settings: settings, columns: (isNumbered ? ["line"] : []) + Reply.columns, isAlone: isAlone,
            gap: "\n")
        text = ReplyText(style: settings.style, screen: Screen.ofOutput)
        self.isNumbered = isNumbered
    }

    mutating func show(_ reply: Reply, number: Int = 1) throws {
        if reply.status != .answered { isEveryAnswered = false }
        let line = isNumbered ? number : nil
        try records.add(
            text: (line.map { "\($0): " } ?? "") + text.whole(reply),
            rows: reply.rows.map { (line.map { [.number("\($0)")] } ?? []) + $0 }
        ) { $0.write(reply, line: line) }
    }

    /// One reply and no more, whatever became of the question.
    func showAlone(_ reply: Reply) throws {
        var printer = self
        try printer.show(reply)
        try printer.records.finish()
    }

    func finish() throws {
        try records.finish()
        if !isEveryAnswered { throw Ending.NotAnswered() }
    }
}
