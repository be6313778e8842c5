import CTestSystem
import Glibc

/// A running program, with no more in its environment than it is given.
struct Spawned {
    let process: pid_t

    struct Failure: Error {
        let reason: String
    }

    /// - Parameter isSession: whether the first terminal it opens becomes its own.
    init(
        program: String, arguments: [String], environment: [String: String], isSession: Bool = false,
        files: (inout posix_spawn_file_actions_t) -> Void
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        files(&actions)

        // The threads that tests run on may hold signals back, which a child would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let session: Int32 = 0x80  // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (isSession ? session : 0)))

        let variables = environment.merging(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) { given, _ in given
        }
        let words = ([program] + arguments).map { strdup($0) }
        let settings = variables.map { strdup("\($0)=\($1)") }
        defer { for text in words + settings { free(text) } }
        var started: pid_t = 0
        var error: Int32
        repeat {
            error = posix_spawn(&started, program, &actions, &attributes, words + [nil], settings + [nil])
            // A program that was copied just now is busy while another test is starting its own.
        } while error == ETXTBSY
        guard error == 0 else { throw Failure(reason: "\(program): \(String(cString: strerror(error)))") }
        process = started
        test_limit(process, 60)
    }

    /// Its exit status; the negative number of the signal that ended it.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}
