/// A format that is read, by the name that stands in `Article.format`.
enum Format: String, Sendable, CaseIterable {
    /// A page: HTML or XHTML.
    case html
    /// Plain text.
    case text
    /// Markdown (CommonMark), with or without front matter.
    case markdown
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
}
