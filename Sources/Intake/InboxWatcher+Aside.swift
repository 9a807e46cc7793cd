import LinuxSystem
import NewsModel

/// What stands aside in an inbox: files whose removal was interrupted, and files that are deliveries of their own since their name was
/// taken again.
extension InboxWatcher {
    /// Milliseconds after which something aside is none of the removals at work, which last some milliseconds, for a large file
    /// seconds. The desk looks it up in the ledger, so that a wrong guess does no harm.
    static let asideMilliseconds: Int64 = 10_000

    /// An event tells of a name of the kind that the desk gives what it removes.
    func asideTold(_ event: InotifyEvent, _ name: AsideName, in directory: [UInt8]) {
        guard let told = NameEvent(event.mask) else { return }
        if told == .changed || told == .closed {
            // Where it is moved back, who writes it may be writing it still.
            if toldAside.count >= Self.toldAsideLimit { toldAside.removeAll() }
            toldAside[event.name] = told
        }
        // A folder under such a name is one of a saved page on its way out, or hidden like any other.
        guard !event.mask.contains(.isDirectory), told == .created || told == .movedIn else { return }
        if told == .movedIn, movesBack.tookAside(name) { return }
        let path = directory.isEmpty ? event.name : directory + [UInt8(ascii: "/")] + event.name
        lookAside(path, inMilliseconds: Self.lookMilliseconds, isUnknown: true)
    }

    /// Files aside of whose changes is known; each is aside for some 100 µs, and of one that is removed the note stays until there are so many.
    private static let toldAsideLimit = 1024

    /// Milliseconds after which what stands aside is looked at for the first time: a removal has ended by then.
    private static let lookMilliseconds: Int64 = 1000

    /// Has a name of that kind looked at after a while: who drops a file under one is not to wait for the next scan.
    ///
    /// - Parameter isUnknown: whether it is known not to be of a removal that is under way.
    private func lookAside(_ path: [UInt8], inMilliseconds milliseconds: Int64, isUnknown: Bool) {
        guard settings.take == .move, unknownAside.count < Intake.blockedLimit else { return }
        guard unknownAside[path] == nil || isUnknown else { return }
        unknownAside[path] = UnknownAside(
            look: now + UInt64(max(1, milliseconds)) * 1_000_000, isUnknown: isUnknown)
    }

    /// Looks at the names for which it is time.
    func lookAtUnknownAside(now: UInt64) {
        for (path, aside) in unknownAside where aside.look <= now {
            answered()
            unknownAside[path] = nil
            metAside(path, isAgain: true)
        }
    }

    /// Takes a file that stands aside as a delivery of the name under which it was dropped, as soon as it is settled.
    func take(aside path: FileName, droppedAs name: FileName) {
        perform { [self] in
            droppedAs[path.bytes] = name
            guard let status = try? root?.status(of: path.bytes), status.kind == .file else { return }
            consider(path.bytes, status.identity, .movedBack)
        }
    }

    /// A scan met something aside.
    ///
    /// - Parameter isAgain: whether it is looked at since it was met, or told of, before.
    func metAside(_ path: [UInt8], isAgain: Bool = false) {
        // Where files stay, the desk takes nothing aside: it is a hidden file of somebody else.
        guard settings.take == .move, let root, let status = try? root.status(of: path) else { return }
        switch status.kind {
        case .file:
            if droppedAs[path] != nil {
                guard isNew(path, status.identity) else { return }
                return consider(path, status.identity, .movedBack)
            }
            let file = InboxFile(inbox: index, path: FileName(bytes: path), identity: status.identity)
            // It was a delivery of its own, and its removal failed.
            if seams.isDurable(file) { return seams.report(.durableName(file)) }
            // The move has set its time of change; a time in the future is of a clock that was set back.
            let age = seams.clock.wallMilliseconds - status.changedNanoseconds / 1_000_000
            guard !(0..<Self.asideMilliseconds).contains(age) else {
                let wait = isAgain ? Self.asideMilliseconds - age : Self.lookMilliseconds
                return lookAside(path, inMilliseconds: wait, isUnknown: isAgain)
            }
            seams.report(.leftAside(inbox: index, path: FileName(bytes: path)))
        case .directory:
            // Folders are removed on this very queue, so that this one was left by an earlier run.
            for companion in CompanionRemover.bringBack(path, in: root) {
                seams.report(.companionBroughtBack(inbox: index, path: FileName(bytes: companion)))
                companions.met(companion, now: now)
            }
        case .link, .special: break
        }
    }
}
