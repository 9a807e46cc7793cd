import ArticleQuery

/// The folded text of an article's current version as the full-text index holds it; the same text gives the same bytes,
/// so that a version's entry can be taken out again from what is stored.
struct IndexedText: Sendable {
    /// The values for the index's columns, in their order.
    let values: [SQLValue]

    init(_ article: IndexedArticle) {
        values = SearchField.all.map { field in
            let parts = field.value(article)
            return .textBytes(parts.isEmpty ? [] : IndexFolding.fold(parts.joined(separator: "\n")))
        }
    }

    /// The index's columns, in the order of `values`.
    static let columns = SearchField.all.map(\.column).joined(separator: ", ")
    /// A parameter for each column.
    static let parameters = SearchField.all.map { _ in "?" }.joined(separator: ", ")
}
