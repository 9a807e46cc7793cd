import LinuxSystem
import NewsModel
import Synchronization

/// The files of one inbox that are complete, and those that lanes have in hand.
///
/// The inbox's own queue puts files in and takes note of events; the intake's queue hands them out. Neither waits for the other for longer
/// than it takes to look into a table, so that an inbox whose file system does not answer holds up nobody else.
final class FilesInHand: Sendable {
    /// Where a name stood when an event told of it.
    enum Place {
        /// It is neither complete nor in hand.
        case elsewhere
        /// It was complete; it is so no more, unless the event says nothing new.
        case complete
        /// A lane has it; what was told is kept until that is done.
        case inHand
    }

    private struct State {
        var root: (any OpenFolder)?
        var complete = CompleteFiles()
        var inHand: Set<[UInt8]> = []
        /// What events told of files in hand.
        var told: [[UInt8]: NameEvent] = [:]
        /// True when the inbox waits for room.
        var isWantingRoom = false
    }

    private let state = Mutex(State())

    /// The open directory of the inbox; nil while it is missing.
    var root: (any OpenFolder)? {
        get { state.withLock { $0.root } }
        set { state.withLock { $0.root = newValue } }
    }

    /// Complete files.
    var completeCount: Int { state.withLock { $0.complete.count } }
    /// Files that lanes have.
    var inHandCount: Int { state.withLock { $0.inHand.count } }
    /// Whether there is nothing at all.
    var isEmpty: Bool { state.withLock { $0.complete.count == 0 && $0.inHand.isEmpty } }

    /// Whether a file is complete or in hand.
    func contains(_ path: [UInt8]) -> Bool { state.withLock { $0.inHand.contains(path) || $0.complete.contains(path) } }

    /// How many of some files are neither complete nor in hand.
    func countElsewhere(_ paths: some Collection<[UInt8]>) -> Int {
        guard !paths.isEmpty else { return 0 }
        return state.withLock { state in paths.count { !state.inHand.contains($0) && !state.complete.contains($0) } }
    }

    /// Whether a lane has a file.
    func isInHand(_ path: [UInt8]) -> Bool { state.withLock { $0.inHand.contains(path) } }

    /// Adds complete files in their order.
    func append(_ files: [CompleteFiles.File]) {
        guard !files.isEmpty else { return }
        state.withLock { state in
            for file in files where !state.inHand.contains(file.path) { state.complete.append(file) }
        }
    }

    /// Takes note of an event.
    func note(_ told: NameEvent, of path: [UInt8]) -> Place {
        state.withLock { state in
            if state.inHand.contains(path) {
                // Rights, and that the desk has moved it back, tell nothing that the content does not.
                if (told != .attributesChanged && told != .movedBack) || state.told[path] == nil
                    || state.told[path] == .attributesChanged
                {
                    state.told[path] = told
                }
                return .inHand
            }
            guard state.complete.contains(path) else { return .elsewhere }
            // A program that closes what it has not changed says nothing new of a complete file, and rights neither.
            if told != .closed, told != .attributesChanged { state.complete.withdraw(path) }
            return .complete
        }
    }

    /// Hands out the next complete file.
    ///
    /// - Parameter isQuick: true for one that does not take long.
    func next(isQuick: Bool = false) -> (file: CompleteFiles.File, root: any OpenFolder)? {
        state.withLock { state in
            guard let root = state.root, let file = isQuick ? state.complete.nextQuick() : state.complete.next() else {
                return nil
            }
            state.inHand.insert(file.path)
            return (file, root)
        }
    }

    /// A lane is done with a file; what events told of it meanwhile.
    func finish(_ path: [UInt8]) -> NameEvent? {
        state.withLock { state in
            state.inHand.remove(path)
            return state.told.removeValue(forKey: path)
        }
    }

    /// The inbox waits for room: it is to be woken when few complete files are left.
    func wantRoom() { state.withLock { $0.isWantingRoom = true } }

    /// Whether the inbox waits for room and there are fewer than `limit` complete files; said once.
    func takeWish(below limit: Int) -> Bool {
        state.withLock { state in
            guard state.isWantingRoom, state.complete.count < limit else { return false }
            state.isWantingRoom = false
            return true
        }
    }

    /// The inbox is gone: nothing is complete any more; what lanes have they bring back.
    func loseComplete() {
        state.withLock { state in
            state.complete = CompleteFiles()
            state.isWantingRoom = false
        }
    }
}
