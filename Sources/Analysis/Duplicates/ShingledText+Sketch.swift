/// Which shingles are stored and looked up, so that an index of a million texts stays small.
///
/// The sketch of a text holds its shingles of the smallest hashes ("bottom k", A. Broder 1997): of two texts that share a
/// passage, both sketches favour the same shingles of it.
extension ShingledText {
    /// Shingles that are stored of a text at most.
    public static let storedSketchSize = 96
    /// Shingles of a new text that are looked up at most. More than are stored, since a long text that holds a short one must hit the
    /// few that are stored of the passage.
    public static let querySketchSize = 256

    /// The keys under which the text is stored.
    public var storedKeys: [UInt32] { keys(most: Self.storedSketchSize) }

    /// The keys that are looked up in an index.
    public var queryKeys: [UInt32] { keys(most: Self.querySketchSize) }

    /// Both at once, for the price of one.
    public var sketchKeys: (stored: [UInt32], query: [UInt32]) {
        let hashes = smallestHashes(Self.querySketchSize)
        return (Self.keys(hashes.prefix(Self.storedSketchSize)), Self.keys(hashes[...]))
    }

    /// Half of the least share of a relation (`TextRelation`), which is one of weights and not of shingles.
    private static let leastCommonShare = 0.15
    /// How many times fewer keys than expected are enough.
    private static let slack = 4.0

    /// Whether a known text that holds so many of the keys looked up can have enough in common with this one to be compared with it.
    ///
    /// Two texts that share a passage share the keys that are in both sketches, in proportion to its length. In a large archive
    /// nearly every text has some three rare words in a row that stand in another one too, and no more.
    /// - Parameters:
    ///   - keys: The keys of both, at least one.
    ///   - words: The words of the other text; more than there are do no harm.
    public func mayShareEnough(keys: Int, withTextOf words: Int) -> Bool {
        // What counts as a word is another thing there.
        guard isSpaced else { return true }
        let shared = Self.leastCommonShare * Double(min(shingles.count, words))
        let sampled = min(
            1, Double(Self.querySketchSize) / Double(max(1, shingles.count)),
            Double(Self.storedSketchSize) / Double(max(1, words)))
        return Double(keys) * Self.slack >= shared * sampled
    }

    private func keys(most count: Int) -> [UInt32] { Self.keys(smallestHashes(count)[...]) }

    private static func keys(_ hashes: ArraySlice<UInt64>) -> [UInt32] {
        distinctKeys(hashes.map { UInt32(truncatingIfNeeded: $0) })
    }

    /// The smallest different hashes in order, their halves exchanged: the lower half of a hash decides which is in the sketch, the
    /// upper half is the key, so that keys spread evenly.
    private func smallestHashes(_ count: Int) -> [UInt64] {
        let hashes = shingles.lazy.map { $0.hash << 32 | $0.hash >> 32 }
        if shingles.count > 2 * count {
            // Hashes are spread evenly: half as many again as are wanted lie below this bound, and seldom too few.
            let bound = UInt64(1.5 * Double(count) / Double(shingles.count) * 0x1p64)
            let smallest = Self.distinct(hashes.filter { $0 < bound })
            if smallest.count >= count { return Array(smallest.prefix(count)) }
        }
        return Array(Self.distinct(Array(hashes)).prefix(count))
    }

    private static func distinctKeys(_ keys: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        for key in keys.sorted() where key != result.last { result.append(key) }
        return result
    }
}
