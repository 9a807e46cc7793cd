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

    private func keys(most count: Int) -> [UInt32] {
        // The lower half of a hash decides who is in the sample, the upper half is the key, so that keys spread evenly.
        var hashes = shingles.map { $0.hash << 32 | $0.hash >> 32 }
        hashes = Self.distinct(hashes)
        return Self.distinctKeys(hashes.prefix(count).map { UInt32(truncatingIfNeeded: $0) })
    }

    private static func distinctKeys(_ keys: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        for key in keys.sorted() where key != result.last { result.append(key) }
        return result
    }
}
