import ArticleQuery
import GRDB

extension ArchiveError {
    /// Any error that came out of a database access, as a value of this room.
    init(_ error: any Error, operation: String, path: String) {
        switch error {
        case let known as ArchiveError: self = known
        case let failure as DatabaseError:
            self.init(
                Self.kind(of: failure), operation: operation, path: path,
                cause: "SQLite \(failure.extendedResultCode.rawValue): \(failure.message ?? "no message")")
        default: self.init(.other, operation: operation, path: path, cause: String(describing: error))
        }
    }

    private static func kind(of failure: DatabaseError) -> Kind {
        switch failure.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .busy
        case .SQLITE_FULL: .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .readOnly
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
        case .SQLITE_IOERR: .inputOutput
        case .SQLITE_NOMEM: .outOfMemory
        case .SQLITE_INTERRUPT: .interrupted
        default: .other
        }
    }
}
