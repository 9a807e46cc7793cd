import Synchronization

/// How many articles of a sample each language has, remembered between the searches of a reader.
final class LanguageShares: Sendable {
    /// An archive of fewer articles is sampled for each search, since a few articles change its shares.
    private static let smallArchive: Int64 = 20_000
    /// The shares are taken again when so great a part of the archive is newer.
    private static let newerShare: Int64 = 50

    private let known = Mutex<(last: Int64, counts: [String: Int])?>(nil)

    /// The counts of a sample of the articles up to the last one: those that are known, or what `sample` gives.
    func counts(upTo last: Int64, sample: () throws -> [String: Int]) rethrows -> [String: Int] {
        guard last >= Self.smallArchive else { return try sample() }
        let remembered = known.withLock { $0 }
        if let remembered, last >= remembered.last, (last - remembered.last) * Self.newerShare <= last {
            return remembered.counts
        }
        let counts = try sample()
        known.withLock { $0 = (last, counts) }
        return counts
    }
}
