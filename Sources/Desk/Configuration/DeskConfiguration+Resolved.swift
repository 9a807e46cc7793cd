import Archive
import Foundation
import Intake
import LinuxSystem
import ReaderHost

/// The configuration in the terms of the rooms that do the work.
extension DeskConfiguration {
    /// The inboxes with everything that is general filled in.
    public var inboxSettings: [InboxSettings] {
        inboxes.map { inbox in
            InboxSettings(
                path: inbox.path, take: inbox.take, settleMilliseconds: Int(settle(of: inbox).wholeMilliseconds),
                settleUnseenMilliseconds: Int(settleUnseen(of: inbox).wholeMilliseconds),
                openPatienceMilliseconds: Int(openPatience.wholeMilliseconds),
                collectionPrefix: inbox.collection, outlet: inbox.outlet, language: inbox.language,
                watch: inbox.watch, pollMilliseconds: Int(poll.wholeMilliseconds))
        }
    }

    /// What in an inbox is no delivery; the archive's folders are those that stand at the time of asking.
    public var ignoreRules: IgnoreRules {
        let folders = StateFolder(state)
        return IgnoreRules(
            patterns: ignore.effectivePatterns,
            archiveFolders: [folders.path, folders.originals, folders.work, folders.analysis].compactMap { path in
                try? Descriptor.directory(path: path).status()
            })
    }

    /// What a reader may use.
    public var readerLimits: ReaderLimits {
        ReaderLimits(
            memoryBytes: UInt64(max(0, reader.memory)), timeoutMilliseconds: Int(reader.timeout.wholeMilliseconds),
            filesPerProcess: reader.filesPerProcess, findsNames: reader.names)
    }

    /// How many files are read at the same time.
    public var laneCount: Int { max(1, lanes ?? ProcessInfo.processInfo.activeProcessorCount) }

    /// Seconds between two periodic scans, at least one.
    public var rescanSeconds: Int { max(1, Int(rescan.wholeMilliseconds / 1000)) }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
