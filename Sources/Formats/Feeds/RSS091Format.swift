import Markup
import NewsModel

/// RSS 0.91 of Netscape and UserLand.
enum RSS091Format: XMLFeedFormat {
    static let format = Format.rss091

    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool {
        root.name == "rss" && root.attributes["version"]?.hasPrefix("0.91") == true
    }

    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry? { RSSItem.entry(element) }
}
