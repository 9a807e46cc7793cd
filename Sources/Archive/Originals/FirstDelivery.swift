import ArticleQuery
import NewsModel

/// What the database knows of the first delivery of some bytes, whose facts stand in their kept original.
struct FirstDelivery: Sendable, Hashable {
    /// Its number.
    var id: Int64
    /// When it came in, milliseconds since 1970 UTC.
    var received: Int64
    /// The absolute path of its inbox.
    var inbox: String
    /// The path relative to the inbox.
    var path: FileName
    /// The collection.
    var collection: String
    /// The address of the one article that is the whole file; nil for a container, and where the article has none.
    var url: String?
    /// The id of the article whose erased original these bytes replace (`OriginalFacts.article`).
    var article: ArticleID?
    /// Whether a person says that the bytes are an article: it is noted, or they were refused as none and stored all the same.
    var isAccepted = false

    /// The name of the setting that notes that a person takes some bytes for an article.
    static func acceptance(of sha256: SHA256Digest) -> String { "accepted \(sha256.hex)" }

    /// The facts for an original that is written again, so that a rebuild makes the same of it as before.
    ///
    /// - Parameters:
    ///   - damaged: what can still be read from the damaged file; believed where it is of this delivery.
    ///   - offered: what came with the good bytes; believed likewise, and otherwise for what the settings of the same inbox give.
    func facts(damaged: OriginalFacts?, offered: OriginalFacts) -> OriginalFacts {
        let isSameInbox = offered.inbox == inbox
        var facts =
            [damaged, offered].compactMap { $0 }.first(where: isTold)
            ?? OriginalFacts(
                received: received, inbox: inbox, path: path, collection: collection, url: url,
                outlet: isSameInbox ? offered.outlet : nil, language: isSameInbox ? offered.language : nil,
                article: article)
        facts.isAccepted = facts.isAccepted || isAccepted
        return facts
    }

    private func isTold(by facts: OriginalFacts) -> Bool {
        facts.received == received && facts.inbox == inbox && facts.path == path && facts.collection == collection
    }
}
