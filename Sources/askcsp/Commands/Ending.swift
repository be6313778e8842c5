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
            var command = try AskCSP.parseAsRoot(Array(arguments))
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

    private static func report(_ error: any Error) -> Ending {
        switch error {
        case let problems as Problems:
            try? Output.errors.write("\(problems)\n")
        case let failure as CommandFailure:
            try? Output.errors.write("askcsp: \(failure)\n")
        default:
            return report(parsing: error)
        }
        return .couldNotRun
    }

    /// What the argument parser has to say: help and the version are answers, anything else is not.
    private static func report(parsing error: any Error) -> Ending {
        let isAnswer = AskCSP.exitCode(for: error) == .success
        let isUsage = AskCSP.exitCode(for: error) == .validationFailure
        var message = isAnswer || isUsage ? AskCSP.fullMessage(for: error) : "askcsp: \(error)"
        if isAnswer, message == Version.number { message = Version.text }
        try? (isAnswer ? Output.standard : .errors).write(message + "\n")
        return isAnswer ? .answered : .couldNotRun
    }

    func leave() -> Never { exit(rawValue) }
}
