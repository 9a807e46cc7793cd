import ArticleQuery

/// What was put back from a backup.
public struct Restoration: Sendable {
    /// What was copied; `damaged` are the originals that are not whole in the backup.
    public var copied: ArchiveReader.Backup
    /// Articles in the restored database.
    public var articles: Int64
    /// Originals of the backup that its database does not know, as a backup that was cut off leaves them; they are copied too.
    public var unknown: Int
}

/// Why a backup was not put back; nothing was changed.
public enum RestorationRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no backup in the folder.
    case noBackup(String)
    /// The folder has originals, but no database: its backup was cut off.
    case unfinishedBackup(String)
    /// The backup is the state folder itself.
    case sameFolder(String)
    /// The state folder holds deliveries already.
    case holdsDeliveries(String, count: Int64)
    /// The state folder holds originals that the backup does not have.
    case holdsOriginals(String, count: Int)
    /// The state folder holds this file with other words than that of the backup.
    case holdsFile(String)
    /// The database in the state folder cannot be read, and may hold articles.
    case unreadableDatabase(String, cause: String)

    /// Why, and what to do.
    public var description: String {
        let remedy = "restore into an empty state folder: move this one away first, or name another with --state"
        return switch self {
        case .noBackup(let path): "there is no backup in \(path); name a folder that wiredesk backup made"
        case .unfinishedBackup(let path):
            "there are originals in \(path), but no database: the backup was cut off. Copy its folder originals into the state folder, "
                + "and have the database made from them: wiredesk rebuild --yes"
        case .sameFolder(let path): "\(path) is the state folder itself, and not a backup of it"
        case .holdsDeliveries(let path, let count):
            "the state in \(path) holds \(count == 1 ? "a delivery" : "\(count) deliveries") already; \(remedy)"
        case .holdsOriginals(let path, let count):
            "the state in \(path) holds \(count == 1 ? "an original that is" : "\(count) originals that are") not in the backup; \(remedy)"
        case .holdsFile(let path): "the state holds \(path), which differs from that of the backup; \(remedy)"
        case .unreadableDatabase(let path, let cause):
            "\(path) cannot be read (\(cause)) and may hold articles; \(remedy)"
        }
    }
}
