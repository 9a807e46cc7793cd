import ArticleQuery
import Glibc
import NewsModel

/// Whether the database is the one that goes with the originals.
extension Archive {
    /// Compares the database with the mark beside its originals when it is opened, and goes on from there.
    ///
    /// Where they do not belong together the database becomes an archive of its own, that commits of now may not be taken for those of
    /// then, and the mismatch stands in it until a full comparison has found nothing missing.
    /// - Returns: What leaves the marks of this archive; nil for a database that is being rebuilt.
    static func marker(_ stores: ArchiveStores, _ state: StateFolder) throws -> CommitMarker? {
        let numbers = stores.commits.memory
        let mark = try CommitMark.read(state)
        guard state == StateFolder(state.path) else {
            // It takes the place of the other one, and so has its mark.
            if let mark {
                try stores.session.transaction {
                    try stores.commits.identify(as: mark.archive, nil)
                    try stores.commits.note(mark.begun)
                }
            }
            return nil
        }
        let isEmpty =
            numbers.archive == nil && stores.counters.memory.originals == 0 ? try state.holdsOriginals : false
        let mismatch = DatabaseMismatch(
            archive: numbers.archive, commits: numbers.commits, mark: mark, isEmpty: isEmpty)
        var archive = numbers.archive ?? ""
        if mismatch != nil || numbers.archive == nil {
            archive = String(UInt64.random(in: 0...UInt64.max), radix: 16)
            try stores.session.transaction { try stores.commits.identify(as: archive, mismatch) }
            // Behind the database: between the two they differ, and the next start finds the same.
            try CommitMark(archive: archive, begun: numbers.commits, done: numbers.commits).put(into: state)
        }
        return try CommitMarker(state, archive: archive, commits: numbers.commits)
    }

    /// Why the database and the originals are to be compared in full; nil where they belong together.
    public func mismatch() throws(ArchiveError) -> DatabaseMismatch? {
        try recall("compare the database with the originals") { $0.commits.memory.mismatch }
    }

    /// Whether the row of an original is about to be committed.
    public func isUnderWay(_ sha256: SHA256Digest) -> Bool { originals.isUnderWay(sha256) }

    /// Notes that every original is in the database.
    public func originalsAreComplete() throws(ArchiveError) {
        guard try mismatch() != nil else { return }
        try write("note that every original is in the database") { stores in
            try stores.session.transaction { try stores.commits.settle() }
        }
    }
}

extension ArchiveReader {
    /// Why the database and the originals do not belong together, as far as the mark beside them and the database itself say; nil where
    /// they do.
    public func mismatch() throws(ArchiveError) -> DatabaseMismatch? {
        // The mark first: a commit meanwhile brings the database further, and not the mark.
        let mark = try CommitMark.read(state)
        let (numbers, originals) = try read("compare the database with the originals") { session in
            (
                try session.commitNumbers(),
                try session.sql("SELECT EXISTS (SELECT 1 FROM originals)").first { $0.integer(0) } ?? 0
            )
        }
        if let known = numbers.mismatch { return known }
        let isEmpty = numbers.archive == nil && originals == 0 ? try state.holdsOriginals : false
        let found = DatabaseMismatch(
            archive: numbers.archive, commits: numbers.commits, mark: mark, isEmpty: isEmpty)
        guard found == .olderOriginals, let later = try CommitMark.read(state) else { return found }
        // Of a running desk commits may have come between the two looks.
        return later.begun >= numbers.commits ? nil : found
    }

    /// The kept originals of which the database has no row, by the names of their files.
    ///
    /// One whose row says that it is not kept was taken out by retention or an erasure and does not count.
    /// - Parameter isUnderWay: whether the row of an original is about to be committed.
    public func missingOriginals(
        isUnderWay: (SHA256Digest) -> Bool = { _ in false }
    ) throws(ArchiveError) -> [SHA256Digest] {
        // In this order, as a row follows its file and not the other way round.
        let hashes = try state.originalHashes()
        var missing: [SHA256Digest] = []
        for start in stride(from: 0, to: hashes.count, by: Self.hashesAtATime) {
            let some = hashes[start..<min(start + Self.hashesAtATime, hashes.count)].filter { !isUnderWay($0) }
            missing += try read("look originals up") { session in
                try some.filter { sha256 in try session.known(sha256) == nil }
            }
        }
        return missing
    }

    /// The originals that the database says are kept and whose files are not there.
    ///
    /// Only looks whether the files are there (`checkOriginals` reads them).
    public func lostOriginals() throws(ArchiveError) -> [SHA256Digest] {
        let kept = try read("list the originals") { session in
            try session.sql("SELECT sha256 FROM originals WHERE kept_bytes IS NOT NULL ORDER BY id").all {
                SHA256Digest(bytes: $0.bytes(0))
            }
        }.compactMap { $0 }
        let lost = kept.filter {
            ArchiveFiles.size(ofFile: state.path + "/" + OriginalStore.relativePath(of: $0)) == nil
        }
        guard !lost.isEmpty else { return [] }
        // Retention and erasures remove a file a moment before its row says so.
        usleep(Self.removalMicroseconds)
        return try stillKept(lost)
    }

    private static let removalMicroseconds: UInt32 = 1_000_000

    /// Originals that one transaction looks up.
    private static let hashesAtATime = 1_000
}
