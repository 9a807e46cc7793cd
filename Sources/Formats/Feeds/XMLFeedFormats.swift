import Bytes
import Markup
import NewsModel

/// Feeds in XML, read in passing: one entry at a time is in memory. Each entry is a member `#n`, counted from 1.
extension Format {
    /// RSS 0.90 of Netscape: RDF with items beside their channel.
    static let rss090 = feed("rss090", rdf, entry: RSSItem.entry) { root, sample in
        root.name == "rdf" && sample.holds("my.netscape.com/")
    }

    /// RSS 0.91 of Netscape and UserLand.
    static let rss091 = feed("rss091", rss, entry: RSSItem.entry) { root, _ in
        root.name == "rss" && root.attributes["version"]?.hasPrefix("0.91") == true
    }

    /// RSS 0.92 to 0.94 of UserLand.
    static let rss092 = feed("rss092", rss, entry: RSSItem.entry) { root, _ in
        root.name == "rss" && ["0.92", "0.93", "0.94"].contains(root.attributes["version"] ?? "")
    }

    /// RSS 1.0 (RDF Site Summary of the RSS-DEV Working Group) with its modules.
    static let rss10 = feed("rss10", rdf, entry: RSSItem.entry) { root, sample in
        root.name == "rdf"
            && (sample.holds("<item") || sample.holds("<channel") || sample.holds("purl.org/rss/"))
    }

    /// RSS 2.0 of the RSS Advisory Board, and whatever calls itself RSS without a version that is known.
    static let rss20 = feed("rss20", rss, entry: RSSItem.entry) { root, _ in
        root.name == "rss" || root.name == "channel"
    }

    /// Atom 0.3, the draft before RFC 4287 that some feeds still follow.
    static let atom03 = feed("atom03", atom, entry: AtomEntry.entry) { root, _ in
        root.name == "feed" && root.namespace.hasPrefix("http://purl.org/atom/")
    }

    /// Atom 1.0 (RFC 4287), also a document that is a single entry.
    static let atom10 = feed("atom10", atom, entry: AtomEntry.entry) { root, _ in
        root.name == "feed" || root.name == "entry" && root.namespace == "http://www.w3.org/2005/atom"
    }

    private static let rdf = (mediaType: "application/rdf+xml", endings: ["rdf"])
    private static let rss = (mediaType: "application/rss+xml", endings: ["rss", "rss2"])
    private static let atom = (mediaType: "application/atom+xml", endings: ["atom", "feed"])

    /// A feed in XML.
    ///
    /// - Parameters:
    ///   - entry: what an item or entry says; nil for one that is no article, such as an attachment.
    ///   - hasRoot: whether a document of that root is this format.
    static func feed(
        _ name: String, _ family: (mediaType: String, endings: [String]),
        entry: @escaping @Sendable (XMLElement) -> FeedEntry?,
        hasRoot: @escaping @Sendable (XMLRoot, FormatSample) -> Bool
    ) -> Format {
        Format(
            name: name, mediaTypes: [family.mediaType], endings: family.endings,
            form: .file(
                .root, { sample in FeedRoot.find(in: sample).map { hasRoot($0, sample) } ?? false },
                .streamed { input, context in
                    try XMLDecoder.withReader(
                        input, declared: context.hint.charset, maximumBytes: context.limits.maximumBytes
                    ) { reader in
                        var walk = XMLFeedWalk(format: name, context: context)
                        try walk.run(reader, entry: entry)
                    }
                }))
    }
}
