import CTestSystem
import Glibc
import Testing

/// The program on a terminal of its own, and somebody typing.
final class TerminalSession {
    static let prompt = "askcsp> "

    private let process: Spawned
    private let channel: Channel
    private let terminal: Int32
    /// Not to go before the session does.
    private let home: Scratch
    private var isRunning = true

    /// - Parameters:
    ///   - home: the folder that holds what is kept between sessions.
    ///   - kind: what TERM is; a dumb terminal shows what is typed and no more.
    ///   - columns, rows: the size of the window; a terminal that does not say has none.
    init(
        home: Scratch, kind: String = "dumb", columns: Int = 0, rows: Int = 0,
        environment: [String: String] = [:], arguments: [String] = []
    ) throws {
        var buffer = [CChar](repeating: 0, count: 128)
        let terminal = test_terminal(&buffer, buffer.count)
        guard terminal >= 0 else { throw Spawned.Failure(reason: "no terminal could be opened") }
        let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.terminal = terminal
        self.home = home
        TerminalSession.resize(terminal, columns: columns, rows: rows)
        channel = Channel(reading: terminal, writing: terminal)
        process = try Spawned(
            program: Askcsp.path, arguments: arguments,
            environment: ["HOME": home.path, "TERM": kind].merging(environment) { $1 }, isSession: true
        ) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
        }
    }

    /// One that has shown its first prompt.
    static func started(
        home: Scratch, kind: String = "dumb", columns: Int = 0, rows: Int = 0,
        environment: [String: String] = [:], arguments: [String] = []
    ) throws -> TerminalSession {
        let session = try TerminalSession(
            home: home, kind: kind, columns: columns, rows: rows, environment: environment,
            arguments: arguments)
        try session.shown(upTo: prompt)
        return session
    }

    /// Gives up the line that was begun and quits, and the terminal is as it was found.
    func leave() {
        type("\u{15}quit\r")
        #expect(ended().status == 0)
        #expect(isAsShellsExpect)
    }

    /// A test that failed leaves no program behind.
    deinit {
        guard isRunning else { return }
        kill(process.process, SIGKILL)
        _ = process.wait()
    }

    func type(_ keys: String) { channel.send(keys) }

    /// Types a line, and gives what is shown up to the next prompt.
    func ask(_ line: String) throws -> String {
        type(line + "\r")
        return try shown(upTo: TerminalSession.prompt)
    }

    @discardableResult
    func shown(upTo text: String) throws -> String { try channel.receive(upTo: text) }

    /// As when somebody drags the window's edge: the program is told by a signal.
    func resize(columns: Int, rows: Int) { TerminalSession.resize(terminal, columns: columns, rows: rows) }

    private static func resize(_ terminal: Int32, columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }

    func send(signal: Int32) { kill(process.process, signal) }

    /// Waits for the program to leave.
    func ended() -> (status: Int32, shown: String) {
        let rest = channel.receiveRest()
        isRunning = false
        return (process.wait(), rest)
    }

    /// Whether keys are shown and lines are edited by the terminal, as a shell expects.
    var isAsShellsExpect: Bool {
        var settings = termios()
        guard tcgetattr(terminal, &settings) == 0 else { return false }
        let wanted = tcflag_t(ICANON | ECHO | ISIG)
        return settings.c_lflag & wanted == wanted
    }
}
