/// An inverted index from the keys of sketches to texts, in memory: the latest texts, before they are written to a sorted run on disk.
public struct SketchIndex: Sendable {
    /// Texts under one key that are given, the latest: boilerplate of a site fills its keys and costs no more than this.
    public static let mostTexts = 64

    /// For each key the place of its latest entry.
    private var heads: [UInt32: Int32] = [:]
    /// The texts in the order in which they came, and for each the entry before it under the same key, or -1.
    private var entries: [(text: UInt32, before: Int32)] = []

    /// An empty index.
    public init() {}

    /// How many pairs of key and text are held.
    public var count: Int { entries.count }

    /// Files a text under the keys of its sketch.
    public mutating func insert(_ text: UInt32, keys: [UInt32]) {
        for key in keys {
            entries.append((text, heads[key] ?? -1))
            heads[key] = Int32(clamping: entries.count - 1)
        }
    }

    /// The texts under a key, the latest first.
    public func texts(under key: UInt32) -> [UInt32] {
        var texts: [UInt32] = []
        var place = heads[key] ?? -1
        while place >= 0, texts.count < Self.mostTexts {
            texts.append(entries[Int(place)].text)
            place = entries[Int(place)].before
        }
        return texts
    }

    /// Every pair as `key << 32 | text`, in order.
    public var sortedEntries: [UInt64] {
        var sorted: [UInt64] = []
        sorted.reserveCapacity(entries.count)
        for (key, head) in heads {
            var place = head
            while place >= 0 {
                sorted.append(UInt64(key) << 32 | UInt64(entries[Int(place)].text))
                place = entries[Int(place)].before
            }
        }
        sorted.sort()
        return sorted
    }
}
