import Language

/// Completes a line that is being typed: every line it offers has an answer, or becomes one that has.
public struct Completion: Sendable {
    private let service: Service
    private let completer: Completer

    /// Reads every example of the grammar: it is made once and kept.
    public init(service: Service) {
        self.service = service
        completer = Completer(grammar: service.grammar, today: service.today)
    }

    /// So many fit on a small screen.
    public static let most = 20
    /// What is merely possible is offered beside fewer than these, and up to so many.
    private static let (enough, mostUnlikely) = (5, 8)
    /// Readings for one line: whoever presses TAB is not to wait.
    private static let mostReadings = 120

    /// Whole lines, the likeliest first; what the store holds figures for comes before other names.
    ///
    /// - Throws: `StoreError`.
    public func lines(for line: String, in conversation: Conversation) throws -> [String] {
        var lines: [String] = []
        var readings = 0
        var likely = 0
        for candidate in completer.candidates(for: line, isFollowUp: conversation != .new) {
            guard lines.count < Self.most, readings < Self.mostReadings else { break }
            // Where enough is likely the rest is in the way.
            guard candidate.isLikely || likely < Self.enough && lines.count < Self.mostUnlikely else { break }
            guard try leads(candidate.line, in: conversation, &readings) else { continue }
            lines.append(candidate.line)
            if candidate.isLikely { likely += 1 }
        }
        return lines
    }

    /// Whether a line has an answer, or has one with what examples of the grammar say after it.
    private func leads(_ line: String, in conversation: Conversation, _ readings: inout Int) throws -> Bool {
        readings += 1
        switch service.read(line, in: conversation).outcome {
        case .asked(let asked): if try service.isAnswerable(asked) { return true }
        // Nothing that is said after it makes it held.
        case .refused, .tooLong: return false
        case .unclear, .incomplete, .notUnderstood: break
        }
        for closing in completer.closings(of: line, isFollowUp: conversation != .new) {
            readings += 1
            if try service.isAnswerable(closing, in: conversation) { return true }
        }
        return false
    }
}
