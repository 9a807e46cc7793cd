import Bytes
import Markup
import NewsModel

/// RSS 0.90 of Netscape: RDF with items beside their channel.
enum RSS090Format: XMLFeedFormat {
    static let format = Format.rss090

    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool {
        root.name == "rdf"
            && sample.text.withUnsafeBufferPointer {
                ByteSearch.find("my.netscape.com/", in: $0, from: 0) != nil
            }
    }

    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry? { RSSItem.entry(element) }
}
