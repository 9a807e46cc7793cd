import CStemmer

/// One of Snowball's stemming algorithms (libstemmer), for folded words.
///
/// Not safe to share: the C object holds the last result.
final class SnowballStemmer: WordStemming {
    private let stemmer: OpaquePointer
    private let language: String

    /// The algorithm for a language; nil when libstemmer has none.
    init?(language: String) {
        guard let stemmer = sb_stemmer_new(language, nil) else { return nil }
        self.stemmer = stemmer
        self.language = language
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a folded word; nil when memory runs out.
    func stem(_ word: String) -> String? {
        var word = word
        return word.withUTF8 { utf8 in
            guard let base = utf8.baseAddress, let size = Int32(exactly: utf8.count),
                let stem = sb_stemmer_stem(stemmer, base, size)
            else { return nil }
            var bytes = UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer)))
            // The algorithm leaves German `Ministerin` and `Ministerinnen` apart by the doubled n.
            if language == "de", bytes.count > 5, bytes.suffix(3).elementsEqual("inn".utf8) {
                bytes = UnsafeBufferPointer(rebasing: bytes.dropLast())
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
