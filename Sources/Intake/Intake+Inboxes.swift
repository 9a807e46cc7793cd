import CLinux
import Glibc
import LinuxSystem
import NewsModel

/// Opening, watching and losing inboxes.
extension Intake {
    func open(_ inbox: InboxState) {
        do throws(SystemError) {
            let root = try Descriptor.directory(path: inbox.settings.path)
            inbox.rootStatus = try root.status()
            inbox.root = root
            watch(root, at: [], in: inbox)
            inbox.hasWatchedSurroundings = watchSurroundings(of: inbox)
            inbox.needsScan = true
            let isMounted = Self.isMountPoint(root)
            if inbox.wasMounted, !isMounted {
                if !inbox.isMissingReported { seams.report(.inboxUnmounted(inbox: inbox.index)) }
                inbox.isMissingReported = true
            } else if inbox.isMissingReported {
                inbox.isMissingReported = false
                seams.report(.inboxBack(inbox: inbox.index))
            }
            inbox.wasMounted = inbox.wasMounted || isMounted
            seams.report(.watching(inbox: inbox.index))
        } catch {
            lose(inbox, error)
        }
    }

    /// An inbox may be unmounted, replaced or made anew under its path at any time; inotify does not tell of all of it.
    func check(_ inbox: InboxState) {
        guard let known = inbox.rootStatus, inbox.root != nil else { return open(inbox) }
        do throws(SystemError) {
            let current = try Descriptor.directory(path: inbox.settings.path).status()
            if current.device == known.device, current.inode == known.inode { return }
            forget(inbox)
            open(inbox)
        } catch {
            lose(inbox, error)
        }
    }

    /// Watches every folder above an inbox; false where one cannot be watched.
    ///
    /// Our open handle keeps a removed inbox from telling of it, and a folder that is moved away takes the inbox along without
    /// a word.
    private func watchSurroundings(of inbox: InboxState) -> Bool {
        guard let inotify, inbox.settings.watch != .poll, inbox.settings.path.hasPrefix("/") else { return false }
        var path = Substring(inbox.settings.path)
        while path.count > 1, path.last == "/" { path.removeLast() }
        while let end = path.lastIndex(of: "/") {
            path = path[..<end]
            let folder = path.isEmpty ? "/" : String(path)
            guard let directory = try? Descriptor.directory(path: folder),
                let watch = try? inotify.watch(directory, for: .surrounding)
            else { return false }
            surroundingWatches.insert(watch)
        }
        return true
    }

    /// Has the inboxes looked after where a folder above one was moved, or something of an inbox's name went.
    private func surroundingsChanged(_ event: InotifyEvent) {
        if event.mask.contains(.ignored) {
            surroundingWatches.remove(event.watch)
            nextInboxCheck = 0
        } else if event.mask.contains(.moveSelf) {
            nextInboxCheck = 0
        } else if event.mask.contains(.isDirectory), !event.mask.isDisjoint(with: [.delete, .movedFrom]),
            inboxes.contains(where: {
                $0.settings.path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual(event.name) }
            })
        {
            nextInboxCheck = 0
        }
    }

    /// Whether a directory is the root of another file system than the directory that it lies in.
    private static func isMountPoint(_ directory: Descriptor) -> Bool {
        guard let own = try? directory.status(), let parent = try? directory.status(of: Array("..".utf8)) else {
            return false
        }
        return own.device != parent.device
    }

    private func lose(_ inbox: InboxState, _ error: SystemError) {
        forget(inbox)
        lookForMissing()
        guard !inbox.isMissingReported else { return }
        inbox.isMissingReported = true
        seams.report(.inboxMissing(inbox: inbox.index, error))
    }

    private func forget(_ inbox: InboxState) {
        for watch in inbox.watched.removeAll() {
            inboxOfWatch[watch] = nil
            inotify?.unwatch(watch)
        }
        inbox.root = nil
        inbox.rootStatus = nil
        inbox.scan = nil
        inbox.needsScan = false
        inbox.hasDroppedHints = false
        inbox.tracker = SettleTracker(inbox.tracker.periods)
        inbox.pending = CompleteFiles()
        inbox.blocked = [:]
        inbox.nextRetry = .max
        inbox.resting = []
        inbox.unreadable = []
        inbox.polling = nil
        inbox.nextPoll = nil
        inbox.isPollingReported = false
        inbox.companions.removeAll()
    }

    func watch(_ directory: Descriptor, at path: [UInt8], in inbox: InboxState) {
        if inbox.settings.watch == .poll { return mustPoll(inbox, path, .configured) }
        // What this machine does there is told all the same, so that it is watched too.
        if let name = FileSystemKind.silentName(of: directory) { mustPoll(inbox, path, .fileSystem(name)) }
        guard let inotify else {
            let error = inotifyError ?? SystemError(operation: "inotify_init1", path: "inotify", code: ENOSYS)
            return mustPoll(inbox, path, .limit(InotifyLimit(error), error))
        }
        do throws(SystemError) {
            let watch = try inotify.watch(directory)
            inbox.watched.set(watch, path)
            inboxOfWatch[watch] = inbox.index
        } catch {
            mustPoll(inbox, path, .limit(InotifyLimit(error), error))
        }
    }

    // MARK: Events

    func handle(_ event: InotifyEvent) {
        if event.mask.contains(.overflow) {
            return eventsWereLost()
        }
        if surroundingWatches.contains(event.watch) { surroundingsChanged(event) }
        guard let inbox = inboxOfWatch[event.watch].flatMap({ inboxes[safe: $0] }),
            let directory = inbox.watched[event.watch]
        else { return }
        if event.mask.contains(.ignored) || event.mask.contains(.unmount) || event.mask.contains(.deleteSelf) {
            inbox.watched.remove(event.watch)
            inboxOfWatch[event.watch] = nil
            if directory.isEmpty { check(inbox) }
            return
        }
        if event.mask.contains(.moveSelf) { return directoryMoved(directory, event.watch, inbox) }
        if event.name.isEmpty, directory.isEmpty, event.mask.contains(.attributes) {
            // The inbox itself lost its last name, as rmdir makes it; our open handle keeps IN_DELETE_SELF from coming.
            return check(inbox)
        }
        guard !event.name.isEmpty, AsideName(event.name) == nil, !rules.ignores(event.name) else { return }
        let path = directory.isEmpty ? event.name : directory + [UInt8(ascii: "/")] + event.name
        if event.mask.contains(.isDirectory) {
            if event.mask.contains(.create) || event.mask.contains(.movedTo) { directoryCame(path, inbox) }
            return
        }
        guard var told = NameEvent(event.mask) else { return }
        // What the desk itself moves back may be in the hands of a writer.
        if told == .movedIn, movesBack[inbox.index].take(path) { told = .movedBack }
        nameTold(path, told, inbox)
    }

    /// Events were lost: nothing is known of the names any more, and everything is scanned.
    func eventsWereLost() {
        seams.report(.overflow)
        for inbox in inboxes {
            inbox.tracker.loseHistory(now: now)
            inbox.needsScan = true
        }
    }

    /// A directory appeared: watch first, then scan, so that nothing falls between.
    private func directoryCame(_ path: [UInt8], _ inbox: InboxState) {
        guard let root = inbox.root else { return }
        if CompanionName(path) != nil { return inbox.companions.met(path, now: now) }
        do throws(SystemError) {
            watch(try root.open(beneath: path, flags: O_RDONLY | O_DIRECTORY), at: path, in: inbox)
            // Files may have been put into it before the watch; a running scan may have passed the place already.
            var scan = try DirectoryScan(root: root, path: path, rules: rules)
            while inbox.held < Self.window {
                guard let step = scan.next() else { return }
                take(step, in: inbox, isHint: true)
            }
            inbox.needsScan = true
        } catch {
            if error.code != ENOENT { inbox.needsScan = true }
        }
    }

    private func directoryMoved(_ path: [UInt8], _ watch: Int32, _ inbox: InboxState) {
        if path.isEmpty { return check(inbox) }
        // Moved within the inbox it has its new path already (the event of its new parent came first) and stands there.
        if let root = inbox.root, let directory = try? root.open(beneath: path, flags: O_RDONLY | O_DIRECTORY),
            let again = try? inotify?.watch(directory), again == watch
        {
            return
        }
        for gone in inbox.watched.removeTree(path) {
            inboxOfWatch[gone] = nil
            inotify?.unwatch(gone)
        }
        // Directories below it may have been given their new paths just now; the scan watches what stands.
        inbox.needsScan = true
    }

    /// Takes note of what was told of a name. Nothing is looked at for a change, of which a file that is written gives thousands.
    func nameTold(_ path: [UInt8], _ told: NameEvent, _ inbox: InboxState) {
        guard let root = inbox.root else { return }
        if inbox.inFlight.contains(path) {
            if told != .attributesChanged || inbox.touched[path] == nil { inbox.touched[path] = told }
            return
        }
        if told == .attributesChanged {
            // Of interest where rights kept us from reading.
            return inbox.retryBlockedSoon(path, now: now)
        }
        let isPending = inbox.pending.contains(path)
        // A program that closes what it has not changed says nothing new of a complete file.
        if isPending, told == .closed { return }
        inbox.pending.withdraw(path)
        guard isPending || inbox.tracker.contains(path) || inbox.held < Self.window else {
            inbox.hasDroppedHints = true
            return
        }
        inbox.blocked[path] = nil
        switch told {
        case .created: return inbox.tracker.created(path, now: now)
        case .changed: return inbox.tracker.changed(path, now: now)
        case .closed, .movedIn, .movedBack, .attributesChanged: break
        }
        guard let status = try? root.status(of: path) else { return inbox.tracker.forget(path) }
        guard status.kind == .file else {
            inbox.tracker.forget(path)
            if status.kind != .directory { take(.special(path, status.kind), in: inbox, isHint: true) }
            return
        }
        consider(path, status.identity, told, inbox)
    }
}
