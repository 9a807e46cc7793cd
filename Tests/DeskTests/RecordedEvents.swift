import Archive
import ArticleQuery
import Foundation
import Intake
import LinuxSystem
import NewsModel
import Synchronization

@testable import Desk

/// Takes the events of a part under test, each as a word or two.
final class RecordedEvents: DeskEvents {
    private let lines = Mutex<[String]>([])

    /// What was told, in order.
    var told: [String] { lines.withLock { $0 } }

    private func tell(_ line: String) { lines.withLock { $0.append(line) } }

    func intake(_ event: IntakeEvent) { tell("intake") }

    func lane(_ event: LaneEvent) {
        switch event {
        case .waiting(_, let reason): tell("waiting: \(reason)")
        case .vanished: tell("vanished")
        case .changed: tell("changed")
        case .notAFile(_, let kind): tell("no file: \(kind)")
        case .readerReplaced: tell("reader replaced")
        case .weakConfinement: tell("weak confinement")
        case .fault(let reason): tell("fault: \(reason)")
        case .worked: tell("worked")
        case .originalHealed(_, let file, _): tell("healed by \(file.display)")
        case .leftCapture(let lane): tell("lane \(lane) left its capture")
        }
    }

    func concluded(_ files: [(file: InboxFile, disposition: Disposition)]) {
        for (file, disposition) in files {
            switch disposition {
            case .done: tell("\(file.path.display) is done")
            case .again: tell("\(file.path.display) again")
            case .openForWriting: tell("\(file.path.display) is open")
            case .waiting: tell("\(file.path.display) waits")
            case .unfit: tell("\(file.path.display) is unfit")
            case .delayed(_, let seconds): tell("\(file.path.display) waits \(seconds) s")
            case .takesLong: tell("\(file.path.display) takes long")
            case .vanished: tell("\(file.path.display) is gone")
            }
        }
    }

    func committed(_ delivery: CommittedDelivery) { tell("committed \(delivery.outcome.map(\.rawValue) ?? "a part")") }
    func commitFailed(_ error: ArchiveError, times: Int) { tell("commit failed \(times)") }
    func commitsWorkAgain() { tell("commits work again") }
    func namesWereRemoved() { tell("names were removed") }
    func nameStays(_ handed: HandedFile, _ error: SystemError) { tell("\(handed.file.path.display) stays") }
    func nameIsGone(_ handed: HandedFile) { tell("\(handed.file.path.display) is gone") }
    func standsAside(_ file: StandingAside, inbox: Int) { tell("\(file.path.display) stands aside") }
    func removalFailed(_ error: ArchiveError) { tell("removal failed") }
    func alert(_ alert: Alert, found articles: [ArticleID]) { tell("alert \(alert.name)") }
    func analysis(_ error: ArchiveError?) { tell("analysis") }
}

/// A clock that a test sets.
final class SetClock: Clock {
    private let time = Mutex<UInt64>(1_000_000_000_000)

    var monotonicNanoseconds: UInt64 { time.withLock { $0 } }
    var wallMilliseconds: Int64 { 0 }

    func advance(seconds: UInt64) { time.withLock { $0 += seconds * 1_000_000_000 } }
}

/// A folder of a test that is gone with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)").path
        try FileCalls.makeFolder(path, mode: 0o700)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
