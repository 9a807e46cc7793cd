/// In how many texts each word stands, counted in a table of fixed size.
///
/// Words that fall on the same place are counted together, so that a count may be too high and never too low.
public struct WordFrequencies: Sendable {
    /// Places of the table; 262,144 places of four bytes (1 MiB) keep the words of a language well apart.
    public static let places = 1 << 18
    /// Texts that count as seen before the first one, none of which holds a given word: in a young archive each word is
    /// rare, rather than some by chance.
    private static let assumedTexts = 200

    private var counts: [UInt32]
    /// How many texts were counted.
    public private(set) var texts = 0 {
        didSet { logarithmOfTexts = Logarithm.ofCount(texts + Self.assumedTexts + 1) }
    }
    private var logarithmOfTexts = Logarithm.ofCount(assumedTexts + 1)

    /// An empty table.
    public init() { counts = Array(repeating: 0, count: Self.places) }

    /// The table that `bytes` gave; nil for bytes of another size.
    public init?(bytes: [UInt8], texts: Int) {
        guard bytes.count == Self.places * 4 else { return nil }
        counts = bytes.withUnsafeBytes { raw in
            (0..<Self.places).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
        }
        self.texts = texts
        logarithmOfTexts = Logarithm.ofCount(texts + Self.assumedTexts + 1)
    }

    /// The table as little-endian numbers of four bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.places * 4)
        for count in counts { withUnsafeBytes(of: count.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// Counts a text that holds these words; the hashes must differ from each other.
    mutating func count(_ words: some Sequence<UInt64>) {
        for word in words { counts[Self.place(word)] &+= 1 }
        texts += 1
    }

    /// How rare a word is: the logarithm of the texts over those that hold it (K. Spärck Jones 1972), never negative.
    @inline(__always)
    func rarity(of word: UInt64) -> Float {
        max(0, logarithmOfTexts - Logarithm.ofCount(Int(counts[Self.place(word)]) + 1))
    }

    @inline(__always)
    private static func place(_ word: UInt64) -> Int { Int(word >> 46) }
}
