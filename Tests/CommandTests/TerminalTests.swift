import Foundation
import Glibc
import Testing

/// A conversation on a terminal.
struct TerminalTests {
    @Test func theFirstVisitIsWelcomedAndTheNextIsNot() throws {
        let home = try Scratch()
        let first = try TerminalSession(home: home)
        let welcome = try first.shown(upTo: TerminalSession.prompt)
        #expect(welcome.contains("Type help for more"))
        let lines = welcome.split(separator: "\r\n")
        #expect(lines.count == 6)
        #expect(lines[2...4].map { $0.prefix(5) } == ["  1  ", "  2  ", "  3  "].map { $0.prefix(5) })
        // Its number picks one.
        let question = lines[2].dropFirst(5)
        #expect(try first.ask("1").contains("\r\n\(question)\r\n"))
        first.type("quit\r")
        #expect(first.ended().status == 0)
        let second = try TerminalSession(home: home)
        #expect(try second.shown(upTo: TerminalSession.prompt) == TerminalSession.prompt)
        second.type("\u{4}")
        #expect(second.ended().status == 0)
    }

    @Test func aQuestionIsAnsweredAndAFollowUpLeansOnIt() throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try session.ask(AskTests.question).contains(AskTests.sentence))
        #expect(try session.ask("/source").contains("13.73 percent"))
        #expect(try session.ask("/new").contains("forgotten"))
        #expect(try session.ask("/source").contains("Nothing has been asked yet."))
        session.type("exit\r")
        #expect(session.ended().status == 0)
    }

    @Test func controlCDropsTheLineAndControlDLeaves() throws {
        let session = try TerminalSession.started(home: Scratch())
        session.type("zzyzx")
        try session.shown(upTo: "zzyzx")
        session.type("\u{3}")
        #expect(try session.shown(upTo: TerminalSession.prompt).contains("^C"))
        #expect(try session.ask(AskTests.question).contains(AskTests.sentence))
        session.type("\u{4}")
        let end = session.ended()
        #expect(end.status == 0)
        #expect(end.shown.hasSuffix("\r\n"))
        #expect(session.isAsShellsExpect)
    }

    @Test func controlCLeavesASearch() throws {
        let session = try TerminalSession.started(home: Scratch())
        _ = try session.ask(AskTests.question)
        session.type("\u{12}domestic")
        try session.shown(upTo: "c': ")
        session.type("\u{3}")
        try session.shown(upTo: "^C")
        #expect(try !session.shown(upTo: "\r\n" + TerminalSession.prompt).contains("13.73"))
        session.type("quit\r")
        #expect(session.ended().status == 0)
    }

    @Test func linesAreKeptForTheNextTime() throws {
        let home = try Scratch()
        let first = try TerminalSession.started(home: home)
        for line in ["zzyzx one", "£5 two", "zzyzx one"] { _ = try first.ask(line) }
        first.type("quit\r")
        _ = first.ended()
        let file = ".local/state/askcsp/history"
        #expect(try home.text(of: file) == "£5 two\nzzyzx one\n")
        #expect(try mode(of: home.path(file)) == 0o600)
        #expect(try mode(of: home.path(".local/state/askcsp")) == 0o700)

        let second = try TerminalSession.started(home: home)
        second.type("\u{1B}[A\u{1B}[A\r")
        #expect(try second.shown(upTo: TerminalSession.prompt).contains("£5 two"))
        second.type("quit\r")
        _ = second.ended()
        #expect(try home.text(of: file) == "zzyzx one\n£5 two\n")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
    func aSignalToStopKeepsTheHistoryAndTheTerminal(signal: Int32) throws {
        let home = try Scratch()
        let session = try TerminalSession.started(home: home)
        _ = try session.ask("zzyzx")
        session.type("half a li")
        try session.shown(upTo: "half a li")
        session.send(signal: signal)
        #expect(session.ended().status == -signal)
        #expect(session.isAsShellsExpect)
        #expect(try home.text(of: ".local/state/askcsp/history") == "zzyzx\n")
    }

    /// One that is killed has lost nothing, and one that begins meanwhile has the lines of the other.
    @Test func aLineIsKeptAtOnce() throws {
        let home = try Scratch()
        let first = try TerminalSession.started(home: home)
        _ = try first.ask("zzyzx one")
        let second = try TerminalSession.started(home: home)
        second.type("\u{1B}[A\r")
        #expect(try second.shown(upTo: TerminalSession.prompt).contains("zzyzx one"))
        _ = try second.ask("zzyzx two")
        first.send(signal: SIGKILL)
        #expect(first.ended().status == -SIGKILL)
        second.type("quit\r")
        #expect(second.ended().status == 0)
        #expect(try home.text(of: ".local/state/askcsp/history") == "zzyzx one\nzzyzx two\n")
    }

    @Test func theLineIsShownAgainAfterAStop() throws {
        let session = try TerminalSession.started(home: Scratch())
        session.type("half a line")
        try session.shown(upTo: "half a line")
        session.send(signal: SIGSTOP)
        session.send(signal: SIGCONT)
        try session.shown(upTo: TerminalSession.prompt + "half a line")
        session.type("\u{15}quit\r")
        #expect(session.ended().status == 0)
    }

    @Test func tabCompletesCommandsAndQuestions() throws {
        let session = try TerminalSession.started(home: Scratch())
        session.type("/exa\t")
        try session.shown(upTo: "/examples ")
        // The first completes what the candidates share, the second shows them.
        session.type("\u{15}domestic ab\t\t")
        try session.shown(upTo: "abuse")
        session.type("\u{3}")
        try session.shown(upTo: TerminalSession.prompt)
        session.type("quit\r")
        #expect(session.ended().status == 0)
    }

    @Test func suggestionsAreShownOnce() throws {
        let session = try TerminalSession.started(home: Scratch())
        let shown = try session.ask("zzyzx").split(separator: "\r\n")
        let choices = shown.filter { $0.hasPrefix("  1  ") || $0.hasPrefix("  2  ") }.map { $0.dropFirst(5) }
        #expect(Set(choices).count == 2)
        for choice in choices { #expect(shown.filter { $0.hasSuffix(choice) }.count == 1) }
        session.type("quit\r")
        #expect(session.ended().status == 0)
    }

    @Test func anUnclearQuestionIsPickedByItsNumber() throws {
        let session = try TerminalSession.started(home: Scratch())
        let shown = try session.ask("whats the %")
        let choice = try #require(shown.split(separator: "\r\n").first { $0.hasPrefix("  1  ") })
        let question = choice.dropFirst(5)
        #expect(try session.ask("99").contains("There is no 99 to pick"))
        let picked = try session.ask("1")
        #expect(picked.hasPrefix("1\r\n\(question)\r\n"))
        #expect(picked.split(separator: "\r\n").count > 3)
        session.type("quit\r")
        #expect(session.ended().status == 0)
    }

    @Test func commandsMayBeShortenedAndMisspelt() throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try session.ask("/h").contains("/explain [question]"))
        #expect(try session.ask("/e").contains("'/e' may be /examples [topic] or /explain [question]."))
        #expect(try session.ask("/exmaples").contains("did you mean /examples"))
        #expect(try session.ask("/zzyzx").contains("There is no '/zzyzx'"))
        #expect(try session.ask("HELP").contains("/quit"))
        session.type("/q\r")
        #expect(session.ended().status == 0)
    }

    @Test func whatStandsBesideAnAnswerIsDimmed() throws {
        let session = try TerminalSession.started(home: Scratch(), kind: "xterm")
        #expect(try session.ask(AskTests.question).contains("\u{1B}[2mUnderstood: "))
        session.type("quit\r")
        #expect(session.ended().status == 0)
    }

    private func mode(of path: String) throws -> mode_t {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_mode & 0o777
    }
}
