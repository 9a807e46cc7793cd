import NewsModel

/// What decides which version of an article is the current one.
struct VersionOrder: Sendable, Hashable {
    /// `modified ?? published`.
    var time: NewsTime?
    /// True when only the free part of a paywalled text is there.
    var isStub: Bool
    /// True when the text only tells of the article, as a feed's short entry does.
    var isSummary: Bool
    /// The number of words.
    var wordCount: Int
    /// Whether the provider lets it be used.
    var standing: Standing
    /// Whether `time` is that of this version, and not that of the first publication.
    var isTimeItsOwn: Bool

    init(
        time: NewsTime?, isStub: Bool, isSummary: Bool = false, wordCount: Int,
        standing: Standing = Standing(status: nil, embargo: nil, version: nil), isTimeItsOwn: Bool = false
    ) {
        self.time = time
        self.isStub = isStub
        self.isSummary = isSummary
        self.wordCount = wordCount
        self.standing = standing
        self.isTimeItsOwn = isTimeItsOwn
    }

    init(_ article: Article) {
        self.init(
            time: article.modified ?? article.published, isStub: article.isPaywalled, isSummary: article.isSummary,
            wordCount: article.wordCount, standing: Standing(article.wire), isTimeItsOwn: article.modified != nil)
    }

    /// True when this version, which was delivered later, becomes the current one in place of `current`.
    ///
    /// A summary never stands before the article itself, whatever their times: feeds date by when they list. Else the later
    /// time wins, compared as precisely as both are known. At the same time, or where one is unknown, a full
    /// text goes before a stub, and the longer of two stubs before the shorter; else the later delivery.
    ///
    /// What is withdrawn stays so until a version comes that is newer by the provider's number or its time: what a kill
    /// names may be delivered after it. A kill that does not say when it was made comes after all that is there.
    func replaces(_ current: VersionOrder) -> Bool {
        if standing.isWithdrawn != current.standing.isWithdrawn {
            if let order = standing.order(to: current.standing), order != .same { return order == .later }
            if current.standing.isWithdrawn {
                guard let time, let other = current.time else { return false }
                return time.compareAtCommonPrecision(other) == .later
            }
            if !isTimeItsOwn { return true }
        }
        if isSummary != current.isSummary { return current.isSummary }
        if let time, let other = current.time {
            switch time.compareAtCommonPrecision(other) {
            case .later: return true
            case .earlier: return false
            case .same: break
            }
        }
        if isStub != current.isStub { return current.isStub }
        return !isStub || wordCount >= current.wordCount
    }
}

/// How one time, or one number of a version, stands to another.
enum TimeOrder: Sendable, Hashable {
    case earlier, same, later
}

extension NewsTime {
    /// Compares two times as precisely as both are known: instants where both have a zone, local times where neither
    /// has, and the days as written where the two differ in precision.
    func compareAtCommonPrecision(_ other: NewsTime) -> TimeOrder {
        if time != nil, other.time != nil, (offsetMinutes == nil) == (other.offsetMinutes == nil) {
            return Self.order(instantMilliseconds, other.instantMilliseconds)
        }
        return Self.order(
            Int64(year * 10_000 + month * 100 + day), Int64(other.year * 10_000 + other.month * 100 + other.day))
    }

    private static func order(_ first: Int64, _ second: Int64) -> TimeOrder {
        first == second ? .same : first < second ? .earlier : .later
    }
}
