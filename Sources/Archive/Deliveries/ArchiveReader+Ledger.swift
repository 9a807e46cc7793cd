import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// The delivery that a name in an inbox stands for when its outcome is durable already; nil when it is to be taken.
    public func isKnown(
        inbox: String, path: FileName, identity: FileIdentity
    ) throws(ArchiveError) -> Int64? {
        try read("look a name up") {
            try Ledger.delivery($0.database, inbox: inbox, path: path, identity: identity)?.delivery
        }
    }
}
