/// Which shingles are filed and asked for, so that an index of a million texts stays small.
///
/// The sample of a text holds its shingles of the smallest hashes ("bottom k", A. Broder 1997): of two texts that share a
/// passage, both samples favour the same shingles of it.
extension ShingledText {
    /// Shingles that are filed of a text at most.
    public static let filedSample = 96
    /// Shingles that a new text asks for at most. More than are filed, since a long text that holds a short one must hit the
    /// few that are filed of the passage.
    public static let askedSample = 256

    /// The keys under which the text is filed.
    public var filedKeys: [UInt32] { keys(most: Self.filedSample) }

    /// The keys for which an index is asked.
    public var askedKeys: [UInt32] { keys(most: Self.askedSample) }

    /// Both at once, for the price of one.
    public var sampleKeys: (filed: [UInt32], asked: [UInt32]) {
        let hashes = smallestHashes(Self.askedSample)
        return (Self.keys(hashes.prefix(Self.filedSample)), Self.keys(hashes[...]))
    }

    private func keys(most count: Int) -> [UInt32] { Self.keys(smallestHashes(count)[...]) }

    private static func keys(_ hashes: ArraySlice<UInt64>) -> [UInt32] {
        distinctKeys(hashes.map { UInt32(truncatingIfNeeded: $0) })
    }

    /// The smallest different hashes in order, their halves exchanged: the lower half of a hash decides who is in the sample, the
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
