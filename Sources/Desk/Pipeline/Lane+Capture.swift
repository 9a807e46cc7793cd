import Intake
import LinuxSystem

/// Taking the bytes of a file, which a lane leaves behind where the inbox does not answer.
extension Lane {
    /// Gives up a capture that does not end, so that the lane can go on elsewhere; its thread is lost until the file system answers.
    ///
    /// - Parameter departures: the capture that is meant, by the number of those that were left before it; nil for any.
    /// - Returns: false when nothing is being captured.
    @discardableResult
    func leaveCapture(after departures: Int? = nil) -> Bool {
        let hasLeft = place.withLock { place in
            guard place.isCapturing, departures == nil || departures == place.departures else { return false }
            place.isCapturing = false
            place.departures += 1
            place.queue = surroundings.queues.queue("wiredesk.lane.\(number).\(place.departures)")
            return true
        }
        guard hasLeft else { return false }
        surroundings.writer.laneEnds()
        surroundings.liveness.end(.lane(number))
        return true
    }

    /// Takes the bytes of a file; nil when the lane did not wait for them.
    func capture(_ handed: HandedFile) -> Result<SealedCopy, CaptureFailure>? {
        let departures = place.withLock { place in
            place.isCapturing = true
            return place.departures
        }
        let file = handed.file
        let responses = surroundings.responses
        let call = responses.begin(inbox: file.inbox) { [weak self] in
            guard let self, leaveCapture(after: departures) else { return }
            surroundings.events.lane(.leftCapture(lane: number))
        }
        let limit = limit(
            file.name, answered: { responses.goOn(call) },
            isWanted: { [weak self] in self?.isCapturing(after: departures) ?? false })
        let result: Result<SealedCopy, CaptureFailure>
        do throws(CaptureFailure) {
            result = .success(
                try surroundings.capture.capture(
                    file.path, in: handed.root, expecting: file.identity, evenIfOpen: handed.isGivenUp, within: limit))
        } catch {
            result = .failure(error)
        }
        responses.end(call)
        let isHere = place.withLock { place in
            guard place.departures == departures else { return false }
            place.isCapturing = false
            return true
        }
        if isHere { return result }
        conclude(file, .again)
        return nil
    }

    private func isCapturing(after departures: Int) -> Bool { place.withLock { $0.departures == departures } }
}
