import ArticleQuery

/// Faults that every file would meet: the intake rests, the status says what to do, and it goes on by itself.
extension DeskEventHandler {
    func commitFailed(_ error: ArchiveError, times failures: Int) {
        journal.trouble("\(error)", key: "writer")
        problems.set(.writer, "\(error.cause); \(error.hint)")
        problems.failed(times: failures)
        pauseIntake()
    }

    func commitsWorkAgain() {
        journal.troubleEnded("The archive can be written again", key: "writer")
        problems.set(.writer, nil)
        pauseIntake()
    }

    /// Lets the intake rest for a while after a fault that a lane met.
    func rest(because reason: String) {
        problems.set(.lanes, reason)
        guard let pause = faultBackOff.failed() else { return }
        journal.trouble("No file can be taken: \(reason)", key: "lanes")
        problems.setResting(true)
        problems.failed(times: pause.failures)
        pauseIntake()
        timedWork.async(afterSeconds: pause.seconds) { [weak self] in
            guard let self else { return }
            faultBackOff.ended()
            problems.setResting(false)
            intake?.setPaused(problems.pausesIntake)
        }
    }

    /// A lane has taken a file through all stages.
    func endRest() {
        guard problems.has(.lanes) else { return }
        journal.troubleEnded("Files can be taken again", key: "lanes")
        problems.set(.lanes, nil)
        changed()
    }

    /// Rests the intake while less than `min_free` is free, and looks again until there is room.
    func checkSpace() {
        let isShort = spaceGuard.isShort
        guard isShort || problems.has(.space) else { return }
        if isShort {
            journal.trouble("Too little room on the disk; the intake rests until there is more", key: "space")
            problems.set(
                .space,
                "\(spaceGuard.shortage ?? "less than min_free is free") on the file system of \(configuration.state); make room"
            )
            problems.failed(times: Self.failuresOnce)
            spaceGuard.lookAgain { [weak self] in self?.checkSpace() }
        } else {
            journal.troubleEnded("There is room on the disk again", key: "space")
            problems.set(.space, nil)
        }
        pauseIntake()
    }

    private func pauseIntake() {
        intake?.setPaused(problems.pausesIntake)
        changed()
    }
}
