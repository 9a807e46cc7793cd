import Archive
import ArticleQuery
import CLinux
import DeskProtocol
import Foundation
import LinuxSystem
import NewsModel
import Synchronization

/// Compares all originals with their hashes on a thread of its own, behind everything else for processor and disk.
public final class OriginalsScrub: Sendable {
    /// Damaged originals that are named.
    private static let named = 20

    private let path: String
    private let cancellation: Cancellation?
    private let present = Mutex<LiveStatus.Verification?>(nil)

    /// A comparison of the originals of a state folder; nothing is read yet.
    ///
    /// - Parameter cancellation: ends it at its next look; nil for never.
    public init(state: String, cancellation: Cancellation? = nil) {
        path = state
        self.cancellation = cancellation
    }

    /// How far it is, or came; nil before the first.
    public var state: LiveStatus.Verification? { present.withLock { $0 } }

    /// Begins unless it is under way.
    ///
    /// - Parameter ended: called on its thread at the end, with what was found.
    /// - Returns: false when it is under way already.
    @discardableResult
    public func start(ended: @escaping @Sendable (LiveStatus.Verification) -> Void) -> Bool {
        let begins = present.withLock { present in
            if let running = present, running.ended == nil { return false }
            present = LiveStatus.Verification()
            return true
        }
        guard begins else { return false }
        let thread = Thread { [self] in
            wd_work_idly()
            run()
            if let result = state { ended(result) }
        }
        thread.name = "wiredesk.verify"
        thread.start()
        return true
    }

    private func run() {
        do throws(ArchiveError) {
            let archive = try ArchiveReader.open(state: path)
            let total = Int(try archive.status().counters.originals)
            change { $0.total = total }
            _ = try archive.checkOriginals(cancellation: cancellation) { checked in
                change { $0.checked = checked }
            } damaged: { original in
                change { verification in
                    verification.damagedCount += 1
                    guard verification.damaged.count < Self.named else { return }
                    verification.damaged.append("\(original.error.path): \(original.error.cause)")
                }
            }
        } catch {
            change { $0.failure = error.description }
        }
        change { $0.ended = SystemClock().wallMilliseconds }
    }

    private func change(_ body: (inout LiveStatus.Verification) -> Void) {
        present.withLock { present in
            guard var verification = present else { return }
            body(&verification)
            present = verification
        }
    }
}
