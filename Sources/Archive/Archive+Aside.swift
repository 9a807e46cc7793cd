import ArticleQuery
import NewsModel

/// What stands aside in the inboxes.
extension Archive {
    /// Writes down that a file which stands aside is a delivery of the name under which it was dropped, until that delivery is durable.
    public func note(aside file: StandingAside, inbox: String) throws(ArchiveError) {
        try write("note what stands aside") { writer in
            try writer.transaction { try writer.noteAside(file, inbox: inbox) }
        }
    }

    /// Forgets a file that stood aside and is gone.
    public func forget(aside path: FileName, inbox: String) throws(ArchiveError) {
        try write("forget what stood aside") { writer in
            try writer.transaction { try writer.forgetAside(path, inbox: writer.inbox(inbox)) }
        }
    }

    /// The files of an inbox that stand aside and are deliveries of their own.
    public func filesAside(inbox: String) throws(ArchiveError) -> [StandingAside] {
        try read("read what stands aside") { database in
            try PreparedStatement(
                database,
                """
                SELECT a.path, a.dropped_as FROM asides a JOIN inboxes i ON i.id = a.inbox
                WHERE i.path = ? ORDER BY a.path
                """
            ).all(.text(inbox)) {
                StandingAside(path: FileName(bytes: $0.bytes(0)), droppedAs: FileName(bytes: $0.bytes(1)))
            }
        }
    }

    /// Writes down that files were moved back under their names, which has changed their times of change; those that were changed since
    /// are left out.
    public func note(movedBack files: [(name: LedgerName, identity: FileIdentity)]) throws(ArchiveError) {
        guard !files.isEmpty else { return }
        let effects = try write("note names that were moved back") { writer in
            try writer.transaction {
                var effects = Writer.Effects()
                for file in files { try writer.movedBack(file.name, as: file.identity, &effects) }
                return effects
            }
        }
        ledger.change(adding: effects.ledgerAdded, removing: effects.ledgerRemoved)
    }
}
