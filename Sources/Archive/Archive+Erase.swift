import ArticleQuery
import NewsModel

extension Archive {
    /// Removes every trace of an article's words: rows, index, log, originals. A hash of its texts stays, so that they are not taken
    /// again, nor by a rebuild.
    ///
    /// Writes the whole database again (`VACUUM`), which takes its size once more on the disk and some seconds a gigabyte; nothing
    /// is filed meanwhile. Made again after an interruption it goes on where it stopped.
    /// Other articles of the same originals stay, each with an original of its own.
    /// - Parameters:
    ///   - leavesNeighbours: false to refuse where there are others.
    ///   - replacement: the bytes of such an original; a reader must make an equal article of them.
    /// - Throws: `ErasureRefusal`, `ArchiveError`.
    public func erase(
        _ id: ArticleID, leavesNeighbours: Bool, replacement: (FiledVersion) -> [UInt8]
    ) throws -> Erasure {
        var erasure = Erasure()
        if let plan = try erasing(
            "erase an article", { try $0.erasing.plan(of: id, leavesNeighbours: leavesNeighbours) })
        {
            erasure.number = plan.article
            erasure.neighbours = plan.neighbours
            let replacements =
                plan.neighbours.isEmpty
                ? [] : try writeReplacements(for: plan.originals, leaving: plan.article, bytes: replacement)
            // The files go before the rows that name them: what was interrupted is found and done again.
            for original in plan.originals {
                let path = OriginalStore.relativePath(of: original.sha256)
                try ArchiveFiles.remove(state.path + "/" + path)
                erasure.originals.append(path)
            }
            try syncFolder()
            let commit = marker?.number
            erasure.versions = try write("erase an article") {
                try $0.erasing.erase(plan, replacements, commit: commit)
            }
            if let commit { marker?.end(commit) }
            originals.committed(replacements.map(\.sha256))
        }
        // Words that only it had are in the list of words too, which is made again.
        try ArchiveFiles.remove(state.vocabulary)
        guard try write("rewrite the database", { try $0.erasing.scrub() }) else { throw ErasureRefusal.logIsHeld }
        erasure.olderCopies = try ArchiveFiles.names(in: state.path).filter {
            $0.hasPrefix("wiredesk.db.") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
        }.sorted()
        return erasure
    }
}
