import ArticleQuery
import Export

extension FiledVersion {
    /// The version as the writers take it.
    package var exported: ExportedArticle {
        ExportedArticle(
            id: id, version: version.number, isCurrent: isCurrent, isWithdrawn: isWithdrawn, delivery: delivery.id,
            delivered: delivery.received, collection: delivery.collection, file: delivery.path,
            article: version.article,
            tags: corrections.filter { $0.kind == .tag }.compactMap(\.value),
            notes: corrections.filter { $0.kind == .note }.compactMap(\.value))
    }
}
