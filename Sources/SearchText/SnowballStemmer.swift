import CStemmer

/// One of Snowball's stemming algorithms (libstemmer), for folded words.
///
/// Not safe to share: the C object holds the last result.
final class SnowballStemmer: WordStemming {
    private let stemmer: OpaquePointer

    /// The algorithm for a language; nil when libstemmer has none.
    init?(language: String) {
        guard let stemmer = sb_stemmer_new(language, nil) else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a folded word; nil when memory runs out.
    func stem(_ word: String) -> String? {
        var word = word
        return word.withUTF8 { utf8 in
            guard let base = utf8.baseAddress, let size = Int32(exactly: utf8.count),
                let stem = sb_stemmer_stem(stemmer, base, size)
            else { return nil }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }
}
