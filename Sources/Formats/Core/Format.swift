/// A format that is read, by the name that stands in `Article.format`.
enum Format: String, Sendable, CaseIterable {
    /// A page: HTML or XHTML.
    case html
    /// Plain text.
    case text
    /// Markdown (CommonMark), with or without front matter.
    case markdown
    /// A message as mail programs save it (RFC 5322), or a file of a Maildir.
    case eml
    /// A mailbox of many messages in one file.
    case mbox
    /// RSS 0.90.
    case rss090
    /// RSS 0.91.
    case rss091
    /// RSS 0.92 to 0.94.
    case rss092
    /// RSS 1.0.
    case rss10
    /// RSS 2.0.
    case rss20
    /// Atom 0.3.
    case atom03
    /// Atom 1.0.
    case atom10
    /// JSON Feed.
    case jsonfeed
    /// The export of a WordPress site.
    case wxr
    /// JSON of crawlers, scrapers and news interfaces.
    case json
    /// JSON Lines.
    case jsonLines = "jsonl"
    /// A table parted by commas, semicolons or bars.
    case csv
    /// A table parted by tabs.
    case tsv

    // Formats of agencies.

    /// NITF 3 of the IPTC.
    case nitf
    /// NewsML-G2 of the IPTC.
    case newsMLG2 = "newsml-g2"
    /// NewsML 1 of the IPTC.
    case newsML1 = "newsml-1.2"
    /// ninjs of the IPTC.
    case ninjs
    /// IPTC 7901, the text transmission format.
    case iptc7901
    /// ANPA 1312, the wire transmission format.
    case anpa1312 = "anpa-1312"
    /// The XML of Ritzau's wire.
    case ritzauXML = "ritzau-xml"
    /// XML of a wire or an editorial system with names of its own.
    case xml

    // Documents.

    /// A PDF with a text layer.
    case pdf
    /// Rich Text Format.
    case rtf
    /// A document of Office Open XML.
    case docx
    /// A text document of OpenDocument.
    case odt
    /// A publication in EPUB.
    case epub

    // Packings and containers: what is in them keeps its own format.

    /// A file packed with gzip.
    case gzip
    /// A file packed with Zstandard.
    case zstd
    /// A file packed with xz.
    case xz
    /// A file packed with bzip2.
    case bzip2
    /// A tar archive.
    case tar
    /// A zip archive.
    case zip

    // Carriers: a page in one is of that format.

    /// A web archive: WARC, or WACZ, which packs it.
    case warc
    /// A web archive of the older form.
    case arc
    /// A page saved with all it shows as one message.
    case mhtml
    /// Linked data of an article.
    case jsonLD = "json-ld"
}
