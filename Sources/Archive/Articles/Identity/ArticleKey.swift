import Hashing
import NewsModel

/// What makes two pieces of copy the same article: the provider's guid, else the canonical address.
struct ArticleKey: Sendable, Hashable {
    /// The first 64 bits of the SHA-256 of `guid:` or `url:` and the value. Among a million articles two keys have the
    /// same with a chance of one in thirty million, and would then still differ in text and headline.
    let hash: Int64

    /// The key of an article; nil where it names neither a guid nor an address with a path.
    init?(_ article: Article) {
        if let guid = article.wire.guid, !guid.isEmpty {
            self.init(text: "guid:" + guid)
        } else if let address = article.url.flatMap(CanonicalURL.init), address.namesAnArticle {
            self.init(text: "url:" + address.text)
        } else {
            return nil
        }
    }

    /// The key of articles that have no guid, by their address; nil for an address that names no article.
    init?(address: String) {
        guard let address = CanonicalURL(address), address.namesAnArticle else { return nil }
        self.init(text: "url:" + address.text)
    }

    private init(text: String) {
        hash = SHA256Digest.of(Array(text.utf8)).leadingInteger
    }
}

extension SHA256Digest {
    /// The first 64 bits as a signed integer, for an indexed column.
    var leadingInteger: Int64 {
        Int64(bitPattern: bytes.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
    }
}
