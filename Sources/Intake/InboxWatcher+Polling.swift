import LinuxSystem
import NewsModel

/// Looking again and again where no events are to be had.
///
/// An inbox is polled as a whole as soon as one directory in it needs it: its scans go through everything anyway, and a
/// directory that is made in an unwatched one is found without further care.
extension InboxWatcher {
    /// The pause after a scan of a polled inbox is at least so many times as long as the scan took, so that polling a folder of
    /// many files leaves nine tenths of a processor and of a server to others.
    static let pollPauseFactor: UInt64 = 9

    /// A directory needs to be polled.
    func mustPoll(_ path: [UInt8], _ cause: PollingCause) {
        if pollingInPass == nil { pollingInPass = cause }
        if polling == nil { polling = cause }
        if nextPoll == nil { nextPoll = now + pollNanoseconds() }
        guard !isPollingReported else { return }
        // One report, not one a directory.
        isPollingReported = true
        seams.report(.polled(inbox: index, path: FileName(bytes: path), cause))
    }

    /// Begins a scan when it is time for one.
    func poll(now: UInt64) {
        guard let next = nextPoll, next <= now, root != nil, scan == nil else { return }
        nextPoll = now + pollNanoseconds()
        // A mount over it is told by no event.
        check()
        needsScan = true
    }

    /// A whole scan begins: it finds out again what can be watched.
    func beginPass(_ root: any OpenFolder) {
        passBegan = now
        pollingInPass = nil
        watchesAgainInPass = watchesAgain
        watchesAgain = false
        if inotify == nil, settings.watch == .auto { openInotify() }
        // Directories that could not be watched are tried again by the scan; the root is by nobody else.
        if !watched.contains([]) {
            watch(root, at: [])
        } else if let name = root.silentFileSystem {
            mustPoll([], .fileSystem(name))
        }
        foldersInPass = isOfLimit(polling) ? [] : nil
    }

    /// A whole scan met a folder. Where a limit keeps events away, one that the last scan did not find has come since.
    func metFolder(_ path: [UInt8]) {
        guard foldersInPass != nil else { return }
        if let foldersBefore, !foldersBefore.contains(path) { folderCame(path) }
        foldersInPass?.insert(path)
        // As many as are remembered of those that came; without the others nothing is known.
        if let count = foldersInPass?.count, count > DroppedFolders.limit { foldersInPass = nil }
    }

    /// Whether folders that came with a drop are known and may be removed: of an inbox on another machine it is not known who has to do with
    /// one, and of one that is polled because somebody wants that neither.
    var removesDroppedFolders: Bool { polling == nil || isOfLimit(polling) && root?.silentFileSystem == nil }

    private func isOfLimit(_ cause: PollingCause?) -> Bool { if case .limit = cause { true } else { false } }

    /// A whole scan has ended.
    func settlePolling() {
        polling = pollingInPass
        guard polling != nil else {
            nextPoll = nil
            if isPollingReported {
                isPollingReported = false
                seams.report(.watchedAgain(inbox: index))
            }
            return
        }
        let now = self.now
        let pause = max(pollNanoseconds(), (now - min(now, passBegan)) * Self.pollPauseFactor)
        nextPoll = now + pause
    }

    private func pollNanoseconds() -> UInt64 {
        UInt64(max(10, settings.pollMilliseconds)) * 1_000_000
    }
}
