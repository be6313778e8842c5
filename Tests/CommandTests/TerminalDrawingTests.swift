import Foundation
import Testing

/// What answers look like on a terminal.
struct TerminalDrawingTests {
    private static let question = "rates in Q2 for each crime type"

    /// Lines of an answer, without what was typed and without the prompt.
    private func lines(
        _ question: String, columns: Int = 0, rows: Int = 0, kind: String = "dumb",
        environment: [String: String] = [:], after earlier: [String] = []
    ) throws -> [String] {
        let session = try TerminalSession(
            home: Scratch(), kind: kind, columns: columns, rows: rows, environment: environment)
        try session.shown(upTo: TerminalSession.prompt)
        for line in earlier { _ = try session.ask(line) }
        let shown = try session.ask(question).replacing("\r\n", with: "\n")
        session.type("quit\r")
        #expect(session.ended().status == 0)
        return shown.split(separator: "\n").dropFirst().dropLast().map(String.init)
    }

    @Test func threeFiguresAreATableWithBars() throws {
        let lines = try lines(TerminalDrawingTests.question, columns: 100)
        let start = try #require(lines.firstIndex { $0.hasPrefix("  crime type") })
        #expect(
            lines[start...].prefix(6) == [
                "  crime type                                 Q2 2022/23  note",
                "  domestic abuse                                   8.8%               ███▋",
                "  drug offences                                   73.7%  possessions  ██████████████████████████████",
                "  public order                                    28.9%               ███████████▊",
                "  violence against the person (with injury)       16.1%               ██████▌",
                "  formal action rate in percent, Winchester",
            ])
        #expect(lines[start - 1].hasPrefix("public order 28.9%"))
        #expect(lines.dropFirst(start + 6).first?.hasPrefix("Understood: ") == true)
    }

    @Test func theTableFitsTheWindow() throws {
        for columns in [50, 64, 80, 132] {
            let lines = try lines(TerminalDrawingTests.question, columns: columns)
            #expect(lines.allSatisfy { $0.count <= columns }, "\(columns): \(lines)")
            #expect(lines.contains { $0.contains("73.7%") && !$0.contains("domestic abuse") })
        }
    }

    @Test func inANarrowWindowRowsAreStacked() throws {
        let lines = try lines(TerminalDrawingTests.question, columns: 20)
        #expect(lines.allSatisfy { $0.count <= 20 }, "\(lines)")
        let start = try #require(lines.firstIndex { $0 == "  domestic abuse" })
        #expect(
            lines[start...].prefix(4) == [
                "  domestic abuse", "    Q2 2022/23  8.8%", "  drug offences", "    Q2 2022/23",
            ])
        let narrow = try self.lines("/chart", columns: 40, after: [TerminalDrawingTests.question])
        #expect(
            narrow == [
                "  Q2 2022/23", "  domestic abuse          8.8%  █",
                "  drug offences          73.7%  ████████",
                "  public order           28.9%  ███▏", "  violence against the…  16.1%  █▊",
            ])
    }

    @Test func theWelcomeFitsTheWindow() throws {
        let session = try TerminalSession(home: Scratch(), columns: 40, rows: 50)
        let lines = try session.shown(upTo: TerminalSession.prompt).split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.count <= 40 }, "\(lines)")
        session.type("quit\r")
        #expect(session.ended().status == 0)
    }

    @Test func withoutUTF8ItIsDrawnInASCII() throws {
        let lines = try lines(TerminalDrawingTests.question, columns: 60, environment: ["LANG": "C"])
        #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) })
        #expect(lines.contains { $0.contains("violence again") && $0.contains("~") })
        let wide = try self.lines(TerminalDrawingTests.question, columns: 100, environment: ["LC_ALL": "C"])
        #expect(wide.contains { $0.hasSuffix("#####") })
    }

    @Test func severalPeriodsAreColumns() throws {
        let lines = try lines("which crime types fell by more than 20%", columns: 100)
        let start = try #require(lines.firstIndex { $0.hasPrefix("  crime type") })
        #expect(
            lines[start...].prefix(3) == [
                "  crime type     Q1 2022/23  Q2 2022/23   change        change  note",
                "  drug offences       95.2%       73.7%  -22.58%  -21.5 points  possessions",
                "  public order        41.7%       28.9%  -30.69%  -12.8 points",
            ])
    }

    @Test func fewFiguresAreSaidInTheSentenceAlone() throws {
        let lines = try lines("drug offences Q1 and Q2", columns: 120)
        #expect(lines.prefix(2).last?.hasPrefix("Understood: ") == true)
    }

    @Test func figuresAreDrawnWhenAsked() throws {
        let table = try lines("/table", columns: 80, after: ["drug offences Q1 and Q2"])
        #expect(
            table == [
                "  period      figure  note", "  Q1 2022/23   95.2%", "  Q2 2022/23   73.7%  possessions",
                "  formal action rate in percent, drug offences, Winchester",
            ])
        let chart = try lines("/chart", columns: 40, after: ["drug offences Q1 and Q2"])
        #expect(
            chart == ["  Q1 2022/23  95.2%  ███████████████████", "  Q2 2022/23  73.7%  ██████████████▊"])
        #expect(try lines("/table", after: ["what is the vision?"]) == ["The last answer has no figures."])
        #expect(try lines("/chart") == ["Nothing has been asked yet."])
    }

    @Test func aTrendIsASparkline() throws {
        let files = try trend()
        let session = try TerminalSession(
            home: Scratch(), columns: 80, arguments: ["--data", files.path("Data")])
        try session.shown(upTo: TerminalSession.prompt)
        let shown = try session.ask("reported crime in Q1, Q2, Q3 and Q4 2022/23")
        #expect(shown.contains("  ▁▁▁▁▅▅▅▅████▃▃▃▃  Q1 2022/23 to Q4 2022/23\r\n"), "\(shown)")
        session.type("quit\r")
        _ = session.ended()
    }

    /// Two quarters more than the strategy has.
    private func trend() throws -> Scratch {
        let files = try Guide.copies()
        let path = "Data/observations.csv"
        let lines = try files.text(of: path).split(separator: "\n").map(String.init)
        let row = try #require(lines.first { $0.contains(",2749,") })
        let more = [("3000", "Q3"), ("2600", "Q4")].map { value, quarter in
            row.replacing("2749", with: value).replacing("Q2", with: quarter)
        }
        try files.write((lines + more).joined(separator: "\n") + "\n", to: path)
        return files
    }

    @Test func linesBreakBetweenWords() throws {
        let lines = try lines("what is the vision?", columns: 60)
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines.first == "Winchester Community Safety Partnership (CSP) aims to reduce")
        let items = try self.lines("which shared projects are about rural areas?", columns: 60)
        #expect(items.contains { $0.hasPrefix("- Delivery of a") })
        #expect(
            items.contains { $0.hasPrefix("  support") || $0.hasPrefix("  areas") || $0.hasPrefix("  rural") }
        )
    }

    @Test func oneQuestionIsDrawnOnATerminalToo() throws {
        let session = try TerminalSession(
            home: Scratch(), columns: 100, arguments: [TerminalDrawingTests.question])
        let end = session.ended()
        #expect(end.status == 0)
        #expect(end.shown.contains("███"))
        #expect(try !Askcsp.run(TerminalDrawingTests.question).output.contains("███"))
    }
}
