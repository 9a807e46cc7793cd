import NewsModel

/// Times of publication that cannot be: later than the delivery by more than a day. One of 2029 would lead every list.
package enum FutureTimes {
    /// How much later than the delivery a time may be: a day, since pages tell the day of another zone, and clocks differ.
    private static let tolerance: Int64 = 86_400_000
    /// Clocks that stand before this (1 November 2026, when the rule was written) are wrong and say nothing.
    private static let earliestClock: Int64 = 1_793_491_200_000

    /// Takes the times out of an article and keeps them as annotations `future_time`. An item under embargo keeps its own.
    ///
    /// - Parameter now: milliseconds since 1970 at the delivery.
    package static func remove(from article: inout Article, now: Int64) {
        guard now >= earliestClock, article.wire.embargo == nil else { return }
        func take(_ time: inout NewsTime?, _ name: String) {
            guard let stated = time, stated.instantMilliseconds > now + tolerance else { return }
            article.annotations.append(
                Annotation(
                    kind: "future_time", confidence: 1, extractor: "times", extractorVersion: 1,
                    values: [name: stated.description]))
            time = nil
        }
        take(&article.published, "published")
        take(&article.modified, "modified")
        // The time of a change is all that is left of a text whose publication is yet to come.
        if article.published == nil { article.published = article.modified }
    }
}
