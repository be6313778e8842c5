import Facts

/// Writes replies to standard output, and remembers whether every question was answered.
struct ReplyPrinter {
    private var records: RecordWriter
    private let text: ReplyText
    private var isEveryAnswered = true

    init(options: Options, isAlone: Bool) {
        records = RecordWriter(options: options, columns: Reply.columns, isAlone: isAlone, gap: "\n")
        text = ReplyText(style: options.style)
    }

    mutating func show(_ reply: Reply) throws {
        if reply.status != .answered { isEveryAnswered = false }
        try records.add(text: text.whole(reply), rows: reply.rows) { $0.write(reply) }
    }

    func finish() throws {
        try records.finish()
        if !isEveryAnswered { throw Ending.NotAnswered() }
    }
}
