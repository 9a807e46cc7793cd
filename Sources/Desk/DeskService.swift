import DeskProtocol
import Foundation
import Glibc
import Intake
import LinuxSystem
import Logging
import NewsModel
import ReaderHost
import Synchronization
import Systemd

/// The desk as a service: it holds the lock and the control socket for as long as the program runs, and puts another desk in the
/// place of the one at work when the configuration is read again.
///
/// A reload ends in order what the desk has in hand (seconds at most), and goes on with the new settings; files that come meanwhile
/// stay in their inboxes, and requests on the control socket wait. Every setting but `state` can change that way.
///
/// `@unchecked Sendable`: `desk`, `parts` and the rest of `State` are touched with the mutex locked; `control` is set once by `start`.
public final class DeskService: @unchecked Sendable {
    /// What a reload works by.
    public struct Settings: Sendable {
        /// The configuration.
        public var configuration: DeskConfiguration
        /// The logger, at the level of the configuration.
        public var logger: Logger

        /// Settings of a desk.
        public init(configuration: DeskConfiguration, logger: Logger) {
            self.configuration = configuration
            self.logger = logger
        }
    }

    /// Reads the configuration again.
    public typealias ReadSettings = @Sendable () throws -> Settings

    private struct State {
        var desk: Desk?
        var parts: Desk.Parts
        var tallies = Desk.Result()
        var whenIdle: (@Sendable () -> Void)?
        var isStopped = false
    }

    private let lock: StateLock
    private let state: Mutex<State>
    private let readSettings: ReadSettings
    private let whenBroken: @Sendable (String) -> Void
    private var control: ControlServer?

    /// Opens the state and recovers what a crash left; nothing is read yet.
    ///
    /// - Parameters:
    ///   - parts: what the desk is made of.
    ///   - readSettings: reads the configuration again, for a reload.
    ///   - whenBroken: called when after a reload neither the new nor the old configuration brings a desk to work; the program
    ///     should end.
    /// - Throws: `StateLock.Failure`, `ArchiveError`, `SystemError`.
    public init(
        _ parts: Desk.Parts, readSettings: @escaping ReadSettings, whenBroken: @escaping @Sendable (String) -> Void
    ) throws {
        var parts = parts
        try FileCalls.makeFolder(parts.configuration.state, mode: 0o750)
        lock = try StateLock(state: parts.configuration.state)
        parts.lock = lock
        self.readSettings = readSettings
        self.whenBroken = whenBroken
        state = Mutex(State(desk: try Desk(parts), parts: parts))
    }

    /// Watches the inboxes and begins to work; `ready` is called when every inbox that is there is watched.
    ///
    /// - Throws: `SystemError` when the control socket cannot be made.
    public func start(ready: @escaping @Sendable () -> Void) throws {
        let (desk, parts) = state.withLock { ($0.desk, $0.parts) }
        guard let desk else { return }
        let socketPath = try ControlSocketPath.choose(state: parts.configuration.state)
        control = try ControlServer(path: socketPath) { [weak self] request, descriptor, caller in
            self?.answer(request, descriptor, caller) ?? .stopping
        }
        let endedBadly = StateLock.holder(state: parts.configuration.state) != nil
        lock.note(StateLock.Holder(process: getpid(), controlSocket: socketPath))
        let lanes = desk.lanes.count
        try desk.start(
            announce: {
                parts.logger.report(
                    .started, "Wiredesk \(parts.version) is ready",
                    metadata: ["state": "\(parts.configuration.state)", "lanes": "\(lanes)"])
            }, ready: ready)
        if endedBadly { desk.checkDatabase() }
    }

    /// The headline of the article that was stored last, or nil.
    public var lastHeadline: String? { state.withLock(\.desk)?.lastHeadline }

    /// Calls `action` once, when the inboxes hold nothing but ignored and waiting files, or when the archive cannot be written.
    public func whenIdle(_ action: @escaping @Sendable () -> Void) {
        let once = OnceOnly(action)
        let desk = state.withLock { state in
            state.whenIdle = { once.call() }
            return state.desk
        }
        desk?.whenIdle { once.call() }
    }

    /// Ends in order: takes nothing more, lets the lanes end their files for a bounded time, writes what was read.
    public func stop() -> Desk.Result {
        control?.stop()
        return state.withLock { state in
            state.isStopped = true
            guard let desk = state.desk else { return state.tallies }
            state.parts.logger.report(.stopping, "Wiredesk is stopping")
            state.parts.notifier.stopping(status: "finishing the files at hand")
            state.desk = nil
            defer { lock.release() }
            return state.tallies.adding(desk.stop())
        }
    }

    // MARK: Requests

    private func answer(
        _ request: ControlRequest, _ descriptor: Descriptor?, _ caller: ControlCaller
    ) -> ControlReply {
        if request == .reload { return reload() }
        // While a reload is under way this waits for it.
        guard let desk = state.withLock(\.desk) else { return .stopping }
        return desk.answer(request, descriptor, for: caller)
    }

    /// Reads the configuration again and returns when it is in force, or when it was refused.
    func reload() -> ControlReply {
        let settings: Settings
        do {
            settings = try readSettings()
        } catch let error as ConfigurationError {
            return refuse(error.problems.map(\.description))
        } catch {
            return refuse(["\(error)"])
        }
        return state.withLock { state in
            guard !state.isStopped, let desk = state.desk else { return .stopping }
            let old = state.parts.configuration
            guard settings.configuration.state == old.state else {
                return refuse(
                    [
                        "`state` cannot change from \(old.state) to \(settings.configuration.state) while the service runs; restart it"
                    ],
                    on: desk)
            }
            desk.setConfigurationProblem(nil)
            guard settings.configuration != old else { return .reloaded(isChanged: false) }
            var parts = state.parts
            parts.configuration = settings.configuration
            parts.logger = settings.logger
            return exchange(desk, parts, &state)
        }
    }

    /// Puts a desk of other parts in the place of one.
    private func exchange(_ desk: Desk, _ parts: Desk.Parts, _ state: inout State) -> ControlReply {
        let old = state.parts
        state.desk = nil
        state.tallies = state.tallies.adding(desk.stop())
        do {
            try open(parts, &state)
            return .reloaded(isChanged: true)
        } catch {
            let reason = "the new configuration could not be put into force: \(error)"
            do {
                try open(old, &state)
                return refuse([reason], on: state.desk)
            } catch {
                old.logger.critical("The desk cannot go on after a reload: \(error)")
                state.isStopped = true
                whenBroken("\(error)")
                return .failed(.failed, reason)
            }
        }
    }

    private func open(_ parts: Desk.Parts, _ state: inout State) throws {
        let desk = try Desk(parts)
        let isReady = DispatchSemaphore(value: 0)
        try desk.start(
            announce: {
                parts.logger.report(
                    .reloaded, "A new configuration is in force", metadata: ["inboxes": "\(desk.inboxes.count)"])
            }, ready: { isReady.signal() })
        isReady.wait()
        state.parts = parts
        state.desk = desk
        if let action = state.whenIdle { desk.whenIdle(action) }
    }

    private func refuse(_ problems: [String]) -> ControlReply {
        refuse(problems, on: state.withLock(\.desk))
    }

    private func refuse(_ problems: [String], on desk: Desk?) -> ControlReply {
        desk?.setConfigurationProblem(problems)
        return .failed(
            ControlFailure(
                .refused, "the new configuration was refused; the old one stays in force", problems: problems))
    }
}

extension Desk {
    /// A configuration was refused for these reasons, or, with nil, the one on disk is in force again.
    func setConfigurationProblem(_ reasons: [String]?) {
        if let reasons, let first = reasons.first {
            let more = reasons.count > 1 ? " (and \(reasons.count - 1) more)" : ""
            for reason in reasons { journal.logger.report(.configurationRefused, "\(reason)") }
            problems.set(
                .configuration,
                "the new configuration was refused, the old one is in force: \(first)\(more); mend it and reload")
        } else {
            problems.set(.configuration, nil)
        }
        events.changed()
    }
}

extension Desk.Result {
    /// The results of two desks, one after the other: counts add up, what is left is what the later one left.
    fileprivate func adding(_ later: Self) -> Self {
        Self(
            rejected: rejected + later.rejected, waiting: later.waiting,
            isEverythingWritten: isEverythingWritten && later.isEverythingWritten)
    }
}

extension ControlReply {
    fileprivate static var stopping: ControlReply { .failed(.temporary, "the desk is stopping") }
}
