import Archive
import Dispatch
import Intake
import LinuxSystem
import NewsModel

/// What the rooms report, and what the desk makes of it.
extension Desk {
    func committed(_ delivery: CommittedDelivery, _: ArchiveWriter.Item) {
        // A file that a crash had left in the inbox behind its outcome was told of then.
        guard delivery.outcome != nil, !delivery.isRepeated else { return }
        journal.committed(delivery)
        if delivery.outcome == .rejected { tallies.withLock { $0.rejected += 1 } }
        if let article = delivery.articles.last {
            let stored = LastArticle(
                id: article.id, headline: article.headline, outlet: article.outlet,
                received: SystemClock().wallMilliseconds)
            last.withLock { $0 = StatusLine.Last(stored) }
        }
        checkSpace()
        teller?.changed()
    }

    func nameStays(_ handed: HandedFile, _ error: SystemError) {
        journal.nameStays(handed, error)
        problems.set(
            .names,
            "files are stored but may not be removed from \(handed.settings.path) (\(error.reason)); give the desk write access or set take: leave"
        )
        teller?.changed()
    }

    func writerTrouble(_ error: ArchiveError?, failures: Int) {
        if let error {
            journal.trouble("\(error)", key: "writer")
            problems.set(.writer, "\(error.cause); \(error.hint)")
            problems.failed(times: failures)
        } else {
            journal.troubleEnded("The archive can be written again", key: "writer")
            problems.set(.writer, nil)
        }
        intake.setPaused(problems.pausesIntake)
        teller?.changed()
    }

    func laneReported(_ event: Lane.LaneEvent) {
        switch event {
        case .fault(let reason): rest(because: reason)
        case .worked:
            guard problems.has(.lanes) else { return }
            journal.troubleEnded("Files can be taken again", key: "lanes")
            problems.set(.lanes, nil)
            teller?.changed()
        case .waiting, .vanished, .changed, .notAFile, .readerReplaced, .weakConfinement: journal.lane(event)
        }
    }

    /// Lets the intake rest for a while after a fault that every file would meet.
    private func rest(because reason: String) {
        problems.set(.lanes, reason)
        guard let pause = faultPause.failed() else { return }
        journal.trouble("No file can be taken: \(reason)", key: "lanes")
        problems.setResting(true)
        problems.failed(times: pause.failures)
        intake.setPaused(problems.pausesIntake)
        teller?.changed()
        DispatchQueue.global().asyncAfter(deadline: .now() + pause.seconds) { [weak self] in
            guard let self else { return }
            faultPause.ended()
            problems.setResting(false)
            intake.setPaused(problems.pausesIntake)
        }
    }

    /// Rests the intake while less than `min_free` is free, and looks again until there is room.
    func checkSpace() {
        let isShort = spaceGuard.isShort
        guard isShort || problems.has(.space) else { return }
        if isShort {
            journal.trouble("Too little room on the disk; the intake rests until there is more", key: "space")
            problems.set(
                .space, "less than min_free is free on the file system of \(parts.configuration.state); make room")
            problems.failed(times: Self.failuresOnce)
            spaceGuard.lookAgain { [weak self] in self?.checkSpace() }
        } else {
            journal.troubleEnded("There is room on the disk again", key: "space")
            problems.set(.space, nil)
        }
        intake.setPaused(problems.pausesIntake)
        teller?.changed()
    }

    func intakeReported(_ event: IntakeEvent) {
        journal.intake(event) { inboxes[$0].path }
        switch event {
        case .inboxMissing(let number, let error):
            problems.set(.inbox(number), "the inbox \(inboxes[number].path) cannot be opened (\(error.reason))")
        case .inboxUnmounted(let number):
            problems.set(
                .inbox(number), "nothing is mounted on the inbox \(inboxes[number].path) any more; mount it again")
        case .inboxBack(let number): problems.set(.inbox(number), nil)
        case .durableName(let file): removeAgain(file, inboxes[file.inbox])
        case .watching, .overflow, .polled, .watchedAgain, .skipped, .unreadable, .foundByScanOnly,
            .companionWithoutPage, .companionStays:
            break
        }
        teller?.changed()
    }

    /// A name whose outcome is durable still stands: the removal failed, or the daemon died before it.
    func removeAgain(_ file: InboxFile, _ settings: InboxSettings) {
        writer.queue.async { [self] in
            guard let root = intake.root(of: file.inbox),
                let delivery = try? archive.isKnown(inbox: settings.path, path: file.path, identity: file.identity)
            else { return }
            switch NameRemover.remove(file.path, in: root, identity: file.identity) {
            case .removed:
                writer.forget(LedgerName(inbox: settings.path, path: file.path, delivery: delivery), in: root)
                problems.set(.names, nil)
            case .refused(let error):
                nameStays(HandedFile(file: file, root: root, settings: settings), error)
            case .changed, .openForWriting: break
            }
        }
    }
}
