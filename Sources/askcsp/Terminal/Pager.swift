import Glibc

/// Shows what is too long for the window, a page at a time.
enum Pager: Equatable {
    case off
    case command(String)

    var command: String? {
        switch self {
        case .off: nil
        case .command(let command): command
        }
    }

    /// What `PAGER` names; `less` leaves at once what fits, keeps colours, and leaves the text on the screen.
    static var standard: Pager {
        if Environment.value("TERM") ?? "dumb" == "dumb" { return .off }
        let command = Environment.value("PAGER") ?? "less -FIRX"
        return command == "cat" ? .off : .command(command)
    }

    /// Writes the text, through the pager if it does not fit. A pager that cannot be started is done without.
    func show(_ text: String, on screen: Screen?, to output: Output) throws {
        guard case .command(let command) = self, let screen, !fits(text, screen), page(text, by: command)
        else {
            return try output.write(text)
        }
    }

    /// With a row left for the prompt.
    private func fits(_ text: String, _ screen: Screen) -> Bool {
        guard let rows = screen.rows else { return true }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let needed = lines.reduce(0) { $0 + max(1, ($1.displayWidth + screen.width - 1) / screen.width) }
        return needed < rows
    }

    /// False when the shell could not find the pager.
    private func page(_ text: String, by command: String) -> Bool {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return false }
        // A pager that is killed leaves the terminal as it had made it.
        let settings = TerminalSettings.current
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        let process = start(command, reading: ends[0])
        close(ends[0])
        // Whoever leaves the pager early has seen enough.
        if process != nil { try? Output(descriptor: ends[1], name: command).write(text) }
        close(ends[1])
        guard let process else { return false }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        settings.restore()
        return status & 0x7F != 0 || (status >> 8) & 0xFF != Pager.notFound
    }

    /// What a shell ends with when there is no such command.
    private static let notFound: Int32 = 127

    private func start(_ command: String, reading descriptor: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
        posix_spawn_file_actions_addclose(&actions, descriptor)
        // This program ignores a closed pipe and lets signals wait; what it starts should not.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let arguments: [String] = ["/bin/sh", "-c", command]
        let words = arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        return posix_spawn(&process, "/bin/sh", &actions, &attributes, words + [nil], environ) == 0
            ? process : nil
    }
}
