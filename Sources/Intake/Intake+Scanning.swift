import Glibc
import LinuxSystem
import NewsModel

/// Scanning, settling and the accounts of what is in memory.
extension Intake {
    /// Pulls a few steps of an inbox's scan while there is room; true when more steps are to be taken at once.
    func pull(_ inbox: InboxState) -> Bool {
        guard let root = inbox.root else { return false }
        if inbox.scan == nil {
            // What was found or dropped is looked for again when everything in memory is done.
            if inbox.hasDroppedHints, inbox.held == 0, inbox.inFlight.isEmpty {
                inbox.hasDroppedHints = false
                inbox.needsScan = true
            }
            guard inbox.needsScan, inbox.held < Self.window else { return false }
            inbox.needsScan = false
            inbox.foundInPass = 0
            inbox.unreadable.removeAll()
            if inbox.isPeriodicPass { inbox.resting.removeAll() }
            beginPass(inbox, root)
            do throws(SystemError) {
                inbox.scan = try DirectoryScan(root: root, path: [], rules: rules)
            } catch {
                seams.report(.unreadable(inbox: inbox.index, path: FileName(""), error))
                return false
            }
        }
        var steps = 0
        while steps < Self.stepsInTurn {
            guard inbox.held < Self.window else { return false }
            guard let step = inbox.scan?.next() else {
                endPass(inbox)
                return inbox.needsScan
            }
            take(step, in: inbox, isHint: false)
            steps += 1
        }
        return true
    }

    private func endPass(_ inbox: InboxState) {
        inbox.scan = nil
        // A pass that found something is followed by another once that is done: files may have come behind the walk's back.
        if inbox.foundInPass > 0 {
            inbox.hasDroppedHints = true
            if inbox.isPeriodicPass, inbox.polling == nil {
                seams.report(.foundByScanOnly(inbox: inbox.index, count: inbox.foundInPass))
            }
        }
        inbox.isPeriodicPass = false
        settlePolling(inbox)
    }

    func take(_ step: DirectoryScan.Step, in inbox: InboxState, isHint: Bool) {
        switch step {
        case .directory(let path, let directory):
            if !inbox.watched.contains(path) || isHint {
                watch(directory, at: path, in: inbox)
            } else if let name = FileSystemKind.silentName(of: directory) {
                mustPoll(inbox, path, .fileSystem(name))
            }
        case .companion(let path): inbox.companions.met(path, now: now)
        case .file(let path, let status):
            guard isNew(path, status.identity, inbox) else { return }
            if !isHint { inbox.foundInPass += 1 }
            if isAtRest(status.identity, inbox) {
                inbox.tracker.rest(path, status.identity)
            } else {
                inbox.tracker.found(path, status.identity, now: now)
            }
        case .special(let path, let kind):
            if inbox.isFirstReport(path) {
                seams.report(.skipped(inbox: inbox.index, path: FileName(bytes: path), kind))
            }
        case .failed(let path, let error):
            if inbox.unreadable.count < Self.blockedLimit { inbox.unreadable.insert(path) }
            if inbox.isFirstReport(path) {
                seams.report(.unreadable(inbox: inbox.index, path: FileName(bytes: path), error))
            }
        case .aside(let path): metAside(path, inbox)
        case .ignored: break
        }
    }

    /// Whether the times of a file say that nothing has changed it for as long as a file without a history waits: its last change, which
    /// the kernel notes by the wall clock, lies further back. A clock that was set forward since can make this wrong, as a writer that
    /// rests can any wait: what changes while it is read is taken again. Where other machines write, their clocks count, and nothing is
    /// concluded.
    private func isAtRest(_ identity: FileIdentity, _ inbox: InboxState) -> Bool {
        guard inbox.polling == nil, inbox.pollingInPass == nil, inbox.settings.watch == .auto else { return false }
        let last = max(identity.changedNanoseconds, identity.modifiedNanoseconds)
        // Whole seconds are those of a file system that rounds them, to two at most (FAT); others note the kernel's last tick.
        let rounding: Int64 = last % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        let (age, isOverflow) = seams.clock.wallMilliseconds.multipliedReportingOverflow(by: 1_000_000)
        return !isOverflow && age - last >= Int64(clamping: inbox.tracker.periods.unseen) + rounding
    }

    /// Whether a file that a scan met is neither in memory nor durable.
    func isNew(_ path: [UInt8], _ identity: FileIdentity, _ inbox: InboxState) -> Bool {
        if inbox.inFlight.contains(path) || inbox.pending.contains(path) || inbox.tracker.contains(path) {
            return false
        }
        if let blocked = inbox.blocked[path] {
            guard blocked.identity != identity else { return false }
            inbox.blocked[path] = nil
        }
        if !inbox.resting.isEmpty, inbox.resting.contains(InboxState.mark(path, identity)) { return false }
        return !isDurable(path, identity, inbox)
    }

    /// Whether the outcome of a file is durable; a name that still stands then is to be removed.
    private func isDurable(_ path: [UInt8], _ identity: FileIdentity, _ inbox: InboxState) -> Bool {
        let file = InboxFile(inbox: inbox.index, path: FileName(bytes: path), identity: identity)
        guard seams.isDurable(file) else { return false }
        if inbox.settings.take == .move { seams.report(.durableName(file)) }
        return true
    }

    /// Takes a file into memory after an event: complete ones to be handed out, others to settle.
    func consider(_ path: [UInt8], _ identity: FileIdentity, _ told: NameEvent, _ inbox: InboxState) {
        guard !isDurable(path, identity, inbox) else { return inbox.tracker.forget(path) }
        switch told {
        case .created: inbox.tracker.created(path, now: now)
        case .changed: inbox.tracker.changed(path, now: now)
        case .closed: inbox.tracker.closed(path, identity, now: now)
        case .movedIn:
            inbox.tracker.forget(path)
            guard let root = inbox.root, !MaildirTemporary.holds(path, below: root) else { return }
            inbox.pending.append(path, identity)
        case .movedBack: inbox.tracker.found(path, identity, now: now)
        case .attributesChanged: break
        }
    }

    /// Moves the files that are complete to those that are handed out, roughly oldest first: those at rest when a scan has found as many
    /// as are held, or has ended.
    func settle(_ inbox: InboxState, now: UInt64) {
        guard let root = inbox.root else { return }
        var complete: [CompleteFiles.File] = []
        let resting = inbox.mayTakeResting ? inbox.tracker.takeResting() : []
        for path in resting + inbox.tracker.takeDue(now: now, limit: Self.window) {
            guard let status = try? root.status(of: path) else {
                inbox.tracker.forget(path)
                continue
            }
            guard status.kind == .file else {
                inbox.tracker.forget(path)
                if status.kind != .directory { take(.special(path, status.kind), in: inbox, isHint: true) }
                continue
            }
            let isOpen = inbox.tracker.asksForWriter(path)
            let writer = isOpen ? Self.writer(of: path, in: root) : nil
            let verdict = inbox.tracker.judge(path, status.identity, writer: writer, now: now)
            guard verdict == .complete || verdict == .givenUp, !MaildirTemporary.holds(path, below: root),
                !isOpen || !isDurable(path, status.identity, inbox)
            else { continue }
            if verdict == .givenUp {
                seams.report(
                    .writerGivenUp(
                        inbox: inbox.index, path: FileName(bytes: path),
                        seconds: Int(inbox.tracker.periods.patience / 1_000_000_000)))
            }
            complete.append(
                CompleteFiles.File(path: path, identity: status.identity, isGivenUp: verdict == .givenUp))
        }
        complete.sort { $0.identity.modifiedNanoseconds < $1.identity.modifiedNanoseconds }
        for file in complete { inbox.pending.append(file.path, file.identity, isGivenUp: file.isGivenUp) }
    }

    /// Who has a file open for writing; a file that may not be opened says nothing of it.
    private static func writer(of path: [UInt8], in root: Descriptor) -> WriterPresence {
        do throws(SystemError) {
            return try root.open(beneath: path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY).writerPresence
        } catch {
            return .unknown(error)
        }
    }

    func retryBlocked(_ inbox: InboxState, now: UInt64) {
        guard let root = inbox.root, inbox.nextRetry <= now else { return }
        inbox.nextRetry = .max
        for (path, blocked) in inbox.blocked {
            var retryAt = blocked.retryAt
            if retryAt <= now, !inbox.inFlight.contains(path) {
                guard let status = try? root.status(of: path), status.kind == .file else {
                    inbox.blocked[path] = nil
                    continue
                }
                // It stays on the list, with its count of attempts, until it is taken.
                retryAt = now + Self.longestPauseSeconds * 1_000_000_000
                inbox.blocked[path]?.retryAt = retryAt
                if !blocked.isUnfit || blocked.identity != status.identity {
                    inbox.pending.append(path, status.identity)
                }
            }
            inbox.nextRetry = min(inbox.nextRetry, max(retryAt, now + 1_000_000_000))
        }
    }

    func settleAccounts(_ file: InboxFile, _ disposition: Disposition) {
        guard let inbox = inboxes[safe: file.inbox] else { return }
        let path = file.path.bytes
        inbox.inFlight.remove(path)
        let told = inbox.touched.removeValue(forKey: path)
        if case .done = disposition, inbox.settings.take == .move { inbox.companions.pageDone(path, now: now) }
        switch disposition {
        case .unfit(let reason):
            block(path, file.identity, reason, isUnfit: true, inbox)
            if told != nil {
                inbox.blocked[path]?.retryAt = now
                inbox.nextRetry = now
            }
        case .delayed(let reason, let seconds):
            block(path, file.identity, reason, inbox)
            inbox.blocked[path]?.retryAt = now + seconds * 1_000_000_000
        case .waiting(let reason):
            block(path, file.identity, reason, inbox)
            // What an event told of during the attempt may have been the cure.
            if let told { nameTold(path, told, inbox) }
        case .openForWriting:
            inbox.blocked[path] = nil
            // Who closed it meanwhile has told of it already.
            if let told { nameTold(path, told, inbox) } else { inbox.tracker.foundOpen(path, now: now) }
        case .done, .vanished:
            inbox.blocked[path] = nil
            inbox.droppedAs[path] = nil
            if let told { nameTold(path, told, inbox) }
        case .again:
            inbox.blocked[path] = nil
            if let told { return nameTold(path, told, inbox) }
            guard let status = try? inbox.root?.status(of: path), status.kind == .file,
                !isDurable(path, status.identity, inbox)
            else { return }
            inbox.tracker.found(path, status.identity, now: now)
        }
    }

    private func block(
        _ path: [UInt8], _ identity: FileIdentity, _ reason: String, isUnfit: Bool = false, _ inbox: InboxState
    ) {
        let attempts = (inbox.blocked[path]?.attempts ?? 0) + 1
        guard inbox.blocked.count < Self.blockedLimit || inbox.blocked[path] != nil else {
            // Beyond that only a mark says that it rests until the next periodic scan; the scans must not find it again and again.
            inbox.resting.insert(InboxState.mark(path, identity))
            return
        }
        let seconds = min(Self.longestPauseSeconds, UInt64(1) << UInt64(min(attempts - 1, 10)))
        let retryAt = now + seconds * 1_000_000_000
        inbox.blocked[path] = InboxState.Blocked(
            reason: reason, identity: identity, retryAt: retryAt, attempts: attempts, isUnfit: isUnfit)
        inbox.nextRetry = min(inbox.nextRetry, retryAt)
    }
}
