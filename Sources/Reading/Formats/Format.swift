/// A format that is read, by the name that stands in `Article.format`.
enum Format: String, Sendable, CaseIterable {
    /// A page: HTML or XHTML.
    case html
    /// Plain text.
    case text
    /// Markdown (CommonMark), with or without front matter.
    case markdown

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
