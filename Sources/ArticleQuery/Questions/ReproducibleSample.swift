import NewsModel

/// A random sample that anybody who knows its seed draws again.
///
/// Of everything that is offered it keeps what has the smallest hashes of seed and id, so that neither the order of the articles nor others that
/// come later under other ids change which of two is drawn first ("bottom-k sampling", E. Cohen, H. Kaplan 2007).
public struct ReproducibleSample<Item> {
    private let size: Int
    private let seed: UInt64
    /// What is kept, the largest hash first (a binary heap), with the place at which it was offered.
    private var kept: [(hash: UInt64, place: Int, item: Item)] = []
    private var offered = 0

    /// An empty sample of at most so many items.
    public init(size: Int, seed: UInt64) {
        self.size = size
        self.seed = seed
    }

    /// How many items were offered.
    public var population: Int { offered }

    /// The sample, in the order in which its items were offered.
    public var items: [Item] { kept.sorted { $0.place < $1.place }.map(\.item) }

    /// Offers an item with its article.
    public mutating func offer(_ item: Item, _ article: ArticleID) {
        defer { offered += 1 }
        guard size > 0 else { return }
        let entry = (hash: Self.hash(seed, article), place: offered, item: item)
        if kept.count < size {
            kept.append(entry)
            rise(kept.count - 1)
        } else if entry.hash < kept[0].hash {
            kept[0] = entry
            sink()
        }
    }

    private mutating func rise(_ start: Int) {
        var place = start
        while place > 0, kept[(place - 1) / 2].hash < kept[place].hash {
            kept.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            let larger = [2 * place + 1, 2 * place + 2].filter { $0 < kept.count }.max { kept[$0].hash < kept[$1].hash }
            guard let larger, kept[larger].hash > kept[place].hash else { return }
            kept.swapAt(place, larger)
            place = larger
        }
    }

    /// FNV-1a over the id, mixed with the seed (SplitMix64, S. Vigna): the same on every machine.
    private static func hash(_ seed: UInt64, _ article: ArticleID) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in article.description.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var mixed = hash &+ (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
