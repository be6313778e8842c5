import Glibc

enum Terminal {
    static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether somebody sits at both ends.
    static var isConversation: Bool { isatty(STDIN_FILENO) == 1 && isOutput }
}

/// How a terminal treats what is typed: whether it shows it, and waits for whole lines.
struct TerminalSettings {
    private var settings = termios()
    private let isKnown: Bool

    private init() { isKnown = tcgetattr(STDOUT_FILENO, &settings) == 0 }

    static var current: TerminalSettings { TerminalSettings() }

    func restore() {
        guard isKnown else { return }
        var settings = settings
        tcsetattr(STDOUT_FILENO, TCSADRAIN, &settings)
    }
}
