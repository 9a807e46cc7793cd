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
    /// A summary never stands before the article itself, whatever their times: feeds date by when they list; nor does a copy that was cut
    /// (a teaser, what is free before a wall) before the text that it is cut from. Else the later time wins, compared as precisely as both are known. At the same time, or where one is unknown, a full
    /// text goes before a stub, and the longer of two stubs before the shorter; else the later delivery.
    ///
    /// What is withdrawn stays so until a version comes that is newer by the provider's number or its time: what a kill
    /// names may be delivered after it. A kill that does not say when it was made comes after all that is there.
    ///
    /// - Parameter copy: how the texts stand to each other; `.different` by default.
    func replaces(_ current: VersionOrder, copy: CopyRelation = .different) -> Bool {
        if standing.isWithdrawn != current.standing.isWithdrawn {
            if let order = standing.order(to: current.standing), order != .same { return order == .later }
            if current.standing.isWithdrawn {
                guard let time, let other = current.time else { return false }
                return time.compareAtCommonPrecision(other) == .later
            }
            if !isTimeItsOwn { return true }
        }
        if isSummary != current.isSummary { return current.isSummary }
        // The provider's own number of a later version is no teaser's.
        if standing.order(to: current.standing) != .later {
            if copy == .cut || isStub && wordCount * 10 < current.wordCount * CopyRelation.tenths { return false }
            if copy == .fuller || current.isStub && current.wordCount * 10 < wordCount * CopyRelation.tenths {
                return true
            }
        }
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

/// How the text of one version stands to that of another: a copy may be cut off behind its first paragraphs.
enum CopyRelation: Sendable, Hashable {
    /// The one is the beginning of the other, with a line about the rest perhaps.
    case cut
    /// The other way round.
    case fuller
    /// Neither: what is shorter or longer was rewritten.
    case different

    /// Tenths of the fuller text below which what is cut off is no correction: 7 of 10. A paragraph that is taken out leaves more.
    static let tenths = 7
    /// Tenths of the cut text that are the beginning of the fuller one; the rest is an invitation to subscribe.
    private static let sharedTenths = 6
    /// Bytes of a cut text that tell.
    private static let fewest = 40

    /// Whether word counts lie so far apart that the texts must be compared.
    static func isPossible(_ words: Int, _ others: Int) -> Bool {
        min(words, others) * 10 < max(words, others) * tenths
    }

    /// - Parameters:
    ///   - text: the text of the version that this tells of.
    ///   - other: the text of the version that it is compared with.
    init(_ text: String, _ other: String) {
        let own = Self.letters(text)
        let others = Self.letters(other)
        let isCut = own.count < others.count
        let (short, long) = isCut ? (own, others) : (others, own)
        let shared = zip(short, long).prefix { $0 == $1 }.count
        guard short.count >= Self.fewest, short.count * 10 < long.count * Self.tenths,
            shared * 10 >= short.count * Self.sharedTenths
        else {
            self = .different
            return
        }
        self = isCut ? .cut : .fuller
    }

    /// The bytes without ASCII's spaces and signs, so that layout and marks do not count.
    private static func letters(_ text: String) -> [UInt8] {
        text.utf8.filter { $0 >= 0x80 || $0 &- 48 < 10 || ($0 | 32) &- 97 < 26 }
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
