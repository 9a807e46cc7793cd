/// Where each shingle of a text stands: an open table of hashes with chains of places, made in one pass.
public struct ShinglePositions: Sendable {
    /// For each slot the first place, or -1.
    private var slots: [Int32]
    /// For each place the next one of the same hash, or -1.
    private var next: [Int32]
    private let hashes: [UInt64]
    private let mask: Int

    /// Where the shingles of a text stand.
    public init(_ text: ShingledText) { self.init(text.shingles.lazy.map(\.hash)) }

    init(_ hashes: some Sequence<UInt64>) {
        let hashes = Array(hashes)
        self.hashes = hashes
        var size = 16
        while size < hashes.count * 2 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        next = Array(repeating: -1, count: hashes.count)
        // From the end, so that chains run forwards.
        for place in hashes.indices.reversed() {
            let slot = slot(of: hashes[place])
            next[place] = slots[slot]
            slots[slot] = Int32(clamping: place)
        }
    }

    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & mask }
        return slot
    }

    /// The first place of a hash, or nil.
    func first(_ hash: UInt64) -> Int? {
        let place = slots[slot(of: hash)]
        return place >= 0 ? Int(place) : nil
    }

    /// The place after this one that holds the same hash, or nil.
    func place(after place: Int) -> Int? {
        let following = next[place]
        return following >= 0 ? Int(following) : nil
    }

    /// Each hash once.
    var distinct: [UInt64] { slots.compactMap { $0 >= 0 ? hashes[Int($0)] : nil } }
}
