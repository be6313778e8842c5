import Glibc

/// One run of a program, to its end.
struct Run {
    let seconds: Double
    /// The most memory that it had at once; nought unless it was watched.
    private(set) var megabytes = 0.0
    let status: Int32

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(
        _ words: [String], environment: [String], input: String? = nil, output: String = "/dev/null",
        isWatched: Bool = false
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = words.map { strdup($0) }
        let settings = environment.map { strdup($0) }
        defer { for text in arguments + settings { free(text) } }
        var process: pid_t = 0
        let start = Clock.now
        let error = posix_spawn(&process, words[0], &actions, nil, arguments + [nil], settings + [nil])
        guard error == 0 else {
            throw Failure(description: "\(words[0]): \(String(cString: strerror(error)))")
        }
        var status: Int32 = 0
        // What the system says at the end counts the memory of this program too, which started it. What it says on
        // the way only ever grows, so the last time it was looked at counts.
        while isWatched, waitpid(process, &status, WNOHANG) == 0 {
            megabytes = Machine.peakMegabytes(of: process) ?? megabytes
            usleep(100)
        }
        while !isWatched, waitpid(process, &status, 0) < 0, errno == EINTR {}
        seconds = Clock.now - start
        self.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        // 1 is for a question without an answer.
        guard self.status == 0 || self.status == 1 else {
            throw Failure(description: "\(words.joined(separator: " ")) ended with status \(self.status)")
        }
    }
}

enum Clock {
    /// Seconds since some moment.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension [Double] {
    /// The value that a share of the others lie below; the middle one by default.
    func quantile(_ share: Double = 0.5) -> Double {
        guard !isEmpty else { return .nan }
        return sorted()[Swift.min(count - 1, Int(Double(count) * share))]
    }
}
