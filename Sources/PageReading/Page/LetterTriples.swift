/// The triples of letters of a title, to ask how much two titles have in common.
struct LetterTriples {
    private var set: Set<UInt32> = []

    /// Letters of a title that are looked at.
    private static let most = 400

    init(_ text: TextFingerprint) {
        guard text.count >= 3 else { return }
        for start in 0...min(Self.most, text.count - 3) {
            set.insert(
                UInt32(text.bytes[start]) << 16 | UInt32(text.bytes[start + 1]) << 8 | UInt32(text.bytes[start + 2])
            )
        }
    }

    /// The share of this set that is in the other.
    func covered(by other: LetterTriples) -> Double {
        set.isEmpty ? 0 : Double(set.intersection(other.set).count) / Double(set.count)
    }

    /// The share of the smaller set that is in the other.
    func overlap(_ other: LetterTriples) -> Double {
        let least = min(set.count, other.set.count)
        return least == 0 ? 0 : Double(set.intersection(other.set).count) / Double(least)
    }
}
