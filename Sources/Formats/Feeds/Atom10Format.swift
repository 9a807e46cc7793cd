import Markup
import NewsModel

/// Atom 1.0 (RFC 4287), also a document that is a single entry.
enum Atom10Format: XMLFeedFormat {
    static let format = Format.atom10

    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool {
        root.name == "feed" || root.name == "entry" && root.namespace == "http://www.w3.org/2005/atom"
    }

    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry? { AtomEntry.entry(element) }
}
