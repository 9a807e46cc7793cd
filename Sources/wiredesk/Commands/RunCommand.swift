import ArgumentParser
import Desk
import Dispatch
import Foundation
import LinuxSystem
import Logging
import Presentation
import ReaderHost
import Synchronization
import Systemd

/// `wiredesk run`: the daemon.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch the inboxes and file what comes.",
        discussion: """
            Runs in the foreground until SIGTERM or SIGINT (Ctrl-C); then it finishes the files at hand and exits \
            with 0. Under systemd it reports readiness, status and the watchdog.

            EXAMPLES
              wiredesk run                       as /etc/wiredesk/wiredesk.yaml says
              wiredesk run --state ./var         everything under ./var, also the inbox
              wiredesk run --state ./var --once  file what is there, then end
            """)

    @OptionGroup var state: StateOptions

    @Option(
        name: .long,
        help: ArgumentHelp("An inbox, in place of the configured ones; may be repeated.", valueName: "dir"),
        completion: .directory)
    var inbox: [String] = []

    @Flag(
        name: .long,
        help:
            "End when the inbox holds only ignored or waiting files: 0 all stored or duplicate, 1 some rejected, 75 some wait."
    )
    var once = false

    func run() throws {
        try Failure.guarding {
            let destination = LogDestination.choose(.current(environment: ProcessInfo.processInfo.environment))
            let configuration = try read(destination)
            // Each logger has the level of the moment when it is made: a reload makes a new one.
            let level = LogLevel(configuration.logLevel)
            LoggingSystem.bootstrap { _ in destination.handler(identifier: "wiredesk", level: level.current) }
            guard let program = ReaderProgram.find() else {
                throw Failure.message(
                    "the program \(ReaderProgram.name) is not beside wiredesk; install it there", .inputOutput)
            }
            for shared in inbox.isEmpty ? state.sharedInboxes(configuration) : [] {
                Logger(label: "wiredesk").warning("\(shared.detail); \(shared.remedy)")
            }
            let terminal = destination.terminal
            let end = DispatchSemaphore(value: 0)
            let isBroken = Atomic(false)
            let service = try DeskService(
                Desk.Parts(
                    configuration: configuration, readerProgram: program, logger: Logger(label: "wiredesk"),
                    version: Wiredesk.version, showStatus: { terminal?.setLiveLine($0) }),
                readSettings: { [state, inbox] in
                    let configuration = try state.resolve(inboxes: inbox)
                    level.current = configuration.logLevel
                    return DeskService.Settings(configuration: configuration, logger: Logger(label: "wiredesk"))
                },
                whenBroken: { _ in
                    isBroken.store(true, ordering: .releasing)
                    end.signal()
                })
            let result = try serve(service, terminal, until: end)
            if isBroken.load(ordering: .acquiring) { throw ExitCode(ExitStatus.inputOutput.rawValue) }
            terminal?.setLiveLine(nil)
            if once, let status = Self.status(of: result) { throw ExitCode(status.rawValue) }
        }
    }

    /// The configuration; what is wrong with it goes to the journal too.
    private func read(_ destination: LogDestination) throws -> DeskConfiguration {
        do {
            return try state.resolve(inboxes: inbox)
        } catch let error as ConfigurationError {
            var logger = Logger(label: "wiredesk") { _ in destination.handler(identifier: "wiredesk", level: .info) }
            logger.logLevel = .info
            // The journal has standard error too: one message there is enough.
            guard case .journal = destination else { throw error }
            for problem in error.problems { logger.report(.configurationRefused, "\(problem)") }
            throw ExitCode(ExitStatus.configuration.rawValue)
        }
    }

    /// Works until a signal comes, or until everything is done with `--once`.
    private func serve(_ desk: DeskService, _ terminal: Terminal?, until end: DispatchSemaphore) throws -> Desk.Result {
        // Nothing is asked by them; as they come they would end the desk.
        for number in [SIGUSR1, SIGUSR2] { signal(number, SIG_IGN) }
        let signals = EndSignals { end.signal() }
        let isOnce = once
        let hint = self.hint
        try desk.start {
            if isOnce {
                desk.whenIdle { end.signal() }
            } else if let terminal {
                // When what lay there is filed, so that it stands beneath.
                desk.whenIdle { for line in hint(desk.lastHeadline) { terminal.print(line) } }
            }
        }
        end.wait()
        let result = desk.stop()
        signals.cancel()
        return result
    }

    /// Three commands to try, as they have to be typed here; the word to search for is one that will be found.
    private func hint(_ lastHeadline: String?) -> [String] {
        let program = CommandLine.arguments.first.flatMap { $0.contains("/") ? $0 : nil } ?? "wiredesk"
        let option = state.state.map { " --state \($0)" } ?? ""
        let word = lastHeadline?.split { !$0.isLetter }.max { $0.count < $1.count } ?? "news"
        return [
            "", "The desk is running. In another terminal try", "  \(program) search\(option) \(word)",
            "  \(program) deliveries\(option)", "  \(program) status\(option)", "",
        ]
    }

    /// The level that is in force.
    private final class LogLevel: Sendable {
        private let level: Mutex<Logger.Level>

        init(_ level: Logger.Level) { self.level = Mutex(level) }

        var current: Logger.Level {
            get { level.withLock { $0 } }
            set { level.withLock { $0 = newValue } }
        }
    }

    private static func status(of result: Desk.Result) -> ExitStatus? {
        if result.waiting > 0 || !result.isEverythingWritten { return .waiting }
        return result.rejected > 0 ? .negative : nil
    }
}
