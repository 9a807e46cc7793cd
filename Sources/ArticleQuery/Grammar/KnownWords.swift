import SearchText

/// A few words of which one may have been meant by somebody who mistyped it.
struct KnownWords: Sendable {
    private let list: Vocabulary?

    init(_ words: [String]) {
        var builder = VocabularyBuilder()
        for word in Set(words).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            builder.add(Array(word.utf8), articles: 1)
        }
        list = Vocabulary(builder.finish(articles: 1, lastVersion: 0))
    }

    /// The word that is spelled most like another; nil where none is near.
    func nearest(to typed: String) -> String? {
        list?.neighbours(of: typed, mostCost: Vocabulary.mostCost(letters: typed.count), limit: 1).first?.term
    }
}
