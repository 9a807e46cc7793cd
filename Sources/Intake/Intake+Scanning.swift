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
                consider(path, status.identity, isComplete: false, inbox)
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

    /// Whether the times of a file say that nothing has changed it for the quiet period: its last change, which the kernel notes by the
    /// wall clock, lies further back. A clock that was set forward since can make this wrong, as a writer that rests can any quiet
    /// period: what changes while it is read is taken again. Where other machines write, their clocks count, and nothing is concluded.
    private func isAtRest(_ identity: FileIdentity, _ inbox: InboxState) -> Bool {
        guard inbox.polling == nil, inbox.pollingInPass == nil, inbox.settings.watch == .auto else { return false }
        let last = max(identity.changedNanoseconds, identity.modifiedNanoseconds)
        // Whole seconds are those of a file system that rounds them, to two at most (FAT); others note the kernel's last tick.
        let rounding: Int64 = last % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        let (age, isOverflow) = seams.clock.wallMilliseconds.multipliedReportingOverflow(by: 1_000_000)
        return !isOverflow && age - last >= Int64(clamping: inbox.tracker.quiet) + rounding
    }

    /// Whether a file that a scan met is neither in memory nor durable.
    func isNew(_ path: [UInt8], _ identity: FileIdentity, _ inbox: InboxState) -> Bool {
        if inbox.inFlight.contains(path) || inbox.pendingPaths.contains(path) || inbox.tracker.contains(path) {
            return false
        }
        if let blocked = inbox.blocked[path] {
            guard blocked.identity != identity else { return false }
            inbox.blocked[path] = nil
        }
        if !inbox.resting.isEmpty, inbox.resting.contains(InboxState.mark(path, identity)) { return false }
        let file = InboxFile(inbox: inbox.index, path: FileName(bytes: path), identity: identity)
        guard seams.isDurable(file) else { return true }
        if inbox.settings.take == .move { seams.report(.durableName(file)) }
        return false
    }

    /// Takes a file into memory: complete ones to be handed out, others to settle.
    func consider(_ path: [UInt8], _ identity: FileIdentity, isComplete: Bool, _ inbox: InboxState) {
        let file = InboxFile(inbox: inbox.index, path: FileName(bytes: path), identity: identity)
        if seams.isDurable(file) {
            if inbox.settings.take == .move { seams.report(.durableName(file)) }
            return
        }
        if isComplete {
            inbox.tracker.forget(path)
            inbox.enqueue(path, identity)
        } else if !inbox.pendingPaths.contains(path) {
            inbox.tracker.observe(path, identity, now: now)
        }
    }

    /// Moves the files whose quiet period passed without a change to the complete ones, roughly oldest first: those at rest when a
    /// scan has found as many as are held, or has ended.
    func settle(_ inbox: InboxState, now: UInt64) {
        guard let root = inbox.root else { return }
        var complete: [(path: [UInt8], identity: FileIdentity)] = []
        let resting = inbox.mayTakeResting ? inbox.tracker.takeResting() : []
        for path in resting + inbox.tracker.takeDue(now: now, limit: Self.window) {
            guard let status = try? root.status(of: path), status.kind == .file else {
                inbox.tracker.forget(path)
                continue
            }
            if inbox.tracker.confirm(path, status.identity, now: now), !MaildirTemporary.holds(path, below: root) {
                complete.append((path, status.identity))
            }
        }
        complete.sort { $0.identity.modifiedNanoseconds < $1.identity.modifiedNanoseconds }
        for file in complete { inbox.enqueue(file.path, file.identity) }
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
                if !blocked.isUnfit || blocked.identity != status.identity { inbox.enqueue(path, status.identity) }
            }
            inbox.nextRetry = min(inbox.nextRetry, max(retryAt, now + 1_000_000_000))
        }
    }

    func settleAccounts(_ file: InboxFile, _ disposition: Disposition) {
        guard let inbox = inboxes[safe: file.inbox] else { return }
        let path = file.path.bytes
        inbox.inFlight.remove(path)
        let wasTouched = inbox.touched.remove(path) != nil
        if case .done = disposition, inbox.settings.take == .move { inbox.companions.pageDone(path, now: now) }
        switch disposition {
        case .unfit(let reason):
            block(path, file.identity, reason, isUnfit: true, inbox)
            if wasTouched {
                inbox.blocked[path]?.retryAt = now
                inbox.nextRetry = now
            }
        case .delayed(let reason, let seconds):
            block(path, file.identity, reason, inbox)
            inbox.blocked[path]?.retryAt = now + seconds * 1_000_000_000
        case .waiting(let reason):
            block(path, file.identity, reason, inbox)
            // An event came during the attempt: what it told of may have been the cure.
            if wasTouched, inbox.blocked[path] != nil {
                inbox.blocked[path]?.retryAt = now + inbox.tracker.quiet
                inbox.nextRetry = min(inbox.nextRetry, now + inbox.tracker.quiet)
            }
        case .done, .vanished, .again:
            inbox.blocked[path] = nil
            if !disposition.asksToLookAgain { inbox.droppedAs[path] = nil }
            guard wasTouched || disposition.asksToLookAgain else { return }
            guard let status = try? inbox.root?.status(of: path), status.kind == .file else { return }
            consider(path, status.identity, isComplete: false, inbox)
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

extension Disposition {
    fileprivate var asksToLookAgain: Bool {
        if case .again = self { true } else { false }
    }
}
