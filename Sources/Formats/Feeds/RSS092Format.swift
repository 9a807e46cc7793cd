import Markup
import NewsModel

/// RSS 0.92 to 0.94 of UserLand.
enum RSS092Format: XMLFeedFormat {
    static let format = Format.rss092

    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool {
        root.name == "rss" && ["0.92", "0.93", "0.94"].contains(root.attributes["version"] ?? "")
    }

    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry? { RSSItem.entry(element) }
}
