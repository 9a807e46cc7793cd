import Archive
import ArticleQuery
import CLinux
import DeskProtocol
import Foundation
import LinuxSystem
import NewsModel
import Synchronization

/// Compares all originals with their hashes, and with the rows of the database, on a thread of its own, behind everything else for processor and disk.
public final class OriginalsScrub: Sendable {
    /// Damaged originals that the status names: some of thousands are enough to see what happened, and the rest is a number.
    private static let named = 1000

    private struct Findings {
        var verification = LiveStatus.Verification()
        var damaged: [DamagedOriginal] = []
    }

    private let path: String
    private let cancellation: Cancellation?
    private let retention: RetentionPolicy
    private let isUnderWay: @Sendable (SHA256Digest) -> Bool
    private let present = Mutex<Findings?>(nil)

    /// A comparison of the originals of a state folder; nothing is read yet.
    ///
    /// - Parameters:
    ///   - retention: what is past its term by it is not missed in the database.
    ///   - cancellation: ends it at its next look; nil for never.
    ///   - isUnderWay: whether an original is about to be committed.
    public init(
        state: String, retention: RetentionPolicy, cancellation: Cancellation? = nil,
        isUnderWay: @escaping @Sendable (SHA256Digest) -> Bool = { _ in false }
    ) {
        path = state
        self.retention = retention
        self.cancellation = cancellation
        self.isUnderWay = isUnderWay
    }

    /// How far it is, or came; nil before the first.
    public var state: LiveStatus.Verification? {
        present.withLock { findings in
            guard let findings else { return nil }
            var verification = findings.verification
            verification.damagedCount = findings.damaged.count
            verification.damaged = findings.damaged.prefix(Self.named).map(\.description)
            return verification
        }
    }

    /// All that were found damaged so far and were not healed since.
    public var damaged: [DamagedOriginal] { present.withLock { $0?.damaged ?? [] } }

    /// An original was written again.
    func healed(_ original: SHA256Digest) {
        present.withLock { $0?.damaged.removeAll { $0.sha256 == original } }
    }

    /// Begins unless it is under way.
    ///
    /// - Parameter ended: called on its thread at the end, with what was found.
    /// - Returns: false when it is under way already.
    @discardableResult
    public func start(ended: @escaping @Sendable (LiveStatus.Verification) -> Void) -> Bool {
        let begins = present.withLock { present in
            if let running = present, running.verification.ended == nil { return false }
            present = Findings()
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
            change { $0.verification.total = total }
            _ = try archive.checkOriginals(cancellation: cancellation) { checked in
                change { $0.verification.checked = checked }
            } damaged: { original in
                change { $0.damaged.append(original) }
            }
            let missing = try MissingOriginals(in: archive, retention: retention, isUnderWay: isUnderWay)
            change { $0.verification.unknown = missing.hashes.count }
        } catch {
            change { $0.verification.failure = error.description }
        }
        change { $0.verification.ended = SystemClock().wallMilliseconds }
    }

    private func change(_ body: (inout Findings) -> Void) {
        present.withLock { present in
            guard var findings = present else { return }
            body(&findings)
            present = findings
        }
    }
}
