import CLinux
import Glibc
import LinuxSystem
import NewsModel

/// Opening, watching and losing inboxes.
extension InboxWatcher {
    func open() {
        do throws(SystemError) {
            let root = try seams.fileSystem.folder(path: settings.path)
            rootStatus = try root.status()
            self.root = root
            watch(root, at: [])
            hasWatchedSurroundings = watchSurroundings()
            needsScan = true
            mounts = seams.fileSystem.mounts(below: settings.path)
            let isMounted = Self.isMountPoint(root)
            if wasMounted, !isMounted {
                if !isMissingReported { seams.report(.inboxUnmounted(inbox: index)) }
                isMissingReported = true
            } else if isMissingReported {
                isMissingReported = false
                seams.report(.inboxBack(inbox: index))
            }
            wasMounted = wasMounted || isMounted
            seams.report(.watching(inbox: index))
        } catch {
            lose(error)
        }
    }

    /// An inbox may be unmounted, replaced or made again under its path at any time; inotify does not tell of all of it.
    func check() {
        guard let known = rootStatus, root != nil else { return open() }
        do throws(SystemError) {
            let current = try seams.fileSystem.folder(path: settings.path).status()
            if current.device == known.device, current.inode == known.inode { return }
            forget()
            open()
        } catch {
            lose(error)
        }
    }

    /// Something was mounted or unmounted somewhere: where that was below the inbox, other folders stand under the paths that are watched.
    func mountsChanged() {
        nextInboxCheck = 0
        let found = seams.fileSystem.mounts(below: settings.path)
        guard found != mounts else { return }
        mounts = found
        needsScan = true
        watchesAgain = true
    }

    /// Watches every folder above an inbox; false where one cannot be watched.
    ///
    /// Our open handle keeps a removed inbox from telling of it, and a folder that is moved away takes the inbox along without
    /// a word.
    private func watchSurroundings() -> Bool {
        guard let inotify, settings.watch != .poll, settings.path.hasPrefix("/") else { return false }
        var path = Substring(settings.path)
        while path.count > 1, path.last == "/" { path.removeLast() }
        while let end = path.lastIndex(of: "/") {
            path = path[..<end]
            let folder = path.isEmpty ? "/" : String(path)
            guard let directory = try? seams.fileSystem.folder(path: folder),
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
            settings.path.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual(event.name) })
        {
            nextInboxCheck = 0
        }
    }

    /// Whether a directory is the root of another file system than the directory that it lies in.
    private static func isMountPoint(_ directory: any OpenFolder) -> Bool {
        guard let own = try? directory.status(), let parent = try? directory.status(of: Array("..".utf8)) else {
            return false
        }
        return own.device != parent.device
    }

    private func lose(_ error: SystemError) {
        forget()
        lookForMissing()
        guard !isMissingReported else { return }
        isMissingReported = true
        seams.report(.inboxMissing(inbox: index, error))
    }

    private func forget() {
        for watch in watched.removeAll() { inotify?.unwatch(watch) }
        root = nil
        rootStatus = nil
        scan = nil
        needsScan = false
        hasDroppedHints = false
        arrived = [:]
        tracker = SettleTracker(tracker.periods)
        files.loseComplete()
        blocked = [:]
        nextRetry = .max
        resting = []
        unreadable = [:]
        polling = nil
        nextPoll = nil
        companions.removeAll()
        dropped.removeAll()
        watchedForGoing = []
        unknownAside = [:]
        foldersBefore = nil
    }

    func watch(_ directory: any OpenFolder, at path: [UInt8]) {
        if settings.watch == .poll { return mustPoll(path, .configured) }
        // What this machine does there is told all the same, so that it is watched too.
        if let name = directory.silentFileSystem { mustPoll(path, .fileSystem(name)) }
        guard let inotify else {
            let error = inotifyError ?? SystemError(operation: "inotify_init1", path: "inotify", code: ENOSYS)
            return mustPoll(path, .limit(InotifyLimit(error), error))
        }
        do throws(SystemError) {
            let watch = try inotify.watch(directory, for: .watched)
            watched.set(watch, path)
        } catch {
            mustPoll(path, .limit(InotifyLimit(error), error))
        }
    }

    // MARK: Events

    func handle(_ event: InotifyEvent) {
        if event.mask.contains(.overflow) {
            return eventsWereLost()
        }
        if surroundingWatches.contains(event.watch) { surroundingsChanged(event) }
        guard let directory = watched[event.watch] else { return }
        if event.mask.contains(.ignored) || event.mask.contains(.unmount) || event.mask.contains(.deleteSelf) {
            watched.remove(event.watch)
            if directory.isEmpty {
                check()
            } else if !watched.contains(directory) {
                // Where another has the path by now, that one is watched.
                dropped.forget(directory)
                folderWent(directory)
            }
            return
        }
        if event.mask.contains(.moveSelf) { return directoryMoved(directory, event.watch) }
        if event.name.isEmpty, directory.isEmpty, event.mask.contains(.attributes) {
            // The inbox itself lost its last name, as rmdir makes it; our open handle keeps IN_DELETE_SELF from coming.
            return check()
        }
        if event.name.isEmpty, event.mask.contains(.attributes) {
            dropped.rightsChanged(directory, now: now)
            return rightsChanged(directory)
        }
        if let name = AsideName(event.name) { return asideTold(event, name, in: directory) }
        guard !event.name.isEmpty, !rules.ignores(event.name) else { return }
        let path = directory.isEmpty ? event.name : directory + [UInt8(ascii: "/")] + event.name
        if !event.mask.isDisjoint(with: [.delete, .movedFrom]) {
            return nameWent(path, isFolder: event.mask.contains(.isDirectory))
        }
        if event.mask.contains(.isDirectory) {
            if event.mask.contains(.create) || event.mask.contains(.movedTo) {
                folderCame(path)
                directoryCame(path)
            }
            if event.mask.contains(.attributes) { dropped.rightsChanged(path, now: now) }
            // A folder that may not be looked into has no watch of its own.
            if event.mask.contains(.attributes), unreadable[path] != nil { rightsChanged(path) }
            return
        }
        guard var told = NameEvent(event.mask) else { return }
        if told != .attributesChanged { dropped.contentCame(path, now: now) }
        // What the desk itself moves back may be in the hands of a writer.
        if told == .movedIn, let aside = movesBack.take(path) {
            told = toldAside.removeValue(forKey: aside) ?? .movedBack
        }
        nameTold(path, told)
    }

    /// Events were lost: nothing is known of the names any more, and everything is scanned.
    func eventsWereLost() {
        seams.report(.overflow)
        tracker.loseHistory(now: now)
        dropped.loseHistory(now: now)
        for file in arrived.values { tracker.found(file.path, file.identity, now: now) }
        arrived = [:]
        needsScan = true
    }

    /// A directory appeared: watch first, then scan, so that nothing falls between.
    private func directoryCame(_ path: [UInt8]) {
        guard let root else { return }
        if CompanionName(path) != nil { return companions.met(path, now: now) }
        do throws(SystemError) {
            let directory: any OpenFolder
            switch try DirectoryScan.open(path, in: root, rules: rules) {
            case .refused(let refusal): return take(.refused(path, refusal), isHint: true)
            case .open(let opened): directory = opened
            }
            watch(directory, at: path)
            // Files may have been put into it before the watch; a running scan may have passed the place already.
            var scan = try DirectoryScan(directory, path: path, rules: rules)
            while held < Intake.window {
                guard let step = scan.next() else { return }
                take(step, isHint: true)
            }
            needsScan = true
        } catch {
            if error.code != ENOENT { needsScan = true }
        }
    }

    /// Does what the rights of a folder may have kept from being done: looks into it, reads its files, has names in it removed.
    private func rightsChanged(_ path: [UInt8]) {
        let below = path + [UInt8(ascii: "/")]
        if unreadable.removeValue(forKey: path) != nil {
            directoryCame(path)
            // What is in it was counted with it.
            needsScan = true
        }
        for file in blocked.keys where file.starts(with: below) { retryBlockedSoon(file, now: now) }
        seams.report(.rightsChanged(inbox: index, path: FileName(bytes: path)))
    }

    private func directoryMoved(_ path: [UInt8], _ watch: Int32) {
        if path.isEmpty { return check() }
        // Moved within the inbox it has its new path already (the event of its new parent came first) and stands there.
        if let root, let directory = try? root.folder(beneath: path),
            let again = try? inotify?.watch(directory, for: .watched), again == watch
        {
            // Who puts folders in order here keeps them.
            dropped.forgetTree(path)
            watchedForGoing = []
            return
        }
        for gone in watched.removeTree(path) {
            inotify?.unwatch(gone)
        }
        dropped.forgetTree(path)
        folderWent(path)
        // Directories below it may have been given their new paths just now; the scan watches what stands.
        needsScan = true
    }

    /// Takes note of what was told of a name. Nothing is looked at for a change, of which a file that is written gives thousands.
    func nameTold(_ path: [UInt8], _ told: NameEvent) {
        guard let root else { return }
        let place = files.note(told, of: path)
        if case .inHand = place { return }
        if told == .attributesChanged {
            // Of interest where rights kept us from reading.
            return retryBlockedSoon(path, now: now)
        }
        // A program that closes what it has not changed says nothing new of a complete file.
        if case .complete = place, told == .closed { return }
        if told == .closed, arrived[path] != nil { return }
        arrived[path] = nil
        let isKnown = if case .complete = place { true } else { tracker.contains(path) }
        guard isKnown || held < Intake.window else {
            hasDroppedHints = true
            return
        }
        blocked[path] = nil
        switch told {
        case .created: return tracker.created(path, now: now)
        case .changed: return tracker.changed(path, now: now)
        case .closed, .movedIn, .movedBack, .attributesChanged: break
        }
        guard let status = try? root.status(of: path) else { return tracker.forget(path) }
        guard status.kind == .file else {
            tracker.forget(path)
            if status.kind != .directory { take(.special(path, status.kind), isHint: true) }
            return
        }
        consider(path, status.identity, told)
    }
}
