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
        if inotify == nil, settings.watch == .auto { openInotify() }
        // Directories that could not be watched are tried again by the scan; the root is by nobody else.
        if !watched.contains([]) {
            watch(root, at: [])
        } else if let name = root.silentFileSystem {
            mustPoll([], .fileSystem(name))
        }
    }

    /// A whole scan has ended.
    func settlePolling() {
        let wasPolled = polling != nil
        polling = pollingInPass
        guard polling != nil else {
            nextPoll = nil
            if wasPolled, isPollingReported {
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
