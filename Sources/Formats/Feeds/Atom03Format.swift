import Markup
import NewsModel

/// Atom 0.3, the draft before RFC 4287 that some feeds still follow.
enum Atom03Format: XMLFeedFormat {
    static let format = Format.atom03

    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool {
        root.name == "feed" && root.namespace.hasPrefix("http://purl.org/atom/")
    }

    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry? { AtomEntry.entry(element) }
}
