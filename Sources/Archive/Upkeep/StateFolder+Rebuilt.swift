import ArticleQuery
import LinuxSystem
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

    /// Makes sure that there is a database where originals are kept.
    ///
    /// - Throws: `ArchiveError` of kind `.corrupt`, whose hint says how the database is made again.
    public func demandNoLostDatabase() throws(ArchiveError) {
        guard ArchiveFiles.size(ofFile: database) ?? 0 == 0, ArchiveFiles.size(ofFile: originals) != nil,
            try holdsOriginals
        else { return }
        throw ArchiveError(
            .corrupt, operation: "open the archive", path: database,
            cause: "there are originals, but the database is missing or empty")
    }

    /// Makes sure that there is an archive here, without opening it.
    ///
    /// - Throws: `ArchiveError`: `.corrupt` where its database is lost, `.missing` where no archive exists.
    public func demandArchive() throws(ArchiveError) {
        try demandNoLostDatabase()
        guard ArchiveFiles.size(ofFile: database) != nil else {
            throw ArchiveError(.missing, operation: "open the archive", path: database, cause: "it is not there")
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

    /// A whole database that was rebuilt and takes the place of the old one, whatever becomes of the program meanwhile.
    private var rebuilt: String { database + ".rebuilt" }

    /// Puts a rebuilt database in the place of the old one, which is kept beside it with its log.
    ///
    /// From the first of its renames on the new database is the one that the next start opens: cut off in between it is ended there.
    /// - Parameter suffix: what tells this old database from others, such as the time.
    /// - Returns: the path at which the old database is kept; nil where there was none.
    @discardableResult
    public func putRebuiltInPlace(suffix: String) throws(ArchiveError) -> String? {
        // First: the samples name articles by the numbers of the old database.
        try removeAnalysis()
        let kept = ArchiveFiles.size(ofFile: database) == nil ? nil : keptDatabase(suffix)
        guard ArchiveFiles.size(ofFile: rebuilding.log) ?? 0 == 0 else {
            throw ArchiveError(
                .busy, operation: "put the new database in place", path: rebuilding.database,
                cause: "its log could not be emptied")
        }
        for (from, to) in exchange(suffix: suffix) { try ArchiveFiles.rename(from, to: to) }
        try ArchiveFiles.syncFileSystem(try ArchiveFiles.openFolder(path), path: path)
        return kept
    }

    /// Ends the exchange of a rebuilt database that was cut off.
    func finishExchange() throws(ArchiveError) {
        guard ArchiveFiles.size(ofFile: rebuilt) != nil else { return }
        // The log of the old database may have gone already, under the name that the database gets too.
        let prefix = databaseName + ".replaced-"
        let suffix = try ArchiveFiles.names(in: path).first { name in
            name.hasPrefix(prefix) && name.hasSuffix("-wal")
                && ArchiveFiles.size(ofFile: path + "/" + name.dropLast(4)) == nil
        }.map { String($0.dropFirst(prefix.count).dropLast(4)) }
        let renames = exchange(suffix: suffix ?? String(SystemClock().wallMilliseconds))
        for (from, to) in renames { try ArchiveFiles.rename(from, to: to) }
        try ArchiveFiles.syncFileSystem(try ArchiveFiles.openFolder(path), path: path)
    }

    private func keptDatabase(_ suffix: String) -> String { database + ".replaced-" + suffix }

    /// The renames that are left of an exchange, in their order.
    func exchange(suffix: String) -> [(from: String, to: String)] {
        let kept = keptDatabase(suffix)
        func isThere(_ path: String) -> Bool { ArchiveFiles.size(ofFile: path) != nil }
        var renames: [(from: String, to: String)] = []
        if !isThere(rebuilt) { renames.append((rebuilding.database, rebuilt)) }
        // The log goes first, so that it is never applied to another database.
        for (from, to) in [(log, kept + "-wal"), (sharedMemory, kept + "-shm"), (database, kept)] where isThere(from) {
            renames.append((from, to))
        }
        renames.append((rebuilt, database))
        // Empty both: they let members of the group open the database before the desk does.
        for (from, to) in [(rebuilding.log, log), (rebuilding.sharedMemory, sharedMemory)] where isThere(from) {
            renames.append((from, to))
        }
        return renames
    }

    /// Removes the index of the analysis, which the desk rebuilds from the database.
    func removeAnalysis() throws(ArchiveError) {
        guard ArchiveFiles.size(ofFile: analysis) != nil else { return }
        for name in try ArchiveFiles.names(in: analysis) { try ArchiveFiles.remove(analysis + "/" + name) }
    }

    /// Removes a database that was being rebuilt and is not finished.
    func removeUnfinishedRebuild() throws(ArchiveError) {
        for path in [rebuilding.database, rebuilding.log, rebuilding.sharedMemory] { try ArchiveFiles.remove(path) }
    }
}
