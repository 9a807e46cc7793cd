import ArticleQuery
import NewsModel

/// Deliveries, and the names in the inboxes that stand for them.
extension Archive {
    /// What is known of bytes with this hash; nil for nothing. What is being committed at this moment may be missing, for
    /// which `commit` makes up.
    public func known(_ sha256: SHA256Digest) throws(ArchiveError) -> KnownOriginal? {
        try read("look an original up") { try $0.known(sha256) }
    }

    /// Deliveries among which `lastOriginal` looks: they are gone through, since no index has their names.
    private static let deliveriesLookedThrough = 100_000

    /// The hash of the bytes that came last under a name in an inbox; nil where that is not among the newest 100,000 deliveries.
    public func lastOriginal(inbox: String, path: FileName) throws(ArchiveError) -> SHA256Digest? {
        try read("look a name up") {
            try $0.lastOriginal(inbox: inbox, path: path, among: Self.deliveriesLookedThrough)
        }
    }

    /// An earlier delivery, for a retry; nil for a number that is none.
    public func earlierDelivery(_ id: Int64) throws(ArchiveError) -> EarlierDelivery? {
        try read("look a delivery up") { try $0.earlierDelivery(id) }
    }

    /// The article of the newest version, or nil in an empty archive.
    public func lastStored() throws(ArchiveError) -> LastArticle? {
        try read("look the last article up") { try $0.lastArticle() }
    }

    /// The totals as of the last commit.
    public func counters() throws(ArchiveError) -> Counters {
        try recall("read the counters") { $0.counters.memory }
    }

    // MARK: The ledger

    /// The delivery that a name in an inbox stands for when its outcome is durable already; nil when it is to be taken.
    ///
    /// Costs no query for a name that was never seen.
    public func isKnown(
        inbox: String, path: FileName, identity: FileIdentity
    ) throws(ArchiveError) -> Int64? {
        guard ledger.mayContain(LedgerEntry(inbox: inbox, path: path, identity: identity)) else { return nil }
        return try read("look a name up") {
            try $0.ledgerDelivery(inbox: inbox, path: path, identity: identity)?.delivery
        }
    }

    /// The name under which the bytes of a file were filed, where it stands for the same file still and at most the rights or the owner were
    /// changed since; nil where it does not, or its removal is done.
    public func filedName(
        inbox: String, path: FileName, identity: FileIdentity, sha256: SHA256Digest
    ) throws(ArchiveError) -> LedgerName? {
        let entry = LedgerEntry(inbox: inbox, path: path, identity: identity)
        guard ledger.mayContain(entry.ignoringAttributes) else { return nil }
        return try read("look a name up") { session in
            guard
                let row = try session.ledgerRow(inbox: inbox, path: path, ignoringAttributesOf: identity),
                row.digest == sha256
            else { return nil }
            return LedgerName(inbox: inbox, path: path, delivery: row.delivery)
        }
    }

    /// A name of the ledger is removed, though its row is still there: what gets the name from now on is another file.
    public func nameIsRemoved(inbox: String, path: FileName, identity: FileIdentity) {
        ledger.forgetName(LedgerEntry(inbox: inbox, path: path, identity: identity))
    }

    /// The row of a name that stands for this very file; nil where its outcome is not durable.
    public func ledgerRow(inbox: String, path: FileName, identity: FileIdentity) throws(ArchiveError) -> LedgerRow? {
        try read("read the ledger") { try $0.ledgerRow(inbox: inbox, path: path, identity: identity) }
    }

    /// The row of a name that is taken aside under a number. Goes through all names of the inbox, for what is needed seldom.
    public func ledgerRow(inbox: String, aside: Int64) throws(ArchiveError) -> LedgerRow? {
        try read("read the ledger") { try $0.ledgerRow(inbox: inbox, aside: aside) }
    }

    /// Calls `body` for every name of an inbox whose delivery is durable: what a start removes, or finds gone.
    ///
    /// The rows are read in pieces, so that neither memory nor the log grows with them and `body` may commit.
    public func forEachLedgerRow(inbox: String, _ body: (LedgerRow) -> Void) throws(ArchiveError) {
        var last: FileName?
        while true {
            let rows = try ledgerRows(inbox: inbox, after: last, limit: Self.ledgerRowsAtATime)
            for row in rows { body(row) }
            guard let end = rows.last else { return }
            last = end.path
        }
    }

    /// Names of an inbox whose deliveries are durable, in the order of their bytes, after a name.
    public func ledgerRows(
        inbox: String, after: FileName? = nil, limit: Int = .max
    ) throws(ArchiveError) -> [LedgerRow] {
        try read("read the ledger") { try $0.ledgerRows(inbox: inbox, after: after, limit: limit) }
    }

    func loadLedger() throws {
        try read("read the ledger") {
            try $0.ledgerEntries(atATime: Self.ledgerRowsAtATime) { ledger.change(adding: $0, removing: []) }
        }
    }

    private static let ledgerRowsAtATime = 1_000

    /// Writes down that a file which stands aside is a delivery of the name under which it was dropped, until that delivery is durable.
    public func note(aside file: StandingAside, inbox: String) throws(ArchiveError) {
        try write("note what stands aside") { stores in
            try stores.session.transaction { try stores.ledger.noteAside(file, inbox: inbox) }
        }
    }

    /// Forgets a file that stood aside and is gone.
    public func forget(aside path: FileName, inbox: String) throws(ArchiveError) {
        try write("forget what stood aside") { stores in
            try stores.session.transaction { try stores.ledger.forgetAside(path, inbox: inbox) }
        }
    }

    /// The files of an inbox that stand aside and are deliveries of their own.
    public func filesAside(inbox: String) throws(ArchiveError) -> [StandingAside] {
        try read("read what stands aside") { try $0.filesAside(inbox: inbox) }
    }

    /// Writes down that files were moved back under their names, which has changed their times of change; those that were changed since
    /// are left out.
    public func note(movedBack files: [(name: LedgerName, identity: FileIdentity)]) throws(ArchiveError) {
        guard !files.isEmpty else { return }
        let effects = try write("note names that were moved back") { stores in
            try stores.session.transaction {
                var effects = CommitEffects()
                for file in files { try stores.ledger.movedBack(file.name, as: file.identity, &effects) }
                return effects
            }
        }
        ledger.change(adding: effects.ledgerAdded, removing: effects.ledgerRemoved)
    }

    // MARK: Attempts

    /// Sets the strikes of files that were being read when the daemon went down; their outcome clears them.
    public func setStrikes(_ files: [AttemptedFile: Int], now: Int64) throws(ArchiveError) {
        guard !files.isEmpty else { return }
        try write("write down attempts") { stores in
            try stores.session.transaction { try stores.ledger.strike(files, now: now) }
        }
    }

    /// The files that were being read when the daemon went down and have had no outcome since, with their strikes.
    public func attemptedFiles() throws(ArchiveError) -> [AttemptedFile: Int] {
        try read("read the attempts") { try $0.attemptedFiles() }
    }

    // MARK: Unfinished deliveries

    /// Deliveries that ended runs left without an outcome. One goes on by itself when its file, or the retry, is
    /// committed again; those whose file is gone are for `abandon`.
    public func unfinishedDeliveries() throws(ArchiveError) -> [UnfinishedDelivery] {
        try write("read unfinished deliveries") { try $0.deliveries.unfinished() }
    }

    /// Gives unfinished deliveries that will not go on their outcome: stored in part where they stored something, else
    /// rejected with the given reason. Their bytes were not read to the end, so that a copy of them is read again.
    public func abandon(_ deliveries: [Int64], because reason: Rejection) throws(ArchiveError) {
        guard !deliveries.isEmpty else { return }
        try write("end unfinished deliveries") { stores in
            try stores.session.transaction { for id in deliveries { try stores.deliveries.abandon(id, reason) } }
        }
    }
}
