/// What a database says of itself to be compared with the mark beside its originals.
struct CommitNumbers: Sendable, Hashable {
    fileprivate static let archiveSetting = "archive"
    fileprivate static let commitsSetting = "commits"
    fileprivate static let mismatchSetting = "originals_mismatch"

    /// A random number that only this archive has; nil in one that was never marked.
    fileprivate(set) var archive: String?
    /// Commits of new originals.
    fileprivate(set) var commits: Int64
    /// Why the database and the originals are to be compared in full; nil where they belong together.
    fileprivate(set) var mismatch: DatabaseMismatch?

    /// The mark that belongs beside the originals of the database; nil where it was never marked.
    var mark: CommitMark? { archive.map { CommitMark(archive: $0, begun: commits, done: commits) } }

    /// What the settings of a database say.
    init(setting: (String) throws -> String?) rethrows {
        archive = try setting(Self.archiveSetting)
        commits = try setting(Self.commitsSetting).flatMap { Int64($0) } ?? 0
        mismatch = try setting(Self.mismatchSetting).flatMap { DatabaseMismatch(rawValue: $0) }
    }
}

/// Keeps what the database says of itself as its commits go on.
final class CommitTable: Store<CommitNumbers> {
    private let settings: SettingTable

    init(_ session: WriteSession, _ settings: SettingTable) throws {
        self.settings = settings
        super.init(session, try CommitNumbers { try settings.value(of: $0) })
    }

    /// Notes inside the transaction of a commit how far it is by the mark.
    func note(_ number: Int64) throws {
        guard number != memory.commits else { return }
        try settings.set(CommitNumbers.commitsSetting, to: String(number))
        memory.commits = number
    }

    /// Gives the archive its random number, inside a transaction, and with a mismatch what is to be found out about it.
    func identify(as archive: String, _ mismatch: DatabaseMismatch?) throws {
        try settings.set(CommitNumbers.archiveSetting, to: archive)
        memory.archive = archive
        guard let mismatch else { return }
        try settings.set(CommitNumbers.mismatchSetting, to: mismatch.rawValue)
        memory.mismatch = mismatch
    }

    /// Notes inside a transaction that database and originals belong together.
    func settle() throws {
        try settings.remove(CommitNumbers.mismatchSetting)
        memory.mismatch = nil
    }
}

extension ReadSession {
    /// What the database says of itself.
    func commitNumbers() throws -> CommitNumbers {
        try CommitNumbers { name in
            try sql("SELECT value FROM settings WHERE name = ?").first(.text(name)) { $0.text(0) }
        }
    }
}
