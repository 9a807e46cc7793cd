import ArticleQuery
import Export

/// The lines of `deliveries`.
extension DeliveryRecord {
    package var json: JSONOutput {
        .object([
            ("id", .integer(id)), ("time", .text(UTCInstant(milliseconds: received).description)),
            ("name", .text(path.text)),
            ("collection", .text(collection)), ("size", .integer(size)), ("sha256", .text(sha256?.hex)),
            ("outcome", .text(outcome?.rawValue)), ("stage", .text(stage)), ("code", .text(code?.rawValue)),
            ("message", .text(message)), ("partial", .bool(isPartial)), ("duration_ms", .integer(durationMilliseconds)),
            ("articles", .integer(articles)), ("original", .text(original)), ("retry_of", .integer(retryOf)),
        ])
    }
}
