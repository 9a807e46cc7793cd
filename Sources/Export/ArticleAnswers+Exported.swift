import ArticleQuery
import NewsModel

extension FiledVersion {
    /// The version as the writers take it.
    public var exported: ExportedArticle {
        ExportedArticle(
            id: id, version: version, isCurrent: isCurrent, isWithdrawn: isWithdrawn, delivery: delivery,
            corrections: corrections)
    }
}

extension ArticleRecord {
    /// The current version as the writers take it; nil where the archive does not know it or the delivery that brought it.
    public var exported: ExportedArticle? {
        guard let current, let delivery = deliveries.first(where: { $0.id == current.delivery }) else { return nil }
        return ExportedArticle(
            id: id, version: current, isCurrent: true, isWithdrawn: isWithdrawn, delivery: delivery,
            corrections: corrections)
    }
}

extension ExportedArticle {
    fileprivate init(
        id: ArticleID, version: VersionRecord, isCurrent: Bool, isWithdrawn: Bool, delivery: DeliveryRecord,
        corrections: [Correction]
    ) {
        self.init(
            id: id, version: version.number, isCurrent: isCurrent, isWithdrawn: isWithdrawn, delivery: delivery.id,
            delivered: delivery.received, collection: delivery.collection, file: delivery.path,
            article: version.article,
            tags: corrections.filter { $0.kind == .tag }.compactMap(\.value),
            notes: corrections.filter { $0.kind == .note }.compactMap(\.value))
    }
}
