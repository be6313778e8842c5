import Foundation
import Glibc
import Testing

/// What is typed after a command, and what TAB makes of it.
struct TerminalCommandTests {
    @Test func helpIsThatOfOneCommandWhenItIsNamed() throws {
        let session = try TerminalSession.started(home: Scratch())
        let shown = try session.ask("/help csv")
        #expect(
            shown.hasSuffix(
                "  /csv FILE  the last answer into a new file, as CSV\r\n\(TerminalSession.prompt)"))
        #expect(try session.ask("/help /ti").contains("  /timing [on|off]  "))
        #expect(try session.ask("/help cvs").contains("did you mean /csv FILE?"))
        #expect(try session.ask("?").contains("  /quit"))
        session.leave()
    }

    @Test func helpStandsInAColumnOfItsOwn() throws {
        let session = try TerminalSession.started(home: Scratch(), columns: 60, rows: 100)
        let lines = try session.ask("help").split(separator: "\r\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines.contains("  /sql [question]          the statements that fetch the"))
        #expect(lines.contains("                           figures of a question, or of the"))
        session.leave()
        let narrow = try TerminalSession.started(home: Scratch(), columns: 30, rows: 200)
        #expect(try narrow.ask("help").contains("  /source\r\n    where the figures of the\r\n"))
        narrow.leave()
    }

    @Test func whatFollowsACommandThatTakesNothingIsNotPassedOver() throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try session.ask("/table Q2").contains("Write it as /table."))
        #expect(try session.ask("/source of that").contains("Write it as /source."))
        session.leave()
    }

    @Test func whatIsTypedAsInTheShellIsPutRight() throws {
        let session = try TerminalSession.started(home: Scratch())
        for (typed, hint) in [
            ("examples", "For the command type /examples [topic]."),
            (
                "import q3.csv",
                "'import' is a command of the shell: leave with /quit and type: askcsp import q3.csv"
            ),
            ("report Q2", "'report' is a command of the shell: leave with /quit and type: askcsp report Q2"),
            ("askcsp drugs", "Here the question alone is enough: drugs"),
        ] {
            #expect(try session.ask(typed).contains("\r\n\(hint)\r\n"), "\(typed)")
        }
        #expect(try session.ask("exit now").contains("I could not read \"exit\""))
        session.leave()
    }

    @Test func whatWasNotAnsweredIsInNoFile() throws {
        let home = try Scratch()
        let session = try TerminalSession.started(home: home)
        _ = try session.ask("zzyzx")
        #expect(
            try session.ask("/csv ~/out.csv").contains(
                "The last question was not answered; nothing was written."))
        #expect(!FileManager.default.fileExists(atPath: home.path("out.csv")))
        session.leave()
    }

    @Test func aNewConversationMayBeginWithItsQuestion() throws {
        let session = try TerminalSession.started(home: Scratch())
        _ = try session.ask("drug offences Q2")
        #expect(try session.ask("/new and Q1?").contains("does not say enough"))
        #expect(try session.ask("/new domestic abuse Q2").contains("8.8%"))
        #expect(try session.ask("and Q1?").contains("10.2%"))
        session.leave()
    }

    @Test(arguments: ["\\q", ".quit", ".exit"])
    func whoComesFromAnotherProgramFindsTheWayOut(typed: String) throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try session.ask("\\?").contains("  /quit"))
        #expect(try session.ask("\\d").contains("There is no '/d'"))
        session.type(typed + "\r")
        #expect(session.ended().status == 0)
    }

    @Test func aFileNameIsCompleted() throws {
        let home = try Scratch()
        for name in ["kept/one.csv", "kept/two words.csv", "kept/.hidden"] { try home.write("", to: name) }
        let session = try TerminalSession.started(home: home)
        session.type("/csv ~/ke\t")
        try session.shown(upTo: "/csv ~/kept/")
        session.type("\t\t")
        let offered = try session.shown(upTo: "/csv ~/kept/")
        #expect(offered.contains("one.csv"))
        #expect(!offered.contains("hidden") && !offered.contains("kept/one"))
        session.type("tw\t")
        try session.shown(upTo: "two words.csv ")
        session.leave()
    }

    @Test func whatACommandTakesIsCompleted() throws {
        let session = try TerminalSession.started(home: Scratch())
        for (typed, shown) in [
            ("/help so\t", "/help source "), ("/today 2022-10\t", "/today 2022-10-01 "),
            ("/examples whether s\t", "/examples whether something is so "), ("/pager of\t", "/pager off "),
            ("/new drug off\t", "/new drug off"),
        ] {
            session.type(typed)
            try session.shown(upTo: shown)
            session.type("\u{3}")
            try session.shown(upTo: TerminalSession.prompt)
        }
        session.leave()
    }

    /// From July 2022 the last quarter is one that is held, from 2030 it is not.
    @Test func completionGoesByTheDayThatWasSet() throws {
        let session = try TerminalSession.started(home: Scratch(), arguments: ["--today", "2030-01-01"])
        for (day, isOffered) in [("2022-07-05", true), ("2030-01-01", false)] {
            _ = try session.ask("/today \(day)")
            session.type("domestic abuse last q\t\t\t")
            // The line is shown again below what is offered.
            let shown = try session.shown(upTo: "held") + session.shown(upTo: "abuse last q")
            #expect(shown.contains("quarter in") == isOffered, "\(day): \(shown)")
            session.type("\u{3}")
            try session.shown(upTo: TerminalSession.prompt)
        }
        session.leave()
    }
}
