/// Hashes of words and of runs of words: the same on every machine and in every run, so that they may be stored.
enum TextHash {
    /// FNV-1a, 64 bit: start value and prime (G. Fowler, L. C. Noll, K.-P. Vo; draft-eastlake-fnv).
    static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    @inline(__always)
    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

    /// Spreads the bits of a hash over the word (the finaliser of MurmurHash3, A. Appleby).
    @inline(__always)
    static func mixed(_ hash: UInt64) -> UInt64 {
        var value = hash
        value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
        value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return value ^ (value >> 33)
    }

    /// One hash of two, in their order.
    @inline(__always)
    static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 { mixed(first &* 0x9e37_79b9_7f4a_7c15 &+ second) }
}
