import LinuxSystem
import NewsModel

/// What stands aside in an inbox: files whose removal was interrupted, and files that are deliveries of their own since their name was
/// taken again.
extension Intake {
    /// Milliseconds after which something aside is none of the removals at work, which last some milliseconds, for a large file
    /// seconds. The desk looks it up in the ledger, so that a wrong guess does no harm.
    static let asideMilliseconds: Int64 = 10_000

    /// Takes a file that stands aside as a delivery of the name under which it was dropped, as soon as it is settled.
    public func take(aside path: FileName, droppedAs name: FileName, inbox index: Int) {
        queue.async { [self] in
            guard let inbox = inboxes[safe: index] else { return }
            inbox.droppedAs[path.bytes] = name
            guard let status = try? inbox.root?.status(of: path.bytes), status.kind == .file else { return }
            consider(path.bytes, status.identity, .movedBack, inbox)
            turn()
        }
    }

    /// A scan met something aside.
    func metAside(_ path: [UInt8], _ inbox: InboxState) {
        guard let root = inbox.root, let status = try? root.status(of: path) else { return }
        switch status.kind {
        case .file:
            if inbox.droppedAs[path] != nil {
                guard isNew(path, status.identity, inbox) else { return }
                return consider(path, status.identity, .movedBack, inbox)
            }
            let file = InboxFile(inbox: inbox.index, path: FileName(bytes: path), identity: status.identity)
            // It was a delivery of its own, and its removal failed.
            if seams.isDurable(file) { return seams.report(.durableName(file)) }
            // The move has set its time of change; a time in the future is of a clock that was set back.
            let age = seams.clock.wallMilliseconds - status.changedNanoseconds / 1_000_000
            guard !(0..<Self.asideMilliseconds).contains(age) else { return }
            seams.report(.leftAside(inbox: inbox.index, path: FileName(bytes: path)))
        case .directory:
            // Folders are removed on this very queue, so that this one was left by an earlier run.
            for companion in CompanionRemover.bringBack(path, in: root) {
                seams.report(.companionBroughtBack(inbox: inbox.index, path: FileName(bytes: companion)))
                inbox.companions.met(companion, now: now)
            }
        case .link, .special: break
        }
    }
}
