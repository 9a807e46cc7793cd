import ArticleQuery

/// The delivery that an address names.
enum DeliveryRequest {
    /// - Throws: `WebError`, `ArchiveError`.
    static func delivery(_ typed: String, _ archive: any ArticleArchive) throws -> DeliveryRecord {
        guard let id = Int64(typed), let delivery = try archive.delivery(id) else {
            throw WebError(.notFound, "unknown-delivery", "There is no delivery \(typed.prefix(100)).")
        }
        return delivery
    }
}
