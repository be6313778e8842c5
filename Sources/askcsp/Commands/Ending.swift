import ArgumentParser
import Glibc
import Notation

/// How a run ends: the status scripts act on.
enum Ending: Int32 {
    case answered = 0
    case notAnswered = 1
    case couldNotRun = 2

    /// Commands end by throwing this when a question was not answered.
    struct NotAnswered: Error {}

    /// Runs a command line.
    static func of(_ arguments: some Sequence<String>) -> Ending {
        // A closed pipe is then an error of the write, which ends the run quietly.
        signal(SIGPIPE, SIG_IGN)
        do {
            let arguments = Array(arguments)
            if try Asking.answered(arguments) { return .answered }
            try checkTopic(of: arguments)
            var command = try AskCSP.parseAsRoot(arguments)
            try command.run()
            return .answered
        } catch is NotAnswered {
            return .notAnswered
        } catch is Output.Closed {
            return .answered
        } catch {
            return report(error)
        }
    }

    /// The argument parser has its general help for a command that there is not.
    private static func checkTopic(of arguments: [String]) throws {
        guard arguments.count == 2, arguments[0] == "help", arguments[1].first != "-" else { return }
        let (topic, names) = (arguments[1], AskCSP.commandNames)
        guard !names.contains(topic) else { return }
        throw CommandFailure.noSuchCommand(topic, nearest: EditDistance.nearest(to: topic, among: names))
    }

    private static func report(_ error: any Error) -> Ending {
        switch error {
        case let problems as Problems:
            try? Output.errors.write("\(text(of: problems))\n")
        case let failure as CommandFailure:
            try? Output.errors.write("askcsp: \(failure)\n")
        default:
            return report(parsing: error)
        }
        return .couldNotRun
    }

    /// All of them, unless a folder was named by mistake: what is wrong with each file of it helps nobody.
    private static func text(of problems: Problems) -> String {
        let rest = problems.all.count - mostProblems
        guard rest > 0 else { return "\(problems)" }
        let first = problems.all.prefix(mostProblems).map(\.description).joined(separator: "\n")
        return "\(first)\naskcsp: \(rest) more mistakes are not shown"
    }

    private static let mostProblems = 500

    /// What the argument parser has to say: help and the version are answers, anything else is not.
    private static func report(parsing error: any Error) -> Ending {
        let isAnswer = AskCSP.exitCode(for: error) == .success
        let isUsage = AskCSP.exitCode(for: error) == .validationFailure
        var message = isAnswer || isUsage ? AskCSP.fullMessage(for: error) : "askcsp: \(error)"
        if message.hasPrefix("Error: ") { message = "askcsp: " + message.dropFirst("Error: ".count) }
        if isAnswer, message == Version.number { message = Version.text }
        try? (isAnswer ? Output.standard : .errors).write(message + "\n")
        return isAnswer ? .answered : .couldNotRun
    }

    func leave() -> Never { exit(rawValue) }
}
