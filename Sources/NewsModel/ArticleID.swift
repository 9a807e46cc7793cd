/// The stable, short name of an article: twelve characters of Crockford's base 32 in lower case.
///
/// It is made from the SHA-256 of its first original and the member path in it (`Archive.ArticleID+Derivation`), so that the
/// same file gives the same id on any machine, after `reread` and after `rebuild`.
public struct ArticleID: Sendable, Hashable, CustomStringConvertible {
    /// The number of characters.
    public static let length = 12
    /// The letters that are used; i, l, o and u are not among them.
    public static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The id as it is shown and typed.
    public let description: String

    /// An id of the first 60 bits of a hash; nil when fewer than eight bytes are given.
    public init?(hash: [UInt8]) {
        guard hash.count >= 8 else { return nil }
        var bits: UInt64 = 0
        for byte in hash.prefix(8) { bits = bits << 8 | UInt64(byte) }
        var letters: [UInt8] = []
        for index in 0..<Self.length {
            letters.append(Self.alphabet[Int(bits >> UInt64(59 - 5 * index) & 31)])
        }
        description = String(decoding: letters, as: UTF8.self)
    }

    /// An id as typed, in either case; nil when it is none.
    public init?(_ text: String) {
        let lowered = text.lowercased()
        guard lowered.utf8.count == Self.length, lowered.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
        description = lowered
    }
}
