/// A set of numbers that are small and dense, such as those of rows: one bit each.
struct NumberSet {
    private var bits: [UInt64] = []

    /// Adds a number of 0 or more; false when it is there already.
    mutating func insert(_ number: Int64) -> Bool {
        guard let number = Int(exactly: number), number >= 0 else { return true }
        let word = number / 64
        if word >= bits.count { bits.append(contentsOf: repeatElement(0, count: word + 1 - bits.count)) }
        let bit = UInt64(1) << UInt64(number % 64)
        defer { bits[word] |= bit }
        return bits[word] & bit == 0
    }
}
