import ArgumentParser
import Desk
import Dispatch
import Foundation
import Logging
import ReaderHost
import Synchronization
import Systemd

/// `wiredesk run`: the daemon.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch the inboxes and file what comes.",
        discussion: """
            Runs in the foreground until SIGTERM or SIGINT (Ctrl-C); then it finishes the files at hand and exits with 0.
            Under systemd it reports readiness, status and the watchdog.

            EXAMPLES
              wiredesk run                        as configured in /etc/wiredesk/wiredesk.yaml
              wiredesk run --state ./var          everything under ./var, the inbox is ./var/inbox
              wiredesk run --state ./var --once   file what is there, then end
            """)

    @OptionGroup var state: StateOptions

    @Option(
        name: .long, help: ArgumentHelp("An inbox, in place of the configured ones; may be repeated.", valueName: "dir")
    )
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
            let level = configuration.logLevel
            LoggingSystem.bootstrap { _ in destination.handler(identifier: "wiredesk", level: level) }
            guard let program = ReaderProgram.find() else {
                throw Failure.message(
                    "the program \(ReaderProgram.name) is not beside wiredesk; install it there", .inputOutput)
            }
            let terminal = destination.terminal
            let desk = try Desk(
                Desk.Parts(
                    configuration: configuration, readerProgram: program, logger: Logger(label: "wiredesk"),
                    version: Wiredesk.version, showStatus: { terminal?.setLiveLine($0) }))
            let result = try serve(desk, hint: terminal == nil ? nil : hint(configuration.state))
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
            if case .journal = destination {
                for problem in error.problems { logger.report(.configurationRefused, "\(problem)") }
            }
            throw error
        }
    }

    /// Works until a signal comes, or until everything is done with `--once`.
    private func serve(_ desk: Desk, hint: String?) throws -> Desk.Result {
        let end = DispatchSemaphore(value: 0)
        // A signal that comes before its source is registered would end the program, or be lost.
        let registered = DispatchGroup()
        let queue = DispatchQueue(label: "wiredesk.signals")
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            registered.enter()
            source.setRegistrationHandler { registered.leave() }
            source.setEventHandler { end.signal() }
            source.activate()
            return source
        }
        registered.wait()
        let isOnce = once
        try desk.start {
            if let hint { StandardError.line(hint) }
            if isOnce { desk.whenIdle { end.signal() } }
        }
        end.wait()
        let result = desk.stop()
        for source in sources { source.cancel() }
        return result
    }

    private func hint(_ state: String) -> String {
        let option = self.state.state.map { " --state \($0)" } ?? ""
        return """

            The desk is open: drop articles into \(state)/inbox. In another terminal try
              wiredesk search\(option) 'alliance'
              wiredesk deliveries\(option)
              wiredesk status\(option)

            """
    }

    private static func status(of result: Desk.Result) -> ExitStatus? {
        if result.waiting > 0 || !result.isEverythingWritten { return .waiting }
        return result.rejected > 0 ? .negative : nil
    }
}
