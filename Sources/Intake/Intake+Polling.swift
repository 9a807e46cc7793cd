import LinuxSystem
import NewsModel

/// Looking again and again where no events are to be had.
///
/// An inbox is polled as a whole as soon as one directory in it needs it: its scans go through everything anyway, and a
/// directory that is made in an unwatched one is found without further care.
extension Intake {
    /// The pause after a scan of a polled inbox is at least so many times as long as the scan took, so that polling a folder of
    /// many files leaves nine tenths of a processor and of a server to others.
    static let pollPauseFactor: UInt64 = 9

    /// A directory needs to be polled.
    func mustPoll(_ inbox: InboxState, _ path: [UInt8], _ cause: PollingCause) {
        if inbox.pollingInPass == nil { inbox.pollingInPass = cause }
        if inbox.polling == nil { inbox.polling = cause }
        if inbox.nextPoll == nil { inbox.nextPoll = now + pollNanoseconds(inbox) }
        guard !inbox.isPollingReported else { return }
        // One report, not one a directory.
        inbox.isPollingReported = true
        seams.report(.polled(inbox: inbox.index, path: FileName(bytes: path), cause))
    }

    /// Begins a scan when it is time for one.
    func poll(_ inbox: InboxState, now: UInt64) {
        guard let next = inbox.nextPoll, next <= now, inbox.root != nil, inbox.scan == nil else { return }
        inbox.nextPoll = now + pollNanoseconds(inbox)
        // A mount over it is told by no event.
        check(inbox)
        inbox.needsScan = true
    }

    /// A whole scan begins: it finds out anew what can be watched.
    func beginPass(_ inbox: InboxState, _ root: Descriptor) {
        inbox.passBegan = now
        inbox.pollingInPass = nil
        if inotify == nil, inbox.settings.watch == .auto { openInotify() }
        // Directories that could not be watched are tried again by the scan; the root is by nobody else.
        if !inbox.watched.contains([]) {
            watch(root, at: [], in: inbox)
        } else if let name = FileSystemKind.silentName(of: root) {
            mustPoll(inbox, [], .fileSystem(name))
        }
    }

    /// A whole scan has ended.
    func settlePolling(_ inbox: InboxState) {
        let wasPolled = inbox.polling != nil
        inbox.polling = inbox.pollingInPass
        guard inbox.polling != nil else {
            inbox.nextPoll = nil
            if wasPolled, inbox.isPollingReported {
                inbox.isPollingReported = false
                seams.report(.watchedAgain(inbox: inbox.index))
            }
            return
        }
        let now = self.now
        let pause = max(pollNanoseconds(inbox), (now - min(now, inbox.passBegan)) * Self.pollPauseFactor)
        inbox.nextPoll = now + pause
    }

    private func pollNanoseconds(_ inbox: InboxState) -> UInt64 {
        UInt64(max(10, inbox.settings.pollMilliseconds)) * 1_000_000
    }
}
