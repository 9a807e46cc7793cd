import DeskProtocol
import LinuxSystem

/// What is wrong at the intake, in a few words for the head of every page; the same that `wiredesk status` tells at length.
actor IntakeAlarm {
    /// Nanoseconds for which an answer holds: a page more or less makes no question more to the desk.
    private static let lasting: UInt64 = 5_000_000_000

    private let archive: ArchivePool
    private let desk: DeskQuestions
    private let clock = SystemClock()
    private var known: String?
    private var asked: UInt64?

    init(archive: ArchivePool, desk: DeskQuestions) {
        self.archive = archive
        self.desk = desk
    }

    /// The words; nil when nothing is wrong, and while no desk runs, of which pages tell by themselves.
    func words() async -> String? {
        let now = clock.monotonicNanoseconds
        if let asked, now - asked < Self.lasting { return known }
        // Whoever comes while the desk is asked gets what was known before.
        asked = now
        let live = try? await archive.run { [desk] in try desk.live() }
        known = live.flatMap(\.self).flatMap(Self.words(of:))
        return known
    }

    /// What is wrong of a desk's status.
    static func words(of live: LiveStatus) -> String? {
        if live.problem != nil { return "problem" }
        guard !live.blocked.isEmpty else { return nil }
        return live.blocked.count == 1 ? "1 file cannot be taken" : "\(live.blocked.count) files cannot be taken"
    }
}
