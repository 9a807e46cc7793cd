import Archive
import ArticleQuery
import Dispatch
import Intake
import LinuxSystem
import NewsModel

/// What the rooms report, and what the desk makes of it.
extension Desk {
    func committed(_ delivery: CommittedDelivery, _: ArchiveWriter.Item) {
        if !delivery.articles.isEmpty { analyst.wake() }
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

    /// A name may not be removed although its outcome is durable.
    func nameStays(_ handed: HandedFile, _ error: SystemError) {
        journal.nameStays(handed, error)
        staying.withLock { $0.add(handed) }
        problems.set(
            .names,
            "files are stored but may not be removed from \(handed.settings.path) (\(error.reason)); let the desk write to their folders (chmod -R g+w; wiredesk check names them) or set take: leave"
        )
        tryStayingNamesLater()
        teller?.changed()
    }

    private func tryStayingNamesLater() {
        guard let pause = staying.withLock({ $0.scheduleAttempt() }) else { return }
        DispatchQueue.timedWork.asyncAfter(deadline: .now() + pause) { [weak self] in self?.tryStayingNames() }
    }

    /// Tries to remove the names that could not be removed before; the problem ends with the last of them.
    private func tryStayingNames() {
        guard !isEnding else { return }
        let files = staying.withLock { staying in
            staying.beginAttempt()
            return staying.files
        }
        for handed in files { removals.removeAgain(handed.file) }
        tryStayingNamesLater()
    }

    /// A name that stayed is gone, or stands for another file.
    func nameIsGone(_ handed: HandedFile) {
        let isLast = staying.withLock { staying in
            guard !staying.isEmpty else { return false }
            staying.remove(handed)
            return staying.isEmpty
        }
        guard isLast, problems.has(.names) else { return }
        problems.set(.names, nil)
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
        DispatchQueue.timedWork.asyncAfter(deadline: .now() + pause.seconds) { [weak self] in
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
        case .inboxSilent(let number, let since):
            problems.set(
                .silentInbox(number),
                "the inbox \(inboxes[number].path) has not answered since \(LocalTime.text(milliseconds: since)); the others go on. See to its file system or server"
            )
        case .inboxAnswers(let number): problems.set(.silentInbox(number), nil)
        case .durableName(let file): removals.removeAgain(file)
        case .leftAside(let number, let path): removals.removeAside(path, inbox: number)
        case .watching, .overflow, .polled, .watchedAgain, .skipped, .unreadable, .writerGivenUp, .foundByScanOnly,
            .companionWithoutPage, .companionStays, .companionBroughtBack:
            break
        }
        teller?.changed()
    }
}
