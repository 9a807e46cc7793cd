import Markup
import NewsModel

/// RSS 2.0 of the RSS Advisory Board, and whatever calls itself RSS without a version that is known.
enum RSS20Format: XMLFeedFormat {
    static let format = Format.rss20

    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool {
        root.name == "rss" || root.name == "channel"
    }

    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry? { RSSItem.entry(element) }
}
