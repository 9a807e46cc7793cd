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

    package init(
        minute: ArchiveActivity, hour: ArchiveActivity, day: ArchiveActivity, outlets: [SourceActivity],
        collections: [SourceActivity], slowest: [SlowDelivery], disk: DiskForecast?
    ) {
        self.minute = minute
        self.hour = hour
        self.day = day
        self.outlets = outlets
        self.collections = collections
        self.slowest = slowest
        self.disk = disk
    }

    /// Days of which sources are told.
    public static let sourceDays = 30
}

/// How long the disk of the archive will do if it goes on as in the last week.
public struct DiskForecast: Sendable, Equatable {
    /// Bytes that are free to the desk.
    public var freeBytes: Int64
    /// Bytes that the archive grows by in a day; nil while there is too little to tell from.
    public var bytesPerDay: Int64?
    /// Days until less than `min_free` is free and the intake rests; nil where nothing grows.
    public var daysLeft: Double?

    package init(freeBytes: Int64) { self.freeBytes = freeBytes }
}
