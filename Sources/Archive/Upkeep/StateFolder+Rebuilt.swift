import ArticleQuery
import NewsModel

extension StateFolder {
    /// Whether any original is kept here.
    var holdsOriginals: Bool {
        get throws(ArchiveError) {
            for folder in try ArchiveFiles.names(in: originals) where folder.utf8.count == 2 {
                if try ArchiveFiles.names(in: originals + "/" + folder).contains(where: { $0.hasSuffix(".zst") }) {
                    return true
                }
            }
            return false
        }
    }

    /// The hashes of all kept originals, by the names of their files.
    public func originalHashes() throws(ArchiveError) -> [SHA256Digest] {
        var hashes: [SHA256Digest] = []
        for folder in try ArchiveFiles.names(in: originals) where folder.utf8.count == 2 {
            for name in try ArchiveFiles.names(in: originals + "/" + folder) where name.hasSuffix(".zst") {
                if let hash = SHA256Digest(hex: String(name.dropLast(4))) { hashes.append(hash) }
            }
        }
        return hashes
    }

    /// Puts a rebuilt database in the place of the old one, which is kept beside it with its log.
    ///
    /// - Parameter suffix: what tells this old database from others, such as the time.
    /// - Returns: the path at which the old database is kept; nil where there was none.
    @discardableResult
    public func putRebuiltInPlace(suffix: String) throws(ArchiveError) -> String? {
        // First: the samples name articles by the numbers of the old database.
        try removeAnalysis()
        let kept = database + ".replaced-" + suffix
        let hadOld = ArchiveFiles.size(ofFile: database) != nil
        if hadOld {
            // The log goes first, so that it is never applied to another database.
            for (from, end) in [(log, "-wal"), (sharedMemory, "-shm")] where ArchiveFiles.size(ofFile: from) != nil {
                try ArchiveFiles.rename(from, to: kept + end)
            }
            try ArchiveFiles.rename(database, to: kept)
        }
        for (from, to) in [
            (rebuilding.database, database), (rebuilding.log, log), (rebuilding.sharedMemory, sharedMemory),
        ] where ArchiveFiles.size(ofFile: from) != nil {
            try ArchiveFiles.rename(from, to: to)
        }
        try ArchiveFiles.syncFileSystem(try ArchiveFiles.openFolder(path), path: path)
        return hadOld ? kept : nil
    }

    /// Removes the index of the analysis, which the desk makes anew from the database.
    func removeAnalysis() throws(ArchiveError) {
        guard ArchiveFiles.size(ofFile: analysis) != nil else { return }
        for name in try ArchiveFiles.names(in: analysis) { try ArchiveFiles.remove(analysis + "/" + name) }
    }

    /// Removes a database that was being rebuilt and is not finished.
    func removeUnfinishedRebuild() throws(ArchiveError) {
        for path in [rebuilding.database, rebuilding.log, rebuilding.sharedMemory] { try ArchiveFiles.remove(path) }
    }
}
