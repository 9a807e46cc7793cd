import Bytes
import Markup

/// Finds the root of a feed, also where a server's warning stands before it.
enum FeedRoot {
    /// Bytes before the root within which it is looked for.
    private static let searchedBytes = 8 << 10
    private static let endings: Set<String> = ["rss", "atom", "rdf", "xml", "feed", "rss2"]

    static func find(in sample: FormatSample) -> XMLRoot? {
        if let root = sample.xmlRoot, ["rss", "feed", "rdf", "channel"].contains(root.name) { return root }
        guard endings.contains(sample.ending) else { return nil }
        let start = sample.text.prefix(searchedBytes)
        for tag: StaticString in ["<rss", "<feed", "<rdf:rdf"] {
            let found = start.withUnsafeBufferPointer { ByteSearch.find(tag, in: $0, from: 0) }
            guard let found else { continue }
            if let root = XMLRoot(Array(sample.text[found...])) { return root }
        }
        return nil
    }
}
