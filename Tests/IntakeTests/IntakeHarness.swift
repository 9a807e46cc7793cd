import Dispatch
import Foundation
import LinuxSystem
import NewsModel
import Synchronization
import Testing

@testable import Intake

/// An intake on a folder of its own, with a ledger and a lane that takes whatever comes.
final class IntakeHarness: Sendable {
    /// What was handed out and reported so far.
    struct Seen {
        var files: [InboxFile] = []
        var events: [IntakeEvent] = []
        var ledger: Set<InboxFile> = []
    }

    let folder: URL
    var inbox: URL { folder.appendingPathComponent("inbox") }
    let intake: Intake
    private let seen: SharedSeen

    private final class SharedSeen: Sendable {
        let value = Mutex(Seen())
        let changed = DispatchSemaphore(value: 0)
    }

    /// - Parameters:
    ///   - archiveFolder: a folder of the archive, relative to the harness's own.
    ///   - prepare: what stands in the inbox before anybody watches.
    init(
        take: InboxSettings.Take = .leave, watch: InboxSettings.Watch = .auto, settle: Int = 50,
        unseen: Int? = nil, patience: Int = 600_000, rescanSeconds: Int = 300, clock: any Clock = SystemClock(),
        fileSystem: any InboxFileSystem = SystemInboxes(), archiveFolder: String? = nil,
        prepare: (URL) throws -> Void = { _ in }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("intake-test-\(UUID().uuidString)")
        let inbox = folder.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try prepare(inbox)
        let place = folder.path
        let archiveFolders = try archiveFolder.map { [try Descriptor.directory(path: place + "/" + $0).status()] } ?? []
        let seen = SharedSeen()
        self.seen = seen
        intake = Intake(
            inboxes: [
                InboxSettings(
                    path: inbox.path, take: take, settleMilliseconds: settle,
                    settleUnseenMilliseconds: unseen ?? settle, openPatienceMilliseconds: patience, watch: watch,
                    pollMilliseconds: 50)
            ],
            rules: IgnoreRules(archiveFolders: archiveFolders), rescanSeconds: rescanSeconds,
            seams: Intake.Seams(
                isDurable: { file in seen.value.withLock { $0.ledger.contains(file) } },
                report: { event in
                    seen.value.withLock { $0.events.append(event) }
                    seen.changed.signal()
                }, clock: clock, fileSystem: fileSystem))
    }

    deinit {
        let stopped = DispatchSemaphore(value: 0)
        intake.stop { stopped.signal() }
        stopped.wait()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Begins to watch, and to take files.
    func start() {
        watch()
        Self.pull(intake, seen)
    }

    /// Begins to watch only.
    func watch() {
        let ready = DispatchSemaphore(value: 0)
        intake.start { ready.signal() }
        ready.wait()
    }

    private static func pull(_ intake: Intake, _ seen: SharedSeen) {
        intake.next { [weak intake] handed in
            seen.value.withLock {
                $0.files.append(handed.file)
                $0.ledger.insert(handed.file)
            }
            seen.changed.signal()
            guard let intake else { return }
            intake.finish(handed.file, .done)
            pull(intake, seen)
        }
    }

    var files: [InboxFile] { seen.value.withLock { $0.files } }
    var events: [IntakeEvent] { seen.value.withLock { $0.events } }
    var paths: [String] { files.map { String(decoding: $0.path.bytes, as: UTF8.self) } }

    /// Why things could not be looked at, in the order in which it was told.
    var unreadableReasons: [String] {
        events.compactMap { if case .unreadable(_, _, let reason) = $0 { reason } else { nil } }
    }

    /// Waits until so many files were handed out, and then until the intake says that it is idle.
    func settled(files count: Int, seconds: Double = 30) -> Bool {
        let end = DispatchTime.now() + seconds
        while files.count < count {
            if seen.changed.wait(timeout: end) == .timedOut { return tells("\(files.count) of \(count) files came") }
        }
        let idle = DispatchSemaphore(value: 0)
        intake.whenIdle { idle.signal() }
        return idle.wait(timeout: end) == .success || tells("it is not idle")
    }

    /// Tells how things stand, for a test that fails; always false.
    private func tells(_ trouble: String) -> Bool {
        Issue.record("\(trouble): \(paths), \(intake.status()), \(events)")
        return false
    }

    /// Waits until a whole scan has found so many files that wait for their quiet period, and everything that was to follow at once
    /// has been done.
    func waitsToSettle(_ count: Int, seconds: Double = 30) -> Bool {
        let end = DispatchTime.now() + seconds
        var inARow = 0
        // The queue of the inbox and that of the intake hand files to each other: what holds once may be a moment between.
        while inARow < 5 {
            guard DispatchTime.now() < end else { return false }
            let done = DispatchSemaphore(value: 0)
            intake.ping { done.signal() }
            guard done.wait(timeout: end) == .success else { return false }
            let status = intake.status()
            inARow = status.known == count && status.inFlight == 0 && !status.isScanning ? inARow + 1 : 0
        }
        return true
    }

    /// Waits until so many files were taken.
    func taken(_ count: Int, seconds: Double = 30) -> Bool {
        let end = DispatchTime.now() + seconds
        while files.count < count { guard DispatchTime.now() < end else { return false } }
        return true
    }

    /// Waits until an event was reported.
    func reports(_ isWanted: (IntakeEvent) -> Bool, seconds: Double = 60) -> Bool {
        let end = DispatchTime.now() + seconds
        while !events.contains(where: isWanted) {
            if seen.changed.wait(timeout: end) == .timedOut { return events.contains(where: isWanted) }
        }
        return true
    }

    /// Waits until a file is known to wait for its writer.
    func waits(_ path: String, seconds: Double = 30) -> Bool {
        let end = DispatchTime.now() + seconds
        while !intake.status().waiting.contains(where: { $0.path == FileName(path) }) {
            guard DispatchTime.now() < end else { return false }
        }
        return true
    }

    /// Writes a file into the inbox.
    func write(_ path: String, _ text: String = "text") throws {
        try Data(text.utf8).write(to: inbox.appendingPathComponent(path))
    }
}
