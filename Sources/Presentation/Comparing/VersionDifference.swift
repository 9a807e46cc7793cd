import ArticleQuery
import NewsModel

/// What differs between two versions of an article.
package struct VersionDifference: Sendable {
    /// A fact of the head that differs.
    package struct Field: Sendable, Hashable {
        /// Its name, such as `headline`.
        package var name: String
        /// What the first version has, or nil.
        package var old: String?
        /// What the second version has, or nil.
        package var new: String?
    }

    /// The number of the first version.
    package var from: Int
    /// The number of the second version.
    package var to: Int
    /// What differs outside the text, in the order of a page's head.
    package var fields: [Field]
    /// The paragraphs of both texts.
    package var paragraphs: SequenceDifference<String>

    /// Compares two versions; the text paragraph by paragraph.
    package init(from old: VersionRecord, to new: VersionRecord) {
        from = old.number
        to = new.number
        func texts(_ article: Article) -> [(String, String?)] {
            [
                ("headline", article.headline), ("deck", article.deck),
                ("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: ", ")),
                ("outlet", article.outlet), ("published", article.published?.description),
                ("modified", article.modified?.description), ("language", article.language), ("url", article.url),
                ("section", article.section), ("dateline", article.dateline?.text), ("credit", article.creditLine),
                ("keywords", article.keywords.isEmpty ? nil : article.keywords.joined(separator: ", ")),
            ]
        }
        fields = zip(texts(old.article), texts(new.article)).compactMap { old, new in
            old.1 == new.1 ? nil : Field(name: old.0, old: old.1, new: new.1)
        }
        paragraphs = SequenceDifference(from: Self.paragraphs(old.article), to: Self.paragraphs(new.article))
    }

    private static func paragraphs(_ article: Article) -> [String] {
        article.body.split(separator: "\n").map(String.init)
    }
}
