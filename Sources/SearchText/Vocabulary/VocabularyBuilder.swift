/// Writes a `Vocabulary`.
package struct VocabularyBuilder {
    private var offsets: [UInt32] = []
    private var data: [UInt8] = []
    private var last: [UInt8] = []
    private var terms: UInt32 = 0

    /// An empty list.
    package init() {}

    /// Adds a word with the number of articles that have it; words come in the order of their bytes, each once.
    ///
    /// One that is out of order, empty or too long for a token is left out.
    package mutating func add(_ term: [UInt8], articles: Int) {
        guard !term.isEmpty, term.count <= SearchFold.maximumTokenBytes, last.lexicographicallyPrecedes(term) else {
            return
        }
        if Int(terms) % Vocabulary.blockTerms == 0 {
            offsets.append(UInt32(data.count))
            data.append(UInt8(term.count))
            data.append(contentsOf: term)
        } else {
            let shared = zip(last, term).prefix { $0 == $1 }.count
            data.append(UInt8(shared))
            data.append(UInt8(term.count - shared))
            data.append(contentsOf: term[shared...])
        }
        var rest = max(0, articles)
        while rest >= 0x80 {
            data.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        data.append(UInt8(rest))
        last = term
        terms += 1
    }

    /// The list's bytes.
    ///
    /// - Parameters:
    ///   - articles: how many articles were counted.
    ///   - lastVersion: the last version that was counted.
    package func finish(articles: Int, lastVersion: Int64) -> [UInt8] {
        var bytes = Vocabulary.magic
        func append<T: FixedWidthInteger>(_ number: T) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
        append(terms)
        append(UInt32(offsets.count))
        append(Int64(articles))
        append(lastVersion)
        append(UInt32(SearchFold.version))
        append(UInt32(0))
        for offset in offsets { append(offset) }
        // Behind the last word, so that its count never ends at the end of the bytes.
        bytes += data + [0, 0]
        let sum = bytes.withUnsafeBytes { Vocabulary.checksum($0) }
        withUnsafeBytes(of: sum.littleEndian) {
            bytes.replaceSubrange((Vocabulary.headBytes - 4)..<Vocabulary.headBytes, with: $0)
        }
        return bytes
    }
}
