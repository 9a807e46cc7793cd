import Archive
import ArticleQuery
import CLinux
import Intake
import LinuxSystem

extension StatusDetails {
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

extension DiskForecast {
    /// Days that are looked at.
    static let days: Int64 = 7
    /// The shortest time from which growth is told: a whole week. The import of the first day, or a weekend, says nothing of the days to come.
    static let shortestMilliseconds: Int64 = days * dayMilliseconds
    private static let dayMilliseconds: Int64 = 86_400_000

    /// A forecast from what came in since a moment.
    ///
    /// - Parameters:
    ///   - grown: bytes that the archive has grown by.
    ///   - milliseconds: the time in which it has.
    init(freeBytes: Int64, minimumFree: Int64, grown: Int64, milliseconds: Int64) {
        self.init(freeBytes: freeBytes)
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
        guard now - begin >= shortestMilliseconds else { return DiskForecast(freeBytes: Int64(clamping: bytes)) }
        let week = try archive.activity(since: begin)
        let perVersion = Double(stored.databaseBytes) / Double(max(1, stored.counters.versions))
        return DiskForecast(
            freeBytes: Int64(clamping: bytes), minimumFree: configuration.minimumFree,
            grown: week.originalsBytes + Int64(perVersion * Double(week.versions)), milliseconds: now - begin)
    }
}
