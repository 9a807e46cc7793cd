import Foundation
import Testing

/// A daemon that is running for a test, on a state of its own.
final class RunningDesk {
    let state: URL
    var inbox: URL { state.appendingPathComponent("inbox") }
    private(set) var process: Process
    private let ended = DispatchSemaphore(value: 0)
    private let log: URL

    /// Starts a daemon and waits until it says that it is ready; through the program of `wrapper`, where one is given, which
    /// replaces itself by the daemon. A configuration file names the state itself.
    init(
        state: URL, arguments: [String] = [], configuration: String? = nil, wrapper: [String] = [],
        program: String = Program.path.path
    ) throws {
        self.state = state
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        log = state.deletingLastPathComponent().appendingPathComponent("log-\(UUID().uuidString)")
        try Data().write(to: log)
        process = Process()
        let place = configuration.map { ["--config", $0] } ?? ["--state", state.path]
        let command = wrapper + [program, "run"] + place + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
        let log = self.log
        let isReady = Wait.until {
            (try? String(contentsOf: log, encoding: .utf8))?.contains("is ready") ?? false
        }
        if !isReady { Issue.record("the daemon did not get ready: \(logText)") }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var identifier: Int32 { process.processIdentifier }

    var logText: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// The processes that the daemon has started.
    var children: [Int32] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(identifier)/task")) ?? []
        return tasks.flatMap { task in
            ((try? String(contentsOfFile: "/proc/\(identifier)/task/\(task)/children", encoding: .utf8)) ?? "")
                .split(separator: " ").compactMap { Int32($0) }
        }
    }

    /// Ends the daemon with a signal and waits for its end; the exit status, or minus the signal.
    @discardableResult
    func end(_ signal: Int32 = SIGTERM, seconds: Double = 30) -> Int32 {
        kill(process.processIdentifier, signal)
        if ended.wait(timeout: .now() + seconds) == .timedOut {
            Issue.record("the daemon did not end in \(seconds) s: \(logText.suffix(2000))")
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
        return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    }
}

/// Waiting for something that another process does.
enum Wait {
    /// How long something may take that must happen: a wait ends when it does, and a busy machine takes its time.
    static let patience = 60.0

    /// Looks again and again, at short distance, until a condition holds; false when the time runs out before.
    static func until(seconds: Double = patience, _ condition: () -> Bool) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            if condition() { return true }
            // A pause between two looks at another process, not a wait for something to have happened.
            usleep(5_000)
        }
        return condition()
    }
}
