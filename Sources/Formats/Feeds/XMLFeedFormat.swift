import Bytes
import Markup
import NewsModel

/// A feed in XML, read in passing: one entry at a time is in memory. Each entry is a member `#n`, counted from 1.
protocol XMLFeedFormat: StreamedFormatReader {
    /// Whether a document of that root is this format.
    static func hasRoot(_ root: XMLRoot, in sample: FormatSample) -> Bool
    /// What an item or entry says; nil for one that is no article, such as an attachment.
    static func entry(_ element: XMLElement, of feed: FeedFacts) -> FeedEntry?
}

extension XMLFeedFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        guard let root = FeedRoot.find(in: sample) else { return false }
        return hasRoot(root, in: sample)
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try XMLDecoder.withReader(
            input, declared: context.hint.charset, maximumBytes: context.limits.maximumBytes
        ) { reader in
            var walk = XMLFeedWalk(format: format, context: context)
            try walk.run(reader) { entry($0, of: $1) }
        }
    }
}
