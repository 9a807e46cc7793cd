import Hashing
import NewsModel

/// Secrets that somebody must know to come in.
enum SecretText {
    /// Bits of a secret: beyond guessing.
    private static let bytes = 32

    /// A new secret of letters and digits that fit into addresses and cookies.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        return String(
            decoding: (0..<bytes).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] },
            as: UTF8.self)
    }

    /// Whether two texts are equal, in a time that does not tell where they differ.
    static func equal(_ left: String, _ right: String) -> Bool {
        let (left, right) = (SHA256Digest.of(Array(left.utf8)), SHA256Digest.of(Array(right.utf8)))
        return left == right
    }

    /// A text that only the keeper of a secret can make for a purpose.
    static func derived(_ secret: String, for purpose: String) -> String {
        SHA256Digest.of(Array("\(purpose)\u{0}\(secret)".utf8)).hex
    }
}
