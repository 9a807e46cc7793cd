/// The sets of neighbouring words of a text, by which two texts are compared without regard to order.
///
/// After A. Broder, "On the resemblance and containment of documents" (1997).
struct WordShingles: Sendable {
    /// Words in a shingle: long enough that two texts on one subject share few by chance.
    static let width = 4

    /// Bytes of a text that are compared: more than any article has; a book under an article's address is told by its
    /// beginning, so that the writer's memory stays bounded.
    static let longestText = 1 << 20

    private let hashes: Set<UInt64>

    /// The shingles of the beginning of a body.
    init(ofBody body: String) { self.init(NormalizedText(body, limit: Self.longestText)) }

    /// The shingles of a text; a text of fewer words than one shingle is one shingle.
    init(_ text: NormalizedText) {
        let words = text.words.map { word in
            // FNV-1a, 64 bits.
            word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
        var hashes: Set<UInt64> = []
        let first = words.isEmpty ? 0 : max(1, words.count - Self.width + 1)
        for start in 0..<first {
            var hash: UInt64 = 0
            for word in words[start..<min(start + Self.width, words.count)] {
                hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 29
            }
            hashes.insert(hash)
        }
        self.hashes = hashes
    }

    /// The share of the smaller text's shingles that the other has too, 0 to 1; a stub is thereby wholly part of its full
    /// text. 1 when both are empty.
    func containment(with other: WordShingles) -> Double {
        let smaller = min(hashes.count, other.hashes.count)
        guard smaller > 0 else { return hashes.count == other.hashes.count ? 1 : 0 }
        return Double(hashes.intersection(other.hashes).count) / Double(smaller)
    }
}
