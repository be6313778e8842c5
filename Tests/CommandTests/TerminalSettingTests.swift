import Foundation
import Glibc
import Testing

/// The commands of a conversation, and what else it does besides answer.
struct TerminalSettingTests {
    @Test func theStatementsAreShown() throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try session.ask("/sql").contains("Nothing has been asked yet."))
        #expect(try session.ask("/sql drug offences Q2").contains("SELECT value"))
        _ = try session.ask("reported crime Q1")
        #expect(try session.ask("/sq").contains("'reported-crime'"))
        #expect(try session.ask("/sql what is the vision").contains("No statement is needed"))
        session.leave()
    }

    @Test func theLastAnswerIsWrittenToANewFile() throws {
        let home = try Scratch()
        let session = try TerminalSession.started(home: home)
        #expect(try session.ask("/csv").contains("Write it as /csv FILE."))
        #expect(try session.ask("/csv ~/answer.csv").contains("Nothing has been asked yet."))
        _ = try session.ask("domestic abuse Q1 and Q2")
        #expect(try session.ask("/csv ~/answer.csv").contains("2 rows are in ~/answer.csv."))
        let written = try home.text(of: "answer.csv")
        #expect(try written == Askcsp.run("--format", "csv", "domestic abuse Q1 and Q2").output)
        #expect(try session.ask("/csv ~/answer.csv").contains("already; nothing was written"))
        #expect(try session.ask("/csv /nowhere/at/all").contains("could not be written: No such file"))
        #expect(try home.text(of: "answer.csv") == written)
        session.leave()
    }

    @Test func answersAreWrittenInTheFormatThatWasSet() throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try session.ask("/format").contains("Answers are written as text."))
        #expect(try session.ask("/format markdwn").contains("did you mean markdown?"))
        #expect(try session.ask("/format jsonl").contains("written as jsonl."))
        let shown = try session.ask("domestic abuse Q2")
        #expect(shown.contains("\r\n{\"question\":\"domestic abuse Q2\",\"status\":\"answered\""))
        #expect(try session.ask("zzyzx").contains("\"status\":\"not-understood\""))
        session.leave()
    }

    @Test func whatTheNextQuestionLeansOnIsShown() throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try session.ask("/context").contains("leans on nothing"))
        _ = try session.ask("drug offences Q2")
        #expect(try session.ask("/context").contains("  formal action rate, drug offences, Q2 2022/23\r\n"))
        _ = try session.ask("/new")
        #expect(try session.ask("/context").contains("leans on nothing"))
        session.leave()
    }

    @Test func todayIsAnArgumentThere() throws {
        let session = try TerminalSession.started(home: Scratch(), arguments: ["--today", "2022-10-05"])
        #expect(try session.ask("/today").contains("Today is taken to be 2022-10-05."))
        #expect(try session.ask("drug offences last quarter").contains("73.7%"))
        #expect(try session.ask("/today 5 July").contains("'5 July' is not a date"))
        #expect(try session.ask("/today 2022-07-05").contains("2022-07-05"))
        #expect(try session.ask("drug offences last quarter").contains("95.2%"))
        session.leave()
    }

    @Test func timesAreShownWhenAsked() throws {
        let session = try TerminalSession.started(home: Scratch())
        #expect(try !session.ask("domestic abuse Q2").contains("Time: "))
        #expect(try session.ask("/timing").contains("says how long"))
        #expect(try session.ask("domestic abuse Q2").contains("Time: "))
        #expect(try session.ask("/timing off").contains("do not say"))
        #expect(try session.ask("/timing maybe").contains("Write it as /timing [on|off]."))
        session.leave()
    }

    @Test func everyBeginningThatIsUniqueIsEnough() throws {
        let session = try TerminalSession.started(home: Scratch())
        for (typed, said) in [
            ("/sou", "Nothing has been asked yet."), ("/con", "leans on nothing"), ("/n", "forgotten"),
            ("/fo", "written as text"), ("/pag", "not paged"), ("/TO", "Today is taken"),
        ] { #expect(try session.ask(typed).contains(said), "\(typed)") }
        #expect(try session.ask("/c").contains("'/c' may be /chart or /csv FILE or /context."))
        #expect(try session.ask("/t").contains("'/t' may be /table or /timing [on|off] or /today [date]."))
        #expect(try session.ask("/conext").contains("did you mean /context"))
        session.type("/form\tm\t")
        try session.shown(upTo: "/format markdown")
        session.type("\u{3}")
        try session.shown(upTo: TerminalSession.prompt)
        session.leave()
    }

    // MARK: - The pager

    @Test func longOutputGoesThroughThePager() throws {
        let home = try Scratch()
        let pager = ["PAGER": "cat > \(home.path("paged")); echo through the pager"]
        let session = try TerminalSession.started(
            home: home, kind: "xterm", columns: 80, rows: 12, environment: pager)
        #expect(try session.ask("/examples").contains("through the pager"))
        #expect(try home.text(of: "paged") == Askcsp.run("examples").output)
        #expect(try !session.ask("domestic abuse Q2").contains("through the pager"))
        _ = try session.ask("/pager off")
        #expect(try !session.ask("/examples").contains("through the pager"))
        #expect(try session.ask("/pager on").contains("Long output is paged by 'cat > "))
        #expect(try session.ask("/examples").contains("through the pager"))
        session.leave()
    }

    @Test(arguments: ["no-such-pager", "true", "exit 3"])
    func aPagerThatFailsLosesNothingAndHoldsNothingUp(command: String) throws {
        let session = try TerminalSession.started(
            home: Scratch(), kind: "xterm", columns: 80, rows: 20, environment: ["PAGER": command])
        let shown = try session.ask("/examples")
        #expect(shown.contains("What letters stand for") == (command == "no-such-pager"))
        #expect(try session.ask("domestic abuse Q2").contains("8.8%"))
        session.leave()
    }

    @Test func aPagerThatIsKilledLeavesTheTerminalAsItWas() throws {
        let pager = "stty raw -echo < /dev/tty; kill -9 $$"
        let session = try TerminalSession.started(
            home: Scratch(), kind: "xterm", columns: 80, rows: 20, environment: ["PAGER": pager])
        _ = try session.ask("/examples")
        #expect(try session.ask("domestic abuse Q2").contains("8.8%"))
        session.leave()
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/less")))
    func lessIsLeftByAKeyAndTheTerminalIsAsItWas() throws {
        let session = try TerminalSession.started(home: Scratch(), kind: "xterm", columns: 80, rows: 10)
        session.type("/examples\r")
        try session.shown(upTo: "\u{1B}[K")
        session.type("q")
        try session.shown(upTo: TerminalSession.prompt)
        #expect(try session.ask("domestic abuse Q2").contains("8.8%"))
        session.leave()
    }

    // MARK: - Keys and signals

    @Test func aSearchFindsAnEarlierQuestion() throws {
        let session = try TerminalSession.started(home: Scratch())
        _ = try session.ask("domestic abuse Q2")
        _ = try session.ask("reported crime Q1")
        session.type("\u{12}domes")
        try session.shown(upTo: "domestic abuse Q2")
        session.type("\r")
        #expect(try session.shown(upTo: "\r\n" + TerminalSession.prompt).contains("8.8%"))
        session.leave()
    }

    @Test func aWindowThatIsMadeWiderIsUsed() throws {
        let session = try TerminalSession.started(home: Scratch(), kind: "xterm", columns: 60, rows: 50)
        let narrow = try session.ask("what is the vision?")
        #expect(narrow.contains("aims to reduce\r\n"))
        session.resize(columns: 200, rows: 50)
        let wide = try session.ask("what is the vision?")
        #expect(!wide.contains("aims to reduce\r\n"))
        session.leave()
    }

    @Test func aPasteIsOneMessage() throws {
        let session = try TerminalSession.started(home: Scratch(), kind: "xterm", columns: 100, rows: 50)
        session.type("\u{1B}[200~domestic abuse\nQ2 vs Q1\u{1B}[201~")
        session.type("\r")
        #expect(try session.shown(upTo: "Source: ").contains("13.73% decrease"))
        session.leave()
    }

    @Test func wideAndCombiningCharactersAreEdited() throws {
        let session = try TerminalSession.started(home: Scratch(), kind: "xterm", columns: 100, rows: 50)
        session.type("漢字e\u{301} zzyzx\u{1}\u{4}\u{4}\u{4}\u{5}\r")
        #expect(try session.shown(upTo: "These can be answered").contains("\"zzyzx\""))
        session.leave()
    }

    @Test func theUsersKeysAreReadLineS() throws {
        let home = try Scratch()
        try home.write("set editing-mode vi\n", to: ".inputrc")
        let session = try TerminalSession.started(home: home, kind: "xterm", columns: 100, rows: 50)
        session.type("xxdomestic abuse Q2\u{1B}")
        session.type("0xxA vs Q1\r")
        #expect(try session.shown(upTo: "Source: ").contains("13.73% decrease"))
        session.leave()
    }

    /// A grammar in which a message of this kind takes very long to read.
    @Test func controlCGivesUpAnAnswerAtOnce() throws {
        let files = try Guide.copies()
        try files.write(
            """
            part slow
                ask: zz => a
                ask: <first: slow> <second: slow> => a

            phrase slow
                ask: <slow> => aside = yes

            """, to: "Grammar/slow.txt")
        let session = try TerminalSession.started(
            home: Scratch(), arguments: ["--grammar", files.path("Grammar")])
        // A terminal takes no longer line than 4,095 bytes at once, and readline is quicker without an echo to wait for.
        session.type(String(repeating: "zz ", count: 1_300) + "\r")
        try session.shown(upTo: "zz \r\n")
        session.send(signal: SIGINT)
        try session.shown(upTo: TerminalSession.prompt)
        #expect(try session.ask("/new").contains("forgotten"))
        session.type("quit\r")
        #expect(session.ended().status == 0)
        #expect(session.isAsShellsExpect)
    }
}
