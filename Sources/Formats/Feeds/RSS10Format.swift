import Bytes
import Markup
import NewsModel

/// RSS 1.0 (RDF Site Summary of the RSS-DEV Working Group) with its modules.
enum RSS10Format: XMLFeedFormat {
    static let format = Format.rss10

    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool {
        root.name == "rdf"
            && sample.text.withUnsafeBufferPointer {
                ByteSearch.find("<item", in: $0, from: 0) != nil || ByteSearch.find("<channel", in: $0, from: 0) != nil
                    || ByteSearch.find("purl.org/rss/", in: $0, from: 0) != nil
            }
    }

    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry? { RSSItem.entry(element) }
}
