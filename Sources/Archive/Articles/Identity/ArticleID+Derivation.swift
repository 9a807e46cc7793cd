import Hashing
import NewsModel

extension ArticleID {
    /// The id of an article by its first original and the member path in it: bits of the SHA-256 of the original's own
    /// SHA-256 in hexadecimal, a line feed, and the member path (empty for a file that is one article).
    ///
    /// The same file gives the same id on any machine. `attempt` 0 takes the first 60 bits; where another article has
    /// that id already, 1 takes the 60 bits after them, and so on; after every fourth the hash is hashed again.
    init(original: SHA256Digest, memberPath: String?, attempt: Int = 0) {
        var digest = SHA256Digest.of(Array(original.hex.utf8) + [UInt8(ascii: "\n")] + Array((memberPath ?? "").utf8))
        for _ in 0..<(attempt / 4) { digest = SHA256Digest.of(digest.bytes) }
        let firstBit = attempt % 4 * 60
        let bits = (0..<8).map { (index: Int) -> UInt8 in
            let bit = firstBit + index * 8
            let byte = bit / 8
            let next = byte + 1 < digest.bytes.count ? digest.bytes[byte + 1] : 0
            return bit % 8 == 0 ? digest.bytes[byte] : digest.bytes[byte] << 4 | next >> 4
        }
        guard let id = ArticleID(hash: bits) else { preconditionFailure("eight bytes make an id") }
        self = id
    }
}
