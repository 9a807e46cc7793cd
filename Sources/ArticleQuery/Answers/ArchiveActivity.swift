/// What came in since some moment.
public struct ArchiveActivity: Sendable, Hashable {
    /// Deliveries that stored something.
    public var stored = 0
    /// Deliveries that held nothing new.
    public var duplicate = 0
    /// Rejected deliveries.
    public var rejected = 0
    /// New articles and versions.
    public var versions = 0
    /// Bytes that their originals take on disk.
    public var originalsBytes: Int64 = 0

    package init(stored: Int = 0, duplicate: Int = 0, rejected: Int = 0, versions: Int = 0, originalsBytes: Int64 = 0) {
        self.stored = stored
        self.duplicate = duplicate
        self.rejected = rejected
        self.versions = versions
        self.originalsBytes = originalsBytes
    }

    /// All deliveries.
    public var deliveries: Int { stored + duplicate + rejected }
}

/// A source of articles, an outlet or a collection, and what came from it in the time that was looked at.
public struct SourceActivity: Sendable, Hashable {
    /// The outlet's or collection's name; nil for articles without an outlet, empty for those outside of any collection.
    public var name: String?
    /// Versions that came from it.
    public var versions: Int
    /// When the first of them was delivered, milliseconds since 1970 UTC.
    public var first: Int64
    /// When the last of them was delivered.
    public var last: Int64

    /// A source and what came from it.
    public init(name: String?, versions: Int, first: Int64, last: Int64) {
        self.name = name
        self.versions = versions
        self.first = first
        self.last = last
    }

    /// Versions from which a usual distance can be told.
    package static let fewest = 5
    /// A source is silent after so many times its usual distance.
    package static let patience: Int64 = 4
    /// It is never silent within so many milliseconds: a day, for weekends are not the desk's business but nights are.
    package static let shortest: Int64 = 86_400_000

    /// For how long it has been silent beyond what is usual for it, in milliseconds; nil when it is not.
    ///
    /// Usual is the mean distance between its versions in the time that was looked at.
    public func silence(at now: Int64) -> Int64? {
        guard versions >= Self.fewest else { return nil }
        let usual = (last - first) / Int64(versions - 1)
        let since = now - last
        return since > max(Self.shortest, usual * Self.patience) ? since : nil
    }
}

/// A file that took long.
public struct SlowDelivery: Sendable, Hashable {
    /// The delivery's number.
    public var delivery: Int64
    /// The shown path.
    public var name: String
    /// How long it took in milliseconds.
    public var milliseconds: Int64
    /// Its size in bytes.
    public var size: Int64

    package init(delivery: Int64, name: String, milliseconds: Int64, size: Int64) {
        self.delivery = delivery
        self.name = name
        self.milliseconds = milliseconds
        self.size = size
    }
}
