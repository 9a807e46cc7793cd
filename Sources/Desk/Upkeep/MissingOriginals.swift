import Archive
import ArticleQuery
import LinuxSystem
import NewsModel

/// The kept originals that a database knows nothing of, and may take in.
struct MissingOriginals {
    /// Those that may be taken in.
    private(set) var hashes: [SHA256Digest] = []
    /// Originals that are left out since what is in them is past its term: copies of what retention has removed.
    private(set) var pastTerm = 0

    /// Looks for them.
    ///
    /// - Parameters:
    ///   - isUnderWay: whether the row of an original is about to be committed.
    ///   - now: milliseconds since 1970.
    /// - Throws: `ArchiveError`.
    init(
        in archive: ArchiveReader, retention: RetentionPolicy, now: Int64 = SystemClock().wallMilliseconds,
        isUnderWay: (SHA256Digest) -> Bool = { _ in false }
    ) throws(ArchiveError) {
        for sha256 in try archive.missingOriginals(isUnderWay: isUnderWay) {
            // What cannot be read is told when it is to be taken in; one from before facts were kept says nothing of its age.
            let facts = (try? archive.originals.facts(of: sha256)) ?? nil
            if let facts, facts.received > 0,
                retention.isPastTerm(articleOf: facts.collection, received: facts.received, now: now)
            {
                pastTerm += 1
            } else {
                hashes.append(sha256)
            }
        }
    }
}
