import Foundation
import Glibc
import LinuxSystem

/// Looks at everything that a desk stands on, without changing anything, and says what is wrong and what mends it.
///
/// Works whether or not the desk runs. Each finding is told as soon as it is there.
public struct DeskCheck {
    /// What is wanted.
    public struct Options: Sendable {
        /// Whether every kept original is read and compared with its hash.
        public var readsOriginals: Bool
        /// Told how many originals were read, and of how many.
        public var progress: @Sendable (_ done: Int, _ all: Int) -> Void
        /// The unit that runs the desk; nil for a desk that no unit runs.
        public var unit: String?
        /// Inboxes that other configurations watch too.
        public var sharedInboxes: [SharedInbox]

        /// Options; originals are not read unless wanted.
        public init(
            readsOriginals: Bool = false, unit: String? = nil, sharedInboxes: [SharedInbox] = [],
            progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
        ) {
            self.readsOriginals = readsOriginals
            self.progress = progress
            self.unit = unit
            self.sharedInboxes = sharedInboxes
        }
    }

    let configuration: DeskConfiguration
    let options: Options
    let user: DeskUser
    let tell: (CheckFinding) -> Void

    /// A check of the desk that a configuration describes.
    ///
    /// - Parameter tell: told each finding.
    public init(
        _ configuration: DeskConfiguration, options: Options = Options(), tell: @escaping (CheckFinding) -> Void
    ) {
        self.configuration = configuration
        self.options = options
        user = DeskUser(ownerOf: configuration.state)
        self.tell = tell
    }

    /// Looks at everything, in the order of a file's way.
    public func run() {
        tell(
            CheckFinding(
                "configuration", .fine, "inboxes: \(configuration.inboxes.count), state: \(configuration.state)"))
        for shared in options.sharedInboxes {
            tell(CheckFinding("configuration", .warning, shared.detail, remedy: shared.remedy))
        }
        checkInboxes()
        checkWatches()
        checkReader()
        let isThere = checkState()
        if isThere { checkArchive() }
        checkService()
    }

    /// Looks at the inboxes alone: whether they are there, and what the desk's user may do in them.
    public func runForInboxes() { checkInboxes() }
}
