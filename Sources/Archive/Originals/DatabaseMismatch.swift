import ArticleQuery

/// How a database and the originals beside it do not belong together, by the mark that commits leave there.
public enum DatabaseMismatch: String, Sendable, Hashable, CustomStringConvertible {
    /// The database is older than the originals: commits are missing in it.
    case older
    /// The database is that of another archive, or was started over.
    case another
    /// The originals are older than the database: originals may be missing.
    case olderOriginals = "older-originals"
    /// The mark is missing or cannot be read.
    case unmarked

    /// What it means, for people.
    public var description: String {
        switch self {
        case .older: "the database is older than the originals beside it: commits are missing in it"
        case .another: "the database is not the one that the originals beside it belong to"
        case .olderOriginals: "the originals are older than the database beside them"
        case .unmarked: "the mark beside the originals is missing or damaged"
        }
    }

    /// Compares a database with the mark beside its originals; nil where they belong together.
    ///
    /// - Parameters:
    ///   - archive: what the database says that it is; nil for one that has never been marked.
    ///   - commits: the last commit of new originals in it.
    ///   - isEmpty: whether it knows no original though there are some.
    init?(archive: String?, commits: Int64, mark: CommitMark?, isEmpty: Bool) {
        guard let mark else {
            // Of an archive from before there were marks nothing is known but that.
            guard archive != nil || isEmpty else { return nil }
            self = archive == nil ? .another : .unmarked
            return
        }
        guard archive == mark.archive else {
            self = .another
            return
        }
        // One commit ahead is what a crash between the sync and the commit leaves.
        if mark.done > commits || mark.begun > commits + 1 {
            self = .older
        } else if mark.begun < commits {
            self = .olderOriginals
        } else {
            return nil
        }
    }
}
