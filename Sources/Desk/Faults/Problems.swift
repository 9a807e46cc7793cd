import Synchronization

/// What is wrong at the moment, the gravest first.
final class Problems: Sendable {
    /// A kind of problem; there is at most one of each at a time.
    enum Kind: Hashable, Sendable, Comparable {
        /// The database is damaged.
        case database
        /// The archive cannot be written.
        case writer
        /// Too little room on the disk.
        case space
        /// Lanes cannot work: originals cannot be kept, or no reader can be started.
        case lanes
        /// The configuration on disk was refused, and an older one is in force.
        case configuration
        /// Originals are not in the database.
        case comparison
        /// An inbox is missing.
        case inbox(Int)
        /// The file system of an inbox does not answer.
        case silentInbox(Int)
        /// An inbox is polled, since a limit of inotify is reached.
        case polledInbox(Int)
        /// Names of stored files may not be removed.
        case names
    }

    private struct State {
        var texts: [Kind: String] = [:]
        var isResting = false
        var failures = 0
        var failureLimit = Int.max
        var whenFailing: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Sets or, with nil, ends a problem.
    func set(_ kind: Kind, _ text: String?) { state.withLock { $0.texts[kind] = text } }

    func has(_ kind: Kind) -> Bool { state.withLock { $0.texts[kind] != nil } }

    /// All problems, the gravest first.
    var all: [String] { state.withLock { state in state.texts.sorted { $0.key < $1.key }.map(\.value) } }

    /// The kinds of problem that there are now.
    var kinds: [Kind] { state.withLock { Array($0.texts.keys) } }

    /// Whether the intake should rest: what is read now could not be kept.
    var pausesIntake: Bool {
        state.withLock { $0.isResting || $0.texts[.writer] != nil || $0.texts[.space] != nil }
    }

    /// Whether the intake rests for a while after a fault that lanes met (`FaultBackOff`).
    func setResting(_ isResting: Bool) { state.withLock { $0.isResting = isResting } }

    /// Calls `action` when something has failed so many times in a row, or has failed that often already.
    func onFailures(_ limit: Int, _ action: @escaping @Sendable () -> Void) {
        let isFailing = state.withLock { state in
            state.failureLimit = limit
            state.whenFailing = action
            return state.failures >= limit
        }
        if isFailing { action() }
    }

    /// Something that the desk cannot go on without has failed so many times in a row.
    func failed(times failures: Int) {
        let action = state.withLock { state in
            state.failures = failures
            return failures >= state.failureLimit ? state.whenFailing : nil
        }
        action?()
    }
}
