import ArticleQuery
import Glibc
import LinuxSystem
import NewsModel

extension StateFolder {
    /// Puts a backup into this state folder, which holds nothing yet: the database, every original, compared with its hash, what was erased
    /// and what people corrected.
    ///
    /// The folder may be missing, or have an empty archive, as a service leaves it that was started once. A call that was cut off is ended by
    /// the next one: the database comes last, and until then the desk does not start. Everything belongs to the owner of the folder then.
    /// The caller sees to it that no desk works on the folder. Databases of earlier versions are taken as they are, and brought
    /// up to date by the desk.
    /// - Throws: `RestorationRefusal`, where nothing is changed; `ArchiveError`.
    public func restore(
        from backup: StateFolder, progress: @escaping @Sendable (ArchiveReader.BackupStep) -> Void
    ) throws -> Restoration {
        guard backup.path != path else { throw RestorationRefusal.sameFolder(path) }
        guard ArchiveFiles.size(ofFile: backup.database) ?? 0 > 0 else {
            let hasOriginals = ArchiveFiles.size(ofFile: backup.originals) != nil ? try backup.holdsOriginals : false
            throw hasOriginals
                ? RestorationRefusal.unfinishedBackup(backup.path) : RestorationRefusal.noBackup(backup.path)
        }
        let source = try ArchiveReader.open(backup, takesOlder: true)
        if let refusal = try refusal(of: backup) { throw refusal }
        let unknown = try source.missingOriginals()
        for old in databaseFiles.reversed() { try ArchiveFiles.remove(old) }
        try removeAnalysis()
        let owner = FileCalls.rights(of: path)?.owner
        let copied = try source.backUp(to: path, isVerifying: true, progress: progress) { copy throws(ArchiveError) in
            for original in unknown { try copy.take(original, from: backup) }
            // With the mark of the backup the desk finds what its database does not know.
            if !unknown.isEmpty { try copy.takeMark(of: backup) }
            if let owner { try copy.give(to: owner) }
        }
        return Restoration(
            copied: copied, articles: Int64(try source.status().counters.articles), unknown: unknown.count)
    }

    // MARK: Whether it is empty

    /// Why a backup may not be put in here; nil where it may.
    private func refusal(of backup: StateFolder) throws -> RestorationRefusal? {
        if ArchiveFiles.size(ofFile: database) ?? 0 > 0 {
            do throws(ArchiveError) {
                let deliveries = try ArchiveReader.open(self, takesOlder: true).read("count the deliveries") {
                    try $0.sql("SELECT count(*) FROM deliveries").first { $0.integer(0) } ?? 0
                }
                if deliveries > 0 { return .holdsDeliveries(path, count: deliveries) }
            } catch {
                return .unreadableDatabase(database, cause: error.cause)
            }
        }
        if ArchiveFiles.size(ofFile: originals) != nil {
            // Those that the backup has too are what a call before this one had copied.
            let others = try originalHashes().filter { original in
                ArchiveFiles.size(ofFile: backup.path + "/" + OriginalStore.relativePath(of: original)) == nil
            }
            if !others.isEmpty { return .holdsOriginals(path, count: others.count) }
        }
        for (own, kept) in [(erased, backup.erased), (corrections, backup.corrections)] {
            let size = ArchiveFiles.size(ofFile: own) ?? 0
            if size > 0, size != ArchiveFiles.size(ofFile: kept) { return .holdsFile(own) }
        }
        return nil
    }

    // MARK: What a backup does not copy by itself

    private func take(_ original: SHA256Digest, from backup: StateFolder) throws(ArchiveError) {
        let unfinished = path + "/unfinished.zst"
        let relative = OriginalStore.relativePath(of: original)
        defer { try? ArchiveFiles.remove(unfinished) }
        try ArchiveFiles.copyIfThere(backup.path + "/" + relative, to: unfinished)
        try ArchiveFiles.renameMakingFolder(unfinished, to: path + "/" + relative)
    }

    private func takeMark(of backup: StateFolder) throws(ArchiveError) {
        guard let mark = try CommitMark.read(backup) else { return try ArchiveFiles.remove(self.mark) }
        try mark.put(into: self)
    }

    /// Makes everything of the archive that of a user and group, where root has put it there.
    private func give(to owner: Ownership) throws(ArchiveError) {
        guard geteuid() == 0, owner.user != 0 || owner.group != 0 else { return }
        // The inbox, and what else lies here, stays as it is.
        try ArchiveFiles.give(filesOf: path, foldersNamed: { $0 == "originals" }, to: owner)
    }
}
