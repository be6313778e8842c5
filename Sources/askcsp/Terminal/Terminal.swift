import Glibc

enum Terminal {
    static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether somebody sits at both ends.
    static var isConversation: Bool { isatty(STDIN_FILENO) == 1 && isOutput }
}
