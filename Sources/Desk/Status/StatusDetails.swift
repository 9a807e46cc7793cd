import Archive
import CLinux
import Intake
import LinuxSystem

/// What `wiredesk status --full` tells beyond the totals: what comes in how quickly and from where, what has gone silent, what took
/// long, and how long the disk will do.
public struct StatusDetails: Sendable {
    /// What came in within the last minute, hour and day.
    public var minute: ArchiveActivity
    /// The last hour.
    public var hour: ArchiveActivity
    /// The last 24 hours.
    public var day: ArchiveActivity
    /// The outlets of the last 30 days, the most frequent first.
    public var outlets: [SourceActivity]
    /// The collections of the last 30 days.
    public var collections: [SourceActivity]
    /// The deliveries of the last 24 hours that took longest.
    public var slowest: [SlowDelivery]
    /// How long the disk will do; nil where the file system does not tell.
    public var disk: DiskForecast?

    /// Days of which sources are told.
    public static let sourceDays = 30
    /// Slow files that are told.
    static let mostSlow = 5
    private static let secondMilliseconds: Int64 = 1000
    private static let dayMilliseconds: Int64 = 86_400 * secondMilliseconds

    /// Reads the details.
    ///
    /// - Throws: `ArchiveError`.
    public static func take(
        _ configuration: DeskConfiguration, _ archive: ArchiveReader, _ stored: ArchiveStatus
    ) throws(ArchiveError) -> StatusDetails {
        let now = SystemClock().wallMilliseconds
        let month = now - Int64(sourceDays) * dayMilliseconds
        let outlets = try archive.sources(since: month, byCollection: false)
        return StatusDetails(
            minute: try archive.activity(since: now - 60 * secondMilliseconds),
            hour: try archive.activity(since: now - 3600 * secondMilliseconds),
            day: try archive.activity(since: now - dayMilliseconds),
            outlets: outlets, collections: try archive.sources(since: month, byCollection: true),
            slowest: try archive.slowest(since: now - dayMilliseconds, limit: mostSlow),
            disk: try DiskForecast.take(
                configuration, archive, stored, now: now, firstSeen: outlets.map(\.first).min()))
    }
}

/// How long the disk of the archive will do if it goes on as in the last week.
public struct DiskForecast: Sendable, Equatable {
    /// Bytes that are free to the desk.
    public var freeBytes: Int64
    /// Bytes that the archive grows by in a day; nil while there is too little to tell from.
    public var bytesPerDay: Int64?
    /// Days until less than `min_free` is free and the intake rests; nil where nothing grows.
    public var daysLeft: Double?

    /// Days that are looked at.
    static let days: Int64 = 7
    /// The shortest time from which growth is told: an hour, or the first morning would frighten everybody.
    static let shortestMilliseconds: Int64 = 3_600_000
    private static let dayMilliseconds: Int64 = 86_400_000

    /// A forecast from what came in since a moment.
    ///
    /// - Parameters:
    ///   - grown: bytes that the archive has grown by.
    ///   - milliseconds: the time in which it has.
    init(freeBytes: Int64, minimumFree: Int64, grown: Int64, milliseconds: Int64) {
        self.freeBytes = freeBytes
        guard milliseconds >= Self.shortestMilliseconds, grown > 0 else { return }
        let perDay = Double(grown) / Double(milliseconds) * Double(Self.dayMilliseconds)
        bytesPerDay = Int64(perDay)
        daysLeft = Double(max(0, freeBytes - minimumFree)) / max(1, perDay)
    }

    /// Originals are counted; the database is taken to grow by its mean bytes for each version.
    static func take(
        _ configuration: DeskConfiguration, _ archive: ArchiveReader, _ stored: ArchiveStatus, now: Int64,
        firstSeen: Int64?
    ) throws(ArchiveError) -> DiskForecast? {
        guard let folder = try? Descriptor.directory(path: configuration.state) else { return nil }
        var bytes: UInt64 = 0
        var inodes: UInt64 = 0
        guard wd_free_space(folder.number, &bytes, &inodes) == 0 else { return nil }
        let begin = max(now - days * dayMilliseconds, firstSeen ?? now)
        let week = try archive.activity(since: begin)
        let perVersion = Double(stored.databaseBytes) / Double(max(1, stored.counters.versions))
        return DiskForecast(
            freeBytes: Int64(clamping: bytes), minimumFree: configuration.minimumFree,
            grown: week.originalsBytes + Int64(perVersion * Double(week.versions)), milliseconds: now - begin)
    }
}
