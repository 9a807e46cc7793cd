import Foundation
import Glibc
import LinuxSystem
import Presentation
import Synchronization

/// The program in which people leaf through long text (`$PAGER`, else less), started as git starts it: with `LESS=FRX` unless they have
/// set it, so that what fits on the screen is printed and no more.
///
/// Only where the standard output is a terminal. An empty `PAGER` and `cat` mean none.
enum Pager {
    private struct State {
        var process: pid_t = 0
        var hasBeenTried = false
        /// What is to be said when the pager has given the terminal back.
        var complaints: [String] = []
    }

    private static let state = Mutex(State())

    /// Whether results go through it.
    static var isRunning: Bool { state.withLock { $0.process > 0 } }

    /// Starts it, once; nothing happens where there is no terminal or no pager.
    static func start() {
        let isFirst = state.withLock { state in
            defer { state.hasBeenTried = true }
            return !state.hasBeenTried
        }
        guard isFirst, isatty(STDOUT_FILENO) == 1, let command else { return }
        // They ask the terminal, which is out of sight afterwards.
        _ = (TerminalText.hasColours, TerminalText.width)
        guard let process = spawn(command) else { return }
        state.withLock { $0.process = process }
        // An interrupt is for the pager, which goes on; when it ends, writing does.
        signal(SIGINT, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        atexit { Pager.end() }
    }

    /// Keeps a complaint until the pager has ended; false where none runs.
    static func keep(_ complaint: String) -> Bool {
        state.withLock { state in
            guard state.process > 0 else { return false }
            state.complaints.append(complaint)
            return true
        }
    }

    /// Ends the text and waits until it was read.
    private static func end() {
        let (process, complaints) = state.withLock { state in
            defer { state = State(hasBeenTried: true) }
            return (state.process, state.complaints)
        }
        guard process > 0 else { return }
        close(STDOUT_FILENO)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        for complaint in complaints { StandardError.line(complaint) }
    }

    private static var command: String? {
        if let typed = getenv("PAGER").map({ String(cString: $0) }) {
            return typed.allSatisfy(\.isWhitespace) || typed == "cat" ? nil : typed
        }
        // less complains of a terminal on which it cannot move.
        guard let terminal = getenv("TERM").map({ String(cString: $0) }), terminal != "dumb" else { return nil }
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/less", X_OK) == 0 } ? "less" : nil
    }

    /// Starts a command with the standard output of this program as its input.
    private static func spawn(_ command: String) -> pid_t? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
        var process: pid_t = 0
        let words = ["/bin/sh", "-c", command]
        let settings = ["LESS": "FRX", "LV": "-c"].merging(ProcessInfo.processInfo.environment) { $1 }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup("\($0)=\($1)") } + [nil]
        // Foundation's Process would put it into a group of its own, which may not read from the terminal.
        defer { for text in arguments + environment { free(text) } }
        let code = posix_spawn(&process, words[0], &actions, nil, &arguments, &environment)
        close(ends[0])
        defer { close(ends[1]) }
        guard code == 0, dup2(ends[1], STDOUT_FILENO) >= 0 else { return nil }
        return process
    }
}
