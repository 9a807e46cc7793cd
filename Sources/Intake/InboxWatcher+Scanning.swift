import Glibc
import LinuxSystem
import NewsModel

/// Scanning, settling and the accounts of what is in memory.
extension InboxWatcher {
    /// Pulls a few steps of an inbox's scan while there is room; true when more steps are to be taken at once.
    func pull() -> Bool {
        guard let root else { return false }
        if scan == nil {
            // What was found or dropped is looked for again when everything in memory is done.
            if hasDroppedHints, held == 0, files.inHandCount == 0 {
                hasDroppedHints = false
                needsScan = true
            }
            guard needsScan else { return false }
            guard held < Intake.window else {
                files.wantRoom()
                return false
            }
            needsScan = false
            foundInPass = 0
            unreadable.removeAll()
            if isPeriodicPass { resting.removeAll() }
            beginPass(root)
            do throws(SystemError) {
                scan = try DirectoryScan(root, rules: rules)
            } catch {
                cannotLook(at: [], error)
                return false
            }
        }
        var steps = 0
        while steps < Intake.stepsInTurn {
            guard held < Intake.window else {
                files.wantRoom()
                return false
            }
            answered()
            guard let step = scan?.next() else {
                endPass()
                return needsScan
            }
            take(step, isHint: false)
            steps += 1
        }
        return true
    }

    private func endPass() {
        scan = nil
        // A pass that found something is followed by another once that is done: files may have come behind the walk's back.
        if foundInPass > 0 {
            hasDroppedHints = true
            if isPeriodicPass, polling == nil {
                seams.report(.foundByScanOnly(inbox: index, count: foundInPass))
            }
        }
        isPeriodicPass = false
        watchesAgainInPass = false
        foldersBefore = foldersInPass
        settlePolling()
    }

    func take(_ step: DirectoryScan.Step, isHint: Bool) {
        switch step {
        case .directory(let path, let directory):
            if !isHint { metFolder(path) }
            if !watched.contains(path) || isHint || watchesAgainInPass {
                // Made in a folder that came just now, before that was watched.
                if let slash = path.lastIndex(of: UInt8(ascii: "/")), dropped.contains(Array(path[..<slash])) {
                    folderCame(path)
                }
                watch(directory, at: path)
            } else if let name = directory.silentFileSystem {
                mustPoll(path, .fileSystem(name))
            }
        case .companion(let path): metCompanion(path, isHint: isHint)
        case .file(let path, let status):
            guard path.count < Int(PATH_MAX) else {
                return cannotLook(at: path, SystemError(operation: "open", path: settings.path, code: ENAMETOOLONG))
            }
            guard isNew(path, status.identity) else { return }
            if !isHint {
                foundInPass += 1
                if foldersInPass != nil { dropped.contentCame(path, now: now) }
            }
            if isAtRest(status.identity) {
                tracker.rest(path, status.identity)
            } else {
                tracker.found(path, status.identity, now: now)
            }
        case .special(let path, let kind):
            if isFirstReport(path) {
                seams.report(.skipped(inbox: index, path: FileName(bytes: path), kind))
            }
        case .failed(let path, let error): cannotLook(at: path, error)
        case .refused(let path, let refusal): cannotLook(at: path, reason: refusal.reason)
        case .aside(let path): metAside(path)
        case .ignored: break
        }
    }

    private func cannotLook(at path: [UInt8], _ error: SystemError) {
        let place = path.isEmpty ? settings.path : settings.path + "/" + String(decoding: path, as: UTF8.self)
        cannotLook(at: path, reason: seams.explain(place, error))
    }

    private func cannotLook(at path: [UInt8], reason: String) {
        guard watchForGoing(path) else { return }
        if unreadable.count < Intake.blockedLimit { unreadable[path] = reason }
        if isFirstReport(path) {
            seams.report(.unreadable(inbox: index, path: FileName(bytes: path), reason: reason))
        }
    }

    /// Whether the times of a file say that nothing has changed it for as long as a file without a history waits: its last change, which
    /// the kernel notes by the wall clock, lies further back. A clock that was set forward since can make this wrong, as a writer that
    /// rests can any wait: what changes while it is read is taken again. Where other machines write, their clocks count, and nothing is
    /// concluded.
    private func isAtRest(_ identity: FileIdentity) -> Bool {
        guard polling == nil, pollingInPass == nil, settings.watch == .auto else { return false }
        let last = max(identity.changedNanoseconds, identity.modifiedNanoseconds)
        // Whole seconds are those of a file system that rounds them, to two at most (FAT); others note the kernel's last tick.
        let rounding: Int64 = last % 1_000_000_000 == 0 ? Self.coarseNanoseconds : 20_000_000
        let (age, isOverflow) = seams.clock.wallMilliseconds.multipliedReportingOverflow(by: 1_000_000)
        return !isOverflow && age - last >= Int64(clamping: tracker.periods.unseen) + rounding
    }

    /// Whether a file that a scan met is neither in memory nor durable.
    func isNew(_ path: [UInt8], _ identity: FileIdentity) -> Bool {
        if files.contains(path) || tracker.contains(path) { return false }
        if let file = blocked[path] {
            guard file.identity != identity else { return false }
            blocked[path] = nil
        }
        if !resting.isEmpty, resting.contains(Self.mark(path, identity)) { return false }
        return !isDurable(path, identity)
    }

    /// Whether the outcome of a file is durable; a name that still stands then is to be removed.
    func isDurable(_ path: [UInt8], _ identity: FileIdentity) -> Bool {
        let file = InboxFile(inbox: index, path: FileName(bytes: path), identity: identity)
        guard seams.isDurable(file) else { return false }
        if settings.take == .move { seams.report(.durableName(file)) }
        return true
    }

    /// Takes a file into memory after an event: complete ones to be handed out, others to settle.
    func consider(_ path: [UInt8], _ identity: FileIdentity, _ told: NameEvent) {
        guard !isDurable(path, identity) else { return tracker.forget(path) }
        switch told {
        case .created: tracker.created(path, now: now)
        case .changed: tracker.changed(path, now: now)
        case .closed: tracker.closed(path, identity, now: now)
        case .movedIn:
            tracker.forget(path)
            guard let root, !MaildirTemporary.holds(path, below: root) else { return }
            arrived[path] = complete(path, identity)
        case .movedBack:
            // That somebody writes it is known all the same.
            if !tracker.asksForWriter(path) { tracker.found(path, identity, now: now) }
        case .attributesChanged: break
        }
    }

    /// Moves the files that are complete to those that are handed out, roughly oldest first: those at rest when a scan has found as many
    /// as are held, or has ended.
    func settle(now: UInt64) {
        guard let root else { return }
        var complete: [CompleteFiles.File] = []
        let resting = mayTakeResting ? tracker.takeResting() : []
        for path in resting + tracker.takeDue(now: now, limit: Intake.window) {
            answered()
            guard let status = try? root.status(of: path) else {
                tracker.forget(path)
                continue
            }
            guard status.kind == .file else {
                tracker.forget(path)
                if status.kind != .directory { take(.special(path, status.kind), isHint: true) }
                continue
            }
            let isOpen = tracker.asksForWriter(path)
            let writer = isOpen ? Self.writer(of: path, in: root) : nil
            let verdict = tracker.judge(path, status.identity, writer: writer, now: now)
            guard verdict == .complete || verdict == .givenUp, !MaildirTemporary.holds(path, below: root),
                !isOpen || !isDurable(path, status.identity)
            else { continue }
            if verdict == .givenUp {
                seams.report(
                    .writerGivenUp(
                        inbox: index, path: FileName(bytes: path),
                        seconds: Int(tracker.periods.patience / 1_000_000_000)))
            }
            complete.append(
                self.complete(path, status.identity, isGivenUp: verdict == .givenUp))
        }
        complete.sort { $0.identity.modifiedNanoseconds < $1.identity.modifiedNanoseconds }
        handOver(complete)
    }

    /// Puts complete files to those that are handed out; one whose next change might not show in its times waits until it would.
    func handOver(_ complete: [CompleteFiles.File]) {
        files.append(
            complete.filter { file in
                let wait = file.isGivenUp ? 0 : untilChangesShow(file.identity)
                if wait > 0 { tracker.complete(file.path, file.identity, due: now + wait) }
                return wait == 0
            })
    }

    /// Nanoseconds until a change of a file is sure to give it another time of change. Where times are whole seconds (ext4 with small inodes,
    /// FAT with two), a file that is read in the second of its last change may be rewritten unseen.
    private func untilChangesShow(_ identity: FileIdentity) -> UInt64 {
        guard identity.changedNanoseconds % 1_000_000_000 == 0 else { return 0 }
        let (now, isOverflow) = seams.clock.wallMilliseconds.multipliedReportingOverflow(by: 1_000_000)
        let (age, isFar) = now.subtractingReportingOverflow(identity.changedNanoseconds)
        // A time in the future is of a clock that was set back, or of another machine's; it says nothing of this second.
        guard !isOverflow, !isFar, (-Self.coarseNanoseconds..<Self.coarseNanoseconds).contains(age) else { return 0 }
        return UInt64(Self.coarseNanoseconds - max(0, age))
    }

    /// The coarsest times that file systems keep.
    private static let coarseNanoseconds: Int64 = 2_000_000_000

    private func complete(_ path: [UInt8], _ identity: FileIdentity, isGivenUp: Bool = false) -> CompleteFiles.File {
        CompleteFiles.File(path: path, identity: identity, isGivenUp: isGivenUp, droppedAs: droppedAs[path])
    }

    /// Who has a file open for writing; a file that may not be opened says nothing of it.
    private static func writer(of path: [UInt8], in root: any OpenFolder) -> WriterPresence {
        do throws(SystemError) {
            return try root.file(beneath: path).writerPresence
        } catch {
            return .unknown(error)
        }
    }

    func retryBlocked(now: UInt64) {
        guard let root, nextRetry <= now else { return }
        nextRetry = .max
        for (path, file) in blocked {
            var retryAt = file.retryAt
            if retryAt <= now, !files.isInHand(path) {
                guard let status = try? root.status(of: path), status.kind == .file else {
                    blocked[path] = nil
                    continue
                }
                // It stays on the list, with its count of attempts, until it is taken.
                retryAt = now + Intake.longestPauseSeconds * 1_000_000_000
                blocked[path]?.retryAt = retryAt
                if !file.isUnfit || file.identity != status.identity {
                    handOver([complete(path, status.identity)])
                }
            }
            nextRetry = min(nextRetry, max(retryAt, now + 1_000_000_000))
        }
    }

    func settleAccounts(_ file: InboxFile, _ disposition: Disposition) {
        let path = file.path.bytes
        let told = files.finish(path)
        if case .done = disposition {
            companions.pageDone(path, now: now)
            if settings.take == .move {
                companions.contentDone(path, now: now)
                dropped.gave(path, now: now)
            }
        }
        switch disposition {
        case .unfit(let reason):
            block(path, file.identity, reason, isUnfit: true)
            if let told { nameTold(path, told) }
        case .delayed(let reason, let seconds):
            block(path, file.identity, reason)
            blocked[path]?.retryAt = now + seconds * 1_000_000_000
        case .waiting(let reason):
            block(path, file.identity, reason)
            // What an event told of during the attempt may have been the cure.
            if let told { nameTold(path, told) }
        case .openForWriting:
            blocked[path] = nil
            // Who closed it meanwhile has told of it already.
            if let told { nameTold(path, told) } else { tracker.foundOpen(path, now: now) }
        case .done, .vanished:
            blocked[path] = nil
            droppedAs[path] = nil
            if let told { nameTold(path, told) }
        case .again:
            blocked[path] = nil
            if let told { return nameTold(path, told) }
            guard let status = try? root?.status(of: path), status.kind == .file,
                !isDurable(path, status.identity)
            else { return }
            tracker.found(path, status.identity, now: now)
        case .takesLong(let isGivenUp):
            blocked[path] = nil
            if let told { return nameTold(path, told) }
            var complete = complete(path, file.identity, isGivenUp: isGivenUp)
            complete.takesLong = true
            files.append([complete])
        }
    }

    private func block(_ path: [UInt8], _ identity: FileIdentity, _ reason: String, isUnfit: Bool = false) {
        let attempts = (blocked[path]?.attempts ?? 0) + 1
        guard blocked.count < Intake.blockedLimit || blocked[path] != nil else {
            // Beyond that only a mark says that it rests until the next periodic scan; the scans must not find it again and again.
            resting.insert(Self.mark(path, identity))
            return
        }
        _ = watchForGoing(path)
        let seconds = UInt64(Intake.pauses.pause(afterFailures: attempts))
        let retryAt = now + seconds * 1_000_000_000
        blocked[path] = Blocked(
            reason: reason, identity: identity, retryAt: retryAt, attempts: attempts, isUnfit: isUnfit)
        nextRetry = min(nextRetry, retryAt)
    }
}
